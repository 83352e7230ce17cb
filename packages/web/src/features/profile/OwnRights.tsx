import { Trans, useLingui } from '@lingui/react/macro'
import { permissionWords } from '../roles/permission-words'
import { ALL_PERMISSIONS } from '../roles/permissions'
import { useViewer } from '../session/SessionProvider'
import css from './profile.module.css'

/** What the viewer's role opens, in words, and whose data it shows. */
export function OwnRights() {
  const { i18n } = useLingui()
  const { kind, permissions, onlyAuthorizedCustomers } = useViewer()
  return (
    <>
      <p>
        {kind === 'ADMIN' ? (
          <Trans>You are an administrator: you may do everything and see all customers.</Trans>
        ) : onlyAuthorizedCustomers ? (
          <Trans>You see the customers that you are authorized for. Your role lets you:</Trans>
        ) : (
          <Trans>You see all customers. Your role lets you:</Trans>
        )}
      </p>
      {kind === 'ADMIN' ? null : (
        <ul className={css.rights}>
          {ALL_PERMISSIONS.filter((permission) => permissions.includes(permission)).map((permission) => (
            <li key={permission}>{i18n._(permissionWords[permission])}</li>
          ))}
        </ul>
      )}
    </>
  )
}

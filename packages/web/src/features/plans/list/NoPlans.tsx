import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState } from '~/ui/EmptyState'
import { useCan } from '../../session/SessionProvider'
import { PRESETS } from '../form/presets'
import css from './NoPlans.module.css'

/** Nobody has made a plan yet: what one is, and three that many begin with. */
export function NoPlans() {
  const { i18n } = useLingui()
  const mayCreate = useCan('PLANS_WRITE')
  return (
    <>
      <EmptyState title={<Trans>No service plans yet</Trans>}>
        {mayCreate ? (
          <Trans>
            A plan says how work under a contract is priced, limited and billed. Begin with one of these; every field
            can be changed.
          </Trans>
        ) : (
          <Trans>A plan says how work under a contract is priced, limited and billed.</Trans>
        )}
      </EmptyState>
      {mayCreate ? (
        <ul className={css.presets}>
          {PRESETS.map(({ key, name, about }) => (
            <li key={key}>
              <Link to="/plans/new" search={{ preset: key }}>
                {i18n._(name)}
              </Link>
              <span>{i18n._(about)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

import { useId } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Permission } from '~/lib/__generated__/schema'
import { BareCheckbox } from '~/ui/Check'
import { subjectWords } from './permission-words'
import { SUBJECTS, togglePermission } from './permissions'
import css from './PermissionGrid.module.css'

interface Props {
  given: readonly Permission[]
  /** What the one who decides may give on; nobody gives more than he or she has. */
  giveable: readonly Permission[]
  onChange: (permissions: Permission[]) => void
  /** All ticked and fixed: the administrator role. */
  locked?: boolean
  error?: string | undefined
}

/** Who may see and who may change what, a line for each subject. */
export function PermissionGrid({ given, giveable, onChange, locked, error }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const box = (permission: Permission | undefined, label: string) => {
    if (!permission) return <span aria-hidden />
    const fixed = locked || !giveable.includes(permission)
    return (
      <BareCheckbox
        aria-label={label}
        aria-describedby={fixed && !locked ? `${id}-fixed` : undefined}
        checked={locked || given.includes(permission)}
        disabled={fixed}
        onChange={(event) => onChange(togglePermission(given, permission, event.target.checked))}
      />
    )
  }
  const lacks = SUBJECTS.some(({ read, write }) =>
    [read, write].some((permission) => permission && !giveable.includes(permission)),
  )
  return (
    <>
      <table className={css.grid} aria-describedby={error ? `${id}-error` : undefined}>
        <caption className="sr">
          <Trans>Permissions</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Subject</Trans>
            </th>
            <th scope="col">
              <Trans>See</Trans>
            </th>
            <th scope="col">
              <Trans>Change</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {SUBJECTS.map(({ key, read, write }) => {
            const subject = i18n._(subjectWords[key].name)
            return (
              <tr key={key}>
                <th scope="row">
                  {subject}
                  <small>{i18n._(subjectWords[key].about)}</small>
                </th>
                <td>{box(read, t`See: ${subject}`)}</td>
                <td>{box(write, t`Change: ${subject}`)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {error ? (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {lacks && !locked ? (
        <p className={css.note} id={`${id}-fixed`}>
          <Trans>What you do not have yourself stays as it is: nobody gives more than he or she may do.</Trans>
        </p>
      ) : null}
    </>
  )
}

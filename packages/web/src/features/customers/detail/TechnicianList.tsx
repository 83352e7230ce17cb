import { Plural, Trans } from '@lingui/react/macro'
import { Avatar } from '~/ui/Avatar'
import { Tag } from '~/ui/Status'
import css from './Overview.module.css'

interface Props {
  technicians: { id: string; name: string; active: boolean }[]
  total: number
}

/** Names of the authorized technicians, for the rail. */
export function TechnicianList({ technicians, total }: Props) {
  const rest = total - technicians.length
  if (total === 0)
    return (
      <p className="muted">
        <Trans>Nobody is authorized.</Trans>
      </p>
    )
  return (
    <ul className={css.people}>
      {technicians.map(({ id, name, active }) => (
        <li key={id}>
          <Avatar name={name} />
          <span className="grow trunc">{name}</span>
          {active ? null : (
            <Tag>
              <Trans>passive</Trans>
            </Tag>
          )}
        </li>
      ))}
      {rest > 0 ? (
        <li className="muted">
          <Plural value={rest} one="and # more" other="and # more" />
        </li>
      ) : null}
    </ul>
  )
}

import { Plural, Trans } from '@lingui/react/macro'

interface Props {
  name: string
  customer: string
  group: string | undefined
  company: boolean
  groupRight: boolean
  /** Active people whose records are in sight besides the own ones. */
  colleagues: number
  /** As it stands now, or as it will be once saved. */
  now?: boolean
}

/** Whose records a contact sees, in words: the wider right says it all. */
export function ReachSentence({ name, customer, group, company, groupRight, colleagues, now }: Props) {
  if (company && colleagues > 0)
    return now ? (
      <Trans>
        {name} sees the records of{' '}
        <b>
          <Plural value={colleagues} one="# colleague" other="# colleagues" />
        </b>{' '}
        of {customer}, besides the own ones.
      </Trans>
    ) : (
      <Trans>
        {name} will see the records of{' '}
        <b>
          <Plural value={colleagues} one="# colleague" other="# colleagues" />
        </b>{' '}
        of {customer}, besides the own ones.
      </Trans>
    )
  if (company)
    return now ? (
      <Trans>
        {name} sees all records of {customer}; there is no other active contact yet.
      </Trans>
    ) : (
      <Trans>
        {name} will see all records of {customer}; there is no other active contact yet.
      </Trans>
    )
  if (groupRight && group && colleagues > 0)
    return now ? (
      <Trans>
        {name} sees the records of{' '}
        <b>
          <Plural value={colleagues} one="# colleague" other="# colleagues" />
        </b>{' '}
        in the group {group}, besides the own ones.
      </Trans>
    ) : (
      <Trans>
        {name} will see the records of{' '}
        <b>
          <Plural value={colleagues} one="# colleague" other="# colleagues" />
        </b>{' '}
        in the group {group}, besides the own ones.
      </Trans>
    )
  if (groupRight && group)
    return now ? (
      <Trans>
        {name} sees all records of the group {group}; nobody else is active in it yet.
      </Trans>
    ) : (
      <Trans>
        {name} will see all records of the group {group}; nobody else is active in it yet.
      </Trans>
    )
  return now ? <Trans>{name} sees own records only.</Trans> : <Trans>{name} will see own records only.</Trans>
}

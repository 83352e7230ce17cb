import { Plural, Trans } from '@lingui/react/macro'

interface Props extends Whose {
  /** How many tickets these are, and how many of them colleagues opened; unknown for those who may not read tickets. */
  tickets?: number
  ticketsOfColleagues?: number
}

interface Whose {
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

/** Whose records a contact sees, in words, and how many tickets that is. */
export const ReachSentence = ({ tickets, ticketsOfColleagues = 0, ...whose }: Props) => (
  <>
    <WhoseRecords {...whose} />
    {tickets === undefined ? null : (
      <>
        {' '}
        <TicketsInSight customer={whose.customer} tickets={tickets} ofColleagues={ticketsOfColleagues} />
      </>
    )}
  </>
)

function TicketsInSight({
  customer,
  tickets,
  ofColleagues,
}: {
  customer: string
  tickets: number
  ofColleagues: number
}) {
  const own = <Plural value={tickets} _0="No tickets" one="# ticket" other="# tickets" />
  if (ofColleagues === 0)
    return (
      <Trans>
        {own} of {customer}, none opened by colleagues.
      </Trans>
    )
  return (
    <Trans>
      {own} of {customer}, <Plural value={ofColleagues} one="# opened by colleagues" other="# opened by colleagues" />.
    </Trans>
  )
}

/** The wider right says it all. */
function WhoseRecords({ name, customer, group, company, groupRight, colleagues, now }: Whose) {
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

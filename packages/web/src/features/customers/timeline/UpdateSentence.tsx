import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { TimelineEventFragment } from './__generated__/TimelineEvent'
import { fieldWords } from './words'

interface Props {
  event: TimelineEventFragment
  who: ReactNode
  what: ReactNode
}

/** A change of one telling field has a sentence of its own; the rest is told by the fields' names. */
export function UpdateSentence({ event, who, what }: Props) {
  const { i18n } = useLingui()
  const format = useFormat()
  const [first, second] = event.changes
  const alone = first && !second ? first : undefined
  const on = alone?.to === 'true'
  if (alone?.field === 'seesCompanyRecords')
    return on ? (
      <Trans>
        {who} let {what} see all records of the customer.
      </Trans>
    ) : (
      <Trans>
        {who} took the right to see all records of the customer from {what}.
      </Trans>
    )
  if (alone?.field === 'seesGroupRecords')
    return on ? (
      <Trans>
        {who} let {what} see all records of the group.
      </Trans>
    ) : (
      <Trans>
        {who} took the right to see all records of the group from {what}.
      </Trans>
    )
  if (alone?.field === 'active')
    return on ? (
      <Trans>
        {who} made {what} active.
      </Trans>
    ) : (
      <Trans>
        {who} made {what} passive.
      </Trans>
    )
  const names = event.changes.map(({ field }) => {
    const word = fieldWords[field]
    return word ? i18n._(word).toLocaleLowerCase(i18n.locale) : field
  })
  const fields = format.list(names)
  return (
    <Trans>
      {who} edited {what}: {fields}.
    </Trans>
  )
}

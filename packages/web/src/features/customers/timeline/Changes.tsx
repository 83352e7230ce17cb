import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { None } from '~/ui/Facts'
import type { TimelineEventFragment } from './__generated__/TimelineEvent'
import { fieldWords, LISTS, valueText } from './words'

type Change = TimelineEventFragment['changes'][number]
const TOLD_BY_SENTENCE = new Set(['seesCompanyRecords', 'seesGroupRecords', 'active'])

/** Which changes are worth lines of their own: of a new object none, since the page itself shows them. */
export function linesOf({ action, changes }: TimelineEventFragment): Change[] {
  if (action === 'UPDATED')
    return changes.length === 1 ? changes.filter(({ field }) => !TOLD_BY_SENTENCE.has(field)) : changes
  if (action === 'TERMINATED') return changes.filter(({ field }) => field.startsWith('termina'))
  return ['AUTHORIZATION_CHANGED', 'MEMBERS_CHANGED', 'CONVERTED_TO_TECHNICIAN'].includes(action) ? changes : []
}

/** One change: what it was and what it became. */
export function ChangeLine({ change, groups }: { change: Change; groups: ReadonlyMap<string, string> }) {
  const { i18n } = useLingui()
  const format = useFormat()
  const words = i18n._.bind(i18n)
  const word = fieldWords[change.field]
  const field = word ? words(word) : change.field
  const from = valueText(change.field, change.from, words, groups, format.date)
  const to = valueText(change.field, change.to, words, groups, format.date)
  if (LISTS.has(change.field)) return to ? <Trans>added: {to}</Trans> : <Trans>removed: {from}</Trans>
  const [before, after] = [from ?? <None />, to ?? <None />]
  return (
    <>
      {field}: {before} <span aria-hidden>→</span>
      <span className="sr">
        <Trans>became</Trans>
      </span>{' '}
      {after}
    </>
  )
}

import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { periodText, ruleText } from '../words'
import { readNotice, readPeriod, type ContractField, type ContractValues } from './values'

/** A field's value in words, for who finds that somebody else has saved it meanwhile. */
export function useShownValue() {
  const { t } = useLingui()
  const format = useFormat()
  return (field: ContractField, value: ContractValues[ContractField]): string => {
    const is = <F extends ContractField>(name: F, shown: (known: ContractValues[F]) => string) =>
      field === name ? shown(value as ContractValues[F]) : undefined
    const word =
      is('startsOn', (day) => format.date(day)) ??
      is('endsOn', (day) => format.date(day)) ??
      is('renewalPeriod', (period) => {
        const read = readPeriod(period)
        return read ? periodText(read) : ''
      }) ??
      is('notices', (notices) =>
        format.list(notices.flatMap((each) => readNotice(each) ?? []).map(({ side, days }) => ruleText(side, days))),
      ) ??
      // Ids say nothing; that it is another one does.
      is('typeId', () => t`another type`) ??
      is('planId', () => t`another plan`) ??
      is('noticeUserIds', () => t`other people`) ??
      is('noticeContactIds', () => t`other people`)
    if (word !== undefined) return word
    if (typeof value === 'boolean') return value ? t`on` : t`off`
    return typeof value === 'string' ? `“${value}”` : ''
  }
}

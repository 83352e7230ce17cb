import { useLingui } from '@lingui/react/macro'
import { NARROWING, type ContractSearch, type Narrowing } from './search'

/** What narrows the list, in words: for a list that is empty because of it. */
export function useFilterNames(search: ContractSearch, leaveOut: readonly Narrowing[] = []): string[] {
  const { t } = useLingui()
  const names: Record<Narrowing, string> = {
    q: `“${search.q ?? ''}”`,
    status: t`Status`,
    ends: t`Ends within`,
    renews: t`Renewal`,
    type: t`Type`,
    customer: t`Customer`,
    plan: t`Service plan`,
  }
  return NARROWING.filter((key) => search[key] !== undefined && !leaveOut.includes(key)).map((key) => names[key])
}

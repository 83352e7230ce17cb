/** What the periods of a contract come to when its terms go on as somebody foresees. */
import type { AppContext } from '../../core/graphql/app-context.ts'
import { dayNumber, type Day } from '../pricing/index.ts'
import { agreementsOf, askingOf, workOf } from './material.ts'
import { chainStart, priceFrom, reachOf } from './price.ts'
import { billedPeriods, type Agreement, type Term } from './spans.ts'
import { tell } from './tell.ts'

/** The agreement with the whole chain of terms; new ones take the newest revision, unless a plan is set there already. */
export function withTerms(agreement: Agreement, terms: readonly Term[]): Agreement {
  const first = terms[agreement.terms.length]
  const last = agreement.plans.at(-1)
  if (!first || !last?.pricing || dayNumber(last.fromOn) >= dayNumber(first.startsOn)) return { ...agreement, terms }
  return { ...agreement, terms, plans: [...agreement.plans, { fromOn: first.startsOn, pricing: agreement.newest }] }
}

/**
 * The periods that reach from `from` to `until`, in order, as `PeriodUsage` is made of them: with the work that there is,
 * and nothing more. `terms` is the whole chain, the terms to come too; none are told of a contract that is not there for
 * the one who asks.
 */
export async function expectedPeriods(
  { reader, principal, clock, locale }: Pick<AppContext, 'reader' | 'principal' | 'clock' | 'locale'>,
  contract: string,
  terms: readonly Term[],
  { from, until }: { from: Day; until: Day },
): Promise<ReturnType<typeof tell>[]> {
  const ask = askingOf(reader, principal)
  const agreement = (await agreementsOf(ask, [contract])).get(contract)
  if (!agreement) return []
  const periods = billedPeriods(withTerms(agreement, terms)).filter(
    ({ startsOn }) => dayNumber(startsOn) <= dayNumber(until),
  )
  const first = periods.findIndex(({ endsOn }) => dayNumber(endsOn) >= dayNumber(from))
  if (first < 0) return []
  const reach = {
    contract,
    from: reachOf(periods[chainStart(periods, first)]!).from,
    to: reachOf(periods.at(-1)!).to,
  }
  const work = (await workOf(ask, [reach], clock.timeZone)).get(contract)!
  return priceFrom(periods, first, work, clock.timeZone).map(({ period, priced }) => tell(period, priced, locale))
}

/** The usage of contracts, for reads: those that one request asks for are computed together. */
import DataLoader from 'dataloader'
import { Temporal } from 'temporal-polyfill'
import type { AppContext } from '../../core/graphql/app-context.ts'
import type { CodeField } from '../../core/graphql/executor.ts'
import { within, type Day, type Work } from '../pricing/index.ts'
import { agreementsOf, askingOf, workOf, type Asking } from './material.ts'
import { chainStart, priceAt, reachOf } from './price.ts'
import { billedPeriods, type Billed } from './spans.ts'
import { tell } from './tell.ts'

interface Asked {
  contract: string
  on: Day
}

/** Where a contract's periods stand, and the work that reaches from the first to the last that somebody looks at. */
interface Place {
  periods: Billed[]
  at: number
}

/** The periods of contracts on a day each, with the work that prices them. Null: none holds that day. */
async function periodsWithWork(
  ask: Asking,
  asked: readonly Asked[],
  zone: string,
): Promise<({ place: Place; work: Work } | null)[]> {
  const agreements = await agreementsOf(
    ask,
    asked.map(({ contract }) => contract),
  )
  const places = asked.map(({ contract, on }): Place | null => {
    const agreement = agreements.get(contract)
    const periods = agreement ? billedPeriods(agreement) : []
    const at = periods.findIndex((period) => within(on, period))
    return at < 0 ? null : { periods, at }
  })
  const work = await workOf(ask, reachesOf(asked, places), zone)
  return places.map(
    (place, i) => place && { place, work: work.get(asked[i]!.contract) ?? { entries: [], tickets: [] } },
  )
}

/** From when to when the work of each contract is needed. */
function reachesOf(asked: readonly Asked[], places: readonly (Place | null)[]) {
  const reaches = new Map<string, { contract: string; from: Day; to: Day }>()
  for (const [i, place] of places.entries()) {
    if (!place) continue
    const { contract } = asked[i]!
    const { from } = reachOf(place.periods[chainStart(place.periods, place.at)]!)
    const { to } = reachOf(place.periods[place.at]!)
    const known = reaches.get(contract)
    reaches.set(contract, {
      contract,
      from: known && Temporal.PlainDate.compare(known.from, from) < 0 ? known.from : from,
      to: known && Temporal.PlainDate.compare(known.to, to) > 0 ? known.to : to,
    })
  }
  return [...reaches.values()]
}

type Told = ReturnType<typeof tell>

/** One a request. */
const loaders = new WeakMap<object, DataLoader<Asked, Told | null>>()

function loaderOf({ loaders: ofRequest, reader, principal, clock, locale }: AppContext) {
  const known = loaders.get(ofRequest)
  if (known) return known
  const made = new DataLoader<Asked, Told | null>(
    async (asked) => {
      const found = await periodsWithWork(askingOf(reader, principal), asked, clock.timeZone)
      return found.map(
        (each) =>
          each &&
          tell(
            each.place.periods[each.place.at]!,
            priceAt(each.place.periods, each.place.at, each.work, clock.timeZone),
            locale,
          ),
      )
    },
    // A payload may be read after another one's verb: nothing is remembered.
    { cache: false, maxBatchSize: 100 },
  )
  loaders.set(ofRequest, made)
  return made
}

/** `Contract.usage`; its model says `needs: ['id']`. Today's period when no day is given. */
export const usageField: CodeField = (row, context, { on }) => {
  const app = context as unknown as AppContext
  return loaderOf(app).load({
    contract: row['@id'] as string,
    on: typeof on === 'string' ? Temporal.PlainDate.from(on) : app.clock.today(),
  })
}

/**
 * What becomes of a contract by itself, and who is told of it. How terms, notices and amounts follow from a contract has
 * tests of its own, beside the calendar and the pricing: here the same steps are given what the model sees.
 */
import { Temporal } from 'temporal-polyfill'
import { clockOf } from '../../src/core/clock.ts'
import { foresee, momentNow } from '../../src/features/contracts/index.ts'
import { within } from '../../src/features/pricing/index.ts'
import { withTerms } from '../../src/features/usage/expected.ts'
import { priceFrom } from '../../src/features/usage/price.ts'
import { billedPeriods } from '../../src/features/usage/index.ts'
import { tell } from '../../src/features/usage/tell.ts'
import { dayOn } from '../world/days.ts'
import type { ContractRow, TermRow, World } from '../world/rows.ts'
import { typeOf, type Args, type Feature, type FieldOf, type Values } from './feature.ts'
import { byCode } from './fold.ts'
import type { Question } from './question.ts'
import { may, staffMay } from './rules.ts'
import { agreementOf, workOf } from './usage.ts'

const readers = may('CONTRACTS_READ')
const zone = 'Europe/Istanbul'
const day = (text: string) => Temporal.PlainDate.from(text)

/** From today to five years on; other days are refused where there is a contract, which has a test of its own. */
const until: Values = ({ dice, world }) => dayOn(world.today, dice.pick([0, 1, 31, 200, 400]))

interface Forecast {
  terms: unknown[]
  notices: unknown[]
  periods: unknown[]
}

export const forecast: FieldOf<ContractRow> = {
  rule: readers,
  args: { until },
  value: (row, question, args) => foreseen(row, question, args),
}

export const forecasts: Feature = {
  types: {
    ContractForecast: typeOf<Forecast>(readers, {
      terms: { value: ({ terms }) => terms },
      periods: { value: ({ periods }) => periods },
      notices: { rule: staffMay('CONTRACTS_READ'), value: ({ notices }) => notices },
    }),
  },
}

function foreseen(row: ContractRow, { world }: Question, args: Args): Forecast {
  const last = day(String(args['until']))
  const moment = momentNow({ clock: clockOf(zone, Date.now) })
  const found = foresee(stateOf(row, world), moment, last, Infinity)!
  const terms = found.terms.map((term): Pick<TermRow, 'startsOn' | 'endsOn' | 'origin' | 'createdAt'> => ({
    startsOn: term.startsOn.toString(),
    endsOn: term.endsOn.toString(),
    origin: term.origin,
    createdAt:
      term.createdAt ?? term.startsOn.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 6 }),
  }))
  const notices = found.notices
    .map(({ notice, dueOn, skipped }) => ({
      id: `forecast:${row.id}:${notice.endsOn.toString()}:${notice.side}:${notice.days}:${notice.recipientId}`,
      dueOn: dueOn.toString(),
      endsOn: notice.endsOn.toString(),
      side: notice.side,
      days: notice.days,
      technicianId: world.technicians.some(({ id }) => id === notice.recipientId) ? notice.recipientId : null,
      contactId: world.contacts.some(({ id }) => id === notice.recipientId) ? notice.recipientId : null,
      status: skipped ? 'SKIPPED' : 'PLANNED',
      skipReason: skipped,
      email: null,
      mailId: null,
    }))
    .sort((left, right) => byCode(left.dueOn, right.dueOn))
  return { terms, notices, periods: periodsOf(row, world, found.terms, last) }
}

function periodsOf(row: ContractRow, world: World, terms: Parameters<typeof withTerms>[1], last: Temporal.PlainDate) {
  const periods = billedPeriods(withTerms(agreementOf(row, world), terms)).filter(
    ({ startsOn }) => Temporal.PlainDate.compare(startsOn, last) <= 0,
  )
  const first = periods.findIndex(
    (period) => within(day(world.today), period) || Temporal.PlainDate.compare(period.startsOn, day(world.today)) > 0,
  )
  if (first < 0) return []
  return priceFrom(periods, first, workOf(row, world), zone).map(({ period, priced }) => tell(period, priced, 'en'))
}

function stateOf(row: ContractRow, world: World): Parameters<typeof foresee>[0] {
  const mine = <Row extends { contractId: string }>(rows: readonly Row[]) =>
    rows.filter(({ contractId }) => contractId === row.id)
  const customer = world.customers.find(({ id }) => id === row.customerId)!
  return {
    id: row.id,
    draft: row.draft,
    customerActive: customer.active,
    terminatedOn: row.terminatedOn === null ? null : day(row.terminatedOn),
    autoRenew: row.autoRenew,
    renewal: row.renewalCount === null ? null : { count: row.renewalCount, unit: row.renewalUnit! },
    terms: mine(world.terms)
      .sort((left, right) => byCode(left.startsOn, right.startsOn))
      .map(({ startsOn, endsOn, origin, createdAt }) => ({
        startsOn: day(startsOn),
        endsOn: day(endsOn),
        origin,
        createdAt,
      })),
    notices: mine(world.notices).sort((left, right) => byCode(left.side, right.side) || left.days - right.days),
    recipients: recipientsOf(row, world, customer.active),
    waiting: mine(world.deliveries)
      .filter(({ status }) => status === 'PLANNED')
      .sort((left, right) => byCode(left.dueOn, right.dueOn) || byCode(left.id, right.id))
      .map(({ endsOn, side, days, technicianId, contactId }) => ({
        endsOn: day(endsOn),
        side,
        days,
        recipientId: (technicianId ?? contactId)!,
      })),
  }
}

/** Who is told: those who are passive, have no address or may not see the customer are not. */
function recipientsOf({ id, customerId }: ContractRow, world: World, served: boolean) {
  const technicians = world.technicians
    .filter((each) => world.noticeUsers.some((chosen) => chosen.contractId === id && chosen.technicianId === each.id))
    .sort((left, right) => byCode(left.id, right.id))
    .map((each) => {
      const role = world.roles.find((one) => one.id === each.roleId)!
      const isLimited = role.onlyAuthorizedCustomers && !role.administrator
      const reaches = world.authorizations.some((one) => one.technicianId === each.id && one.customerId === customerId)
      const hindrance = !each.active ? ('PASSIVE' as const) : isLimited && !reaches ? ('OUT_OF_REACH' as const) : null
      return { ...each, kind: 'TECHNICIAN' as const, locale: 'tr' as const, hindrance, mayOpen: true }
    })
  const contacts = world.contacts
    .filter((each) => world.noticeContacts.some((chosen) => chosen.contractId === id && chosen.contactId === each.id))
    .sort((left, right) => byCode(left.id, right.id))
    .map((each) => {
      const hindrance =
        !each.active || !served ? ('PASSIVE' as const) : each.email === null ? ('NO_ADDRESS' as const) : null
      return { ...each, kind: 'CONTACT' as const, hindrance, mayOpen: false }
    })
  return [...technicians, ...contacts]
}

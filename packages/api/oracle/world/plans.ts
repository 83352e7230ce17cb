/** What is offered: working calendars, and plans with the revisions that they have had. */
import type { Dice } from '../dice.ts'
import { instant, stamps } from './instants.ts'
import type { CalendarRow, RevisionRow, World } from './rows.ts'
import { planTitle } from './words.ts'

/** Amounts as the database keeps them, with decimals that their currency has. */
const amounts: Readonly<Record<string, readonly string[]>> = {
  TRY: ['1250.5000', '20000.0000', '0.0100'],
  EUR: ['99.9000', '7.0000'],
  JPY: ['15000.0000', '1.0000'],
  KWD: ['1.2550', '20.0000'],
}
export const currencies = Object.keys(amounts)
export const amountIn = (dice: Dice, currency: string): string => dice.pick(amounts[currency]!)

const numbers = ['20.0000', '7.5000', '0.2500', '100.0000', '0.0000']
const bands = ['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY'] as const

export function addPlans(dice: Dice, world: World): void {
  for (const [index, name] of ['Merkez', 'İzmir şantiyesi', 'Ilıca'].entries())
    if (index < 2 || dice.chance(50)) world.calendars.push(calendar(dice, name, index === 0))
  for (let number = dice.int(3, 6); number > 0; number -= 1) addPlan(dice, world)
}

/** Hours and holidays lie in no order: whoever shows them brings them into one. */
function calendar(dice: Dice, name: string, standard: boolean): CalendarRow {
  const hours = dice
    .some([1, 2, 3, 4, 5, 6, 7], 1, 4)
    .flatMap((weekday) => [
      { weekday, from: '13:00', to: dice.pick(['18:00', '24:00']) },
      ...(dice.chance(50) ? [{ weekday, from: '08:30', to: '12:00' }] : []),
    ])
  const holidays = dice.some(
    [
      { on: '2026-10-28', name: 'Arife', from: '13:00' },
      { on: '2026-04-23', name: 'Çocuk Bayramı', from: null },
      { on: '2026-01-01', name: 'Yılbaşı', from: null },
    ],
    0,
    3,
  )
  return {
    type: 'WorkingCalendar',
    id: dice.uuid(),
    version: dice.int(1, 3),
    name,
    timeZone: dice.pick(['Europe/Istanbul', 'Asia/Tokyo']),
    workingHours: hours.toReversed(),
    holidays,
    standard,
    ...stamps(dice),
  }
}

function addPlan(dice: Dice, world: World): void {
  // One of each kind that is whole: what any change leaves good, and contracts are priced by.
  const whole = (['FLAT', 'HOURLY', 'PER_TICKET'] as const)[world.plans.length] ?? null
  const id = dice.uuid()
  const revision = dice.int(1, 3)
  world.plans.push({
    type: 'ServicePlan',
    id,
    version: dice.int(1, 3),
    revision,
    title: planTitle(dice),
    description: dice.maybe(40, () => dice.pick(['Küçük işletmeler için', 'Şantiyeler', ''])),
    active: dice.chance(70),
    ...stamps(dice),
  })
  const currency = dice.pick(currencies)
  for (let each = 1; each <= revision; each += 1) {
    const row = revisionOf(dice, world, id, each, currency)
    world.revisions.push(whole ? { ...row, ...wholeOf(dice, whole, currency) } : row)
  }
}

/** What a plan of a kind cannot do without. */
function wholeOf(dice: Dice, pricingMethod: RevisionRow['pricingMethod'], currency: string): Partial<RevisionRow> {
  const amount = () => amountIn(dice, currency)
  return {
    pricingMethod,
    fixedFee: amount(),
    includedHours: pricingMethod === 'HOURLY' ? dice.pick(numbers) : null,
    includedTickets: pricingMethod === 'PER_TICKET' ? dice.int(0, 5) : null,
    hourlyRate: pricingMethod === 'HOURLY' ? amount() : null,
    ticketRate: pricingMethod === 'PER_TICKET' ? amount() : null,
    overtimeMultiplier: '1.5000',
    costBases: pricingMethod === 'HOURLY' ? ['FIXED'] : [],
    bandRates: [],
  }
}

function revisionOf(dice: Dice, { calendars }: World, planId: string, revision: number, currency: string): RevisionRow {
  const amount = () => dice.maybe(40, () => amountIn(dice, currency))
  const number = () => dice.maybe(40, () => dice.pick(numbers))
  return {
    planId,
    revision,
    createdAt: instant(dice),
    pricingMethod: dice.pick(['HOURLY', 'PER_TICKET', 'FLAT']),
    billingMethod: dice.pick(['IN_ADVANCE', 'IN_ARREARS']),
    billingPeriod: dice.pick(['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONE_OFF']),
    currency,
    fixedFee: amount(),
    includedHours: number(),
    includedTickets: dice.maybe(40, () => dice.int(0, 50)),
    weeklyHourLimit: number(),
    hourlyRate: amount(),
    ticketRate: amount(),
    overtime: dice.pick(['NOT_BILLED', 'BILLED_AT_RATE', 'BILLED_AT_OVERTIME_RATE', 'REFUSED']),
    overtimeMultiplier: dice.maybe(40, () => dice.pick(['1.5000', '2.0000'])),
    overage: dice.pick(['BILLED', 'NOT_BILLED', 'REFUSED']),
    creditCoversOperationalOnly: dice.chance(50),
    rollOverUnused: dice.chance(50),
    rollOverCap: number(),
    rollOverPeriods: dice.maybe(40, () => dice.int(1, 12)),
    technicianMayAddCost: dice.chance(50),
    technicianMayAddTime: dice.chance(50),
    costBases: dice.some(['FIXED', 'DIFFERENTIAL']),
    bandRates: dice
      .some(bands)
      .map((band) => ({ band, amount: amountIn(dice, currency) }))
      .toReversed(),
    calendarId: dice.maybe(40, () => dice.pick(calendars).id),
  }
}

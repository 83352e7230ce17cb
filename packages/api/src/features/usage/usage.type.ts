import { decimal, enumType, flag, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { Money } from '../../core/graphql/money.ts'
import { GraphQLDate, GraphQLDecimal } from '../../core/graphql/scalars.ts'
import { RateBand } from '../plans/index.ts'
import { Ticket } from '../tickets/index.ts'

const InvoiceLineKind = enumType('InvoiceLineKind', 'What a line is about.', {
  FIXED_FEE: 'The fee of the period.',
  WORK: 'Normal hours that no credit covers.',
  OVERTIME: 'Hours over the weekly limit.',
  TICKETS: 'Resolved tickets that no credit covers.',
  EXTRA_COST: 'An amount that came with work.',
  CREDIT: 'Work that credit covers, at 0.',
  REFUND: 'A fee that is given back.',
})

@type('A part of what a line was made of. The sources of a line add up to it, to the minor unit.')
export class LineSource {
  @maybe.of(() => Ticket, 'The ticket that was resolved.') ticket!: Ticket | null
  @maybe.of(() => GraphQLDate, 'First day of the period whose credit covers it.') creditOf!: string | null
  @maybe.whole('Minutes of the entry.') minutes!: number | null
  @maybe.of(() => RateBand, 'When it was worked.') band!: string | null
  @flag('Whether it is over the weekly limit.') overtime!: boolean
  @of(() => Money, 'Price of an hour, a ticket or the piece; up to four decimals.') unitPrice!: Money
  @of(() => Money, 'Its share of the line.') amount!: Money
}

@type('A line of what a period comes to.')
export class InvoiceLine {
  @of(() => InvoiceLineKind, 'What it is about.') kind!: string
  @text('The same in words.') description!: string
  @decimal('Hours, tickets, or 1; four places.') quantity!: string
  @text('HOUR, TICKET, PERIOD or PIECE.') unit!: string
  @of(() => Money, 'Price of one; up to four decimals.') unitPrice!: Money
  @of(() => Money, 'What the line comes to, rounded once.') amount!: Money
  @flag('Work that the plan gives away.') givenAway!: boolean
  @of(() => [LineSource], 'What it was made of.') sources!: LineSource[]
}

@type('A billing period of a contract: its fee, credit and work, whenever they are billed.')
export class PeriodUsage {
  @of(() => GraphQLDate, 'Its first day.') startsOn!: string
  @of(() => GraphQLDate, 'Its last day.') endsOn!: string
  @maybe.of(() => GraphQLDecimal, 'Hours that come with it; null when none do.') includedHours!: string | null
  @decimal('Hours of credit that earlier periods left.') rolledOverHours!: string
  @decimal('Billable hours that were worked, overtime too.') usedHours!: string
  @decimal('Those of them that credit covers.') coveredHours!: string
  @maybe.of(() => GraphQLDecimal, 'Hours of credit that are left; null when the plan gives none.')
  remainingHours!: string | null
  @decimal('Hours over the weekly limit.') overtimeHours!: string
  @maybe.of(() => GraphQLDecimal, 'Tickets that come with it; null when none do.') includedTickets!: string | null
  @decimal('Tickets of credit that earlier periods left.') rolledOverTickets!: string
  @whole('Tickets that were resolved for the first time.') resolvedTickets!: number
  @maybe.of(() => GraphQLDecimal, 'Tickets of credit that are left; null when the plan gives none.')
  remainingTickets!: string | null
  @of(() => Money, 'The sum of the lines.') expected!: Money
  @of(() => [InvoiceLine], 'Line by line.') lines!: InvoiceLine[]
}

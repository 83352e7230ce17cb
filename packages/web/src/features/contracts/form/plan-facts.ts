import { plural } from '@lingui/core/macro'
import type { Formats } from '~/lib/format'
import type { PlanChoicesQuery } from './__generated__/PlanChoices'

type PlanChoice = PlanChoicesQuery['servicePlans']['nodes'][number]

/** What comes with a plan, in a few words: its credit and its fee. */
export function planFacts({ includedHours, includedTickets, fixedFee }: PlanChoice, format: Formats): string[] {
  const hours = Number(includedHours ?? 0)
  const [shownHours, shownTickets] = [format.number(hours), format.number(includedTickets ?? 0)]
  return [
    hours > 0 ? plural(hours, { one: `${shownHours} hour included`, other: `${shownHours} hours included` }) : '',
    includedTickets
      ? plural(includedTickets, { one: `${shownTickets} ticket included`, other: `${shownTickets} tickets included` })
      : '',
    fixedFee && Number(fixedFee.amount) > 0 ? format.money(fixedFee.amount, fixedFee.currency) : '',
  ].filter(Boolean)
}

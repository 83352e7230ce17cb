/** What may be logged on a day, for the form that somebody fills in. Writes nothing. */
import { Temporal } from 'temporal-polyfill'
import { verb, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { askingIn } from '../usage/index.ts'
import { allowanceOn, standingOn } from './time.limits.ts'
import { subjectOf } from './time.subject.ts'

const nothing = {
  underContract: false,
  currency: null,
  mayAddCost: false,
  mayAddTime: false,
  weekMinutes: null,
  weekMinutesLeft: null,
  overtime: null,
  creditMinutesLeft: null,
  overage: null,
}

export interface AskedAllowance {
  ticketId?: string
  contractId?: string
  on: string
}

/** Null when the ticket or contract is not there for the one who asks. */
export function timeAllowance(context: VerbContext, { ticketId, contractId, on }: AskedAllowance) {
  return verb(context, async (em) => {
    const subject = await subjectOf(em, { ticketId, contractId }).catch((error: unknown) => {
      if (error instanceof Problem) return null
      throw error
    })
    if (!subject) return null
    const day = Temporal.PlainDate.from(on)
    const ask = askingIn(em)
    const standing = subject.contract ? await standingOn(ask, subject.contract.id, day) : null
    if (!standing) return nothing
    const { pricing } = standing
    return {
      ...nothing,
      underContract: true,
      ...(pricing && {
        currency: pricing.plan.currency,
        mayAddCost: pricing.mayAddCost,
        mayAddTime: pricing.mayAddTime,
        overtime: pricing.plan.overtime,
        overage: pricing.plan.overage,
      }),
      ...(await allowanceOn(ask, subject.contract!.id, day, standing, context.clock.timeZone)),
    }
  })
}

/**
 * What has become due on a contract at a moment of the clock: terms that follow, notices that are planned, sent, or not
 * sent any more. Pure: the sweep writes it down, the forecast shows it.
 */
import {
  dayAfter,
  isBefore,
  judge,
  nextTerm,
  passedWhenSet,
  planned,
  type Day,
  type Length,
  type Moment,
  type Notice,
  type Planned,
  type SkipReason,
  type Term,
} from '../calendar/index.ts'

/** Somebody who is told of an end. `hindrance`: why nothing can be sent to him or her now. */
export interface Recipient {
  id: string
  kind: 'TECHNICIAN' | 'CONTACT'
  name: string
  email: string | null
  locale: 'tr' | 'en'
  hindrance: SkipReason | null
  /** Whether the contract's page opens for him or her. */
  mayOpen: boolean
}

export interface ChainTerm extends Term {
  origin: 'INITIAL' | 'AUTOMATIC' | 'MANUAL'
  /** When it was entered; absent until it is. */
  createdAt?: string
}

/** Everything that decides what becomes due. `waiting`: notices that are planned and neither sent nor skipped. */
export interface ContractState {
  id: string
  draft: boolean
  customerActive: boolean
  terminatedOn: Day | null
  autoRenew: boolean
  renewal: Length | null
  terms: readonly ChainTerm[]
  notices: readonly Notice[]
  recipients: readonly Recipient[]
  waiting: readonly Planned[]
}

export interface Step {
  terms: ChainTerm[]
  /** New notices of the last end; those whose day has passed are skipped at once. */
  plan: { notice: Planned; skipped: SkipReason | null }[]
  /** Notices that wait no more because their end never came: they leave no trace. */
  remove: Planned[]
  send: { notice: Planned; recipient: Recipient }[]
  skip: { notice: Planned; because: SkipReason }[]
}

/** So many terms at once; a clock that is far ahead is caught up with step by step. */
export const mostTerms = 400

/** Whether the contract goes on by itself after its last day. */
const renewsItself = ({ draft, terminatedOn, autoRenew, customerActive, renewal }: ContractState) =>
  !draft && !terminatedOn && autoRenew && customerActive && renewal !== null

const keyOf = ({ endsOn, side, days, recipientId }: Planned) => `${endsOn.toString()} ${side} ${days} ${recipientId}`

/** Notices of an end that are set on a day: what has passed by then is skipped. */
export function planFor(state: Pick<ContractState, 'notices' | 'recipients'>, endsOn: Day, setOn: Day): Step['plan'] {
  return planned(
    endsOn,
    state.notices,
    state.recipients.map(({ id }) => id),
  ).map((notice) => ({ notice, skipped: passedWhenSet(notice, setOn) ? 'DATE_PASSED' : null }))
}

/** What is due at `moment`. Renewal comes first: a renewed end sends no notices any more. */
export function stepOf(state: ContractState, moment: Moment): Step {
  const step: Step = { terms: [], plan: [], remove: [], send: [], skip: [] }
  if (state.draft) return { ...step, remove: [...state.waiting] }
  const chain = [...state.terms]
  while (renewsItself(state) && isBefore(chain.at(-1)!.endsOn, moment.today) && step.terms.length < mostTerms) {
    const term: ChainTerm = { ...nextTerm(chain, state.renewal!), origin: 'AUTOMATIC' }
    chain.push(term)
    step.terms.push(term)
  }
  const last = chain.at(-1)
  const begun = step.terms.at(-1)
  const waiting: Planned[] = []
  for (const notice of state.waiting)
    if (begun && notice.side === 'AFTER_END' && isBefore(notice.endsOn, begun.startsOn)) step.remove.push(notice)
    else waiting.push(notice)
  if (begun) {
    // Set on the term's first day, however late that is found out.
    step.plan = planFor(state, begun.endsOn, begun.startsOn)
    waiting.push(...step.plan.filter(({ skipped }) => !skipped).map(({ notice }) => notice))
  }
  if (!last) return step
  const recipients = new Map(state.recipients.map((recipient) => [recipient.id, recipient]))
  const end = { lastEndsOn: last.endsOn, terminated: state.terminatedOn !== null }
  const { send, skip } = judge(waiting, end, moment)
  step.skip.push(...skip)
  for (const notice of send) {
    const recipient = recipients.get(notice.recipientId)
    if (recipient && !recipient.hindrance) step.send.push({ notice, recipient })
    else step.skip.push({ notice, because: recipient?.hindrance ?? 'PASSIVE' })
  }
  return step
}

/** The contract after a step, as the next one finds it. */
export function after(state: ContractState, step: Step): ContractState {
  const done = new Set(
    [...step.remove, ...step.send.map(({ notice }) => notice), ...step.skip.map(({ notice }) => notice)].map(keyOf),
  )
  const added = step.plan.filter(({ skipped }) => !skipped).map(({ notice }) => notice)
  return {
    ...state,
    terms: [...state.terms, ...step.terms],
    waiting: [...state.waiting, ...added].filter((notice) => !done.has(keyOf(notice))),
  }
}

/** Whether a step changes anything. */
export const isNothing = (step: Step): boolean =>
  [step.terms, step.plan, step.remove, step.send, step.skip].every((part) => part.length === 0)

/** The next day after `day` on which something may become due; null when nothing ever will. */
export function nextDay(state: ContractState, day: Day, dueOf: (notice: Planned) => Day): Day | null {
  const days = state.waiting.map(dueOf)
  const last = state.terms.at(-1)
  if (last && renewsItself(state)) days.push(dayAfter(last.endsOn))
  return days
    .filter((each) => isBefore(day, each))
    .reduce<Day | null>((first, each) => (first && !isBefore(each, first) ? first : each), null)
}

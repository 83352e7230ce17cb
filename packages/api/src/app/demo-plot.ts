/** The story of one demo ticket as steps, each of which writes what it leaves in the tables. */
import { newId } from '../core/db/ids.ts'
import type { CastTicket } from './demo-cast.ts'
import type { Dice, Say } from './demo-dice.ts'
import { anyTopic, type Topic } from './demo-ticket-texts.ts'
import type { DemoAsset, DemoPerson, DemoTechnician, DemoWorld } from './demo-tickets.ts'

export interface Plot {
  steps: { hours: number; run: (at: Date) => void }[]
  ticket: object
  comments: object[]
  approvals: object[]
  events: object[]
}

interface Setting {
  topic: Topic
  part: CastTicket | undefined
  roll: Dice
  say: Say
  person: DemoPerson
  assignee: DemoTechnician
  desk: DemoTechnician[]
  world: DemoWorld
  number: string
  /** Which of the topic's subjects, with its text and solution. */
  variant: number
  opened: Date
  asset: DemoAsset | undefined
}

type Actor = { id: string; name: string; kind: string }
type Change = { field: string; from: string | null; to: string | null }
const mostComments = 6

/** Plans the whole life of a ticket; how far it is told is the caller's. */
export function plotOf(setting: Setting): Plot {
  const { topic, part, roll, say, person, assignee, desk, world, number, opened, asset, variant } = setting
  const requester: Actor = { ...person, kind: 'CONTACT' }
  const front = roll.pick(desk)
  const priority = topic.priority ?? roll.pick(['NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'HIGH', 'LOW'])
  const fitting = (texts: string[]) => say(texts[variant % texts.length]!)
  const ticket = {
    id: newId(),
    version: 1,
    number,
    kind: topic.kind,
    subject: capital(fitting(topic.subjects)),
    description: capital(fitting(topic.texts)),
    status: 'OPEN',
    approval: 'NOT_NEEDED',
    priority,
    customer_id: person.customerId,
    requester_id: person.id,
    group_id: person.groupId,
    assignee_id: null as string | null,
    asset_id: asset?.id ?? null,
    rating: null as number | null,
    rating_comment: null as string | null,
    opened_at: opened,
    updated_at: opened,
    resolved_at: null as Date | null,
    closed_at: null as Date | null,
  }
  const plot: Plot = { steps: [], ticket, comments: [], approvals: [], events: [] }
  let publicOnes = 0

  const record = (at: Date, actor: Actor, action: string, changes: Change[]) => {
    if (action !== 'CREATED') ticket.version += 1
    ticket.updated_at = at
    plot.events.push({
      id: newId(),
      at,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      action,
      subject_type: 'Ticket',
      subject_id: ticket.id,
      customer_id: ticket.customer_id,
      changes,
    })
  }
  const move = (at: Date, actor: Actor, status: string, action = 'UPDATED') => {
    record(at, actor, action, [{ field: 'status', from: ticket.status, to: status }])
    ticket.status = status
    ticket.resolved_at = status === 'RESOLVED' ? at : status === 'CLOSED' ? ticket.resolved_at : null
    ticket.closed_at = status === 'CLOSED' || status === 'CANCELLED' ? at : null
  }
  /** Who has no sign-in, or has it no more, tells us on the telephone: nothing is written in his or her name. */
  const writes = (at: Date, actor: Actor) =>
    actor !== requester || (person.signsIn && !(person.until && at > person.until))
  const comment = (at: Date, actor: Actor, template: string, internal = false) => {
    if (!writes(at, actor) || (!internal && publicOnes === mostComments)) return
    if (!internal) {
      publicOnes += 1
      ticket.updated_at = at
    }
    plot.comments.push({
      id: newId(),
      customer_id: ticket.customer_id,
      ticket_id: ticket.id,
      body: capital(say(template)),
      internal,
      author_kind: actor.kind,
      author_id: actor.id,
      author_name: actor.name,
      created_at: at,
    })
  }
  const step = (hours: [number, number], run: (at: Date) => void) =>
    plot.steps.push({ hours: hours[0] + roll.real() * (hours[1] - hours[0]), run })

  // Once the part of a cast ticket is played, no more steps are added.
  let over = false
  const until = (mark: CastTicket['stop']) => (over ||= part?.stop === mark)
  const maybe = (share: number, mark?: CastTicket['stop']) =>
    part ? part.stop === mark || (!mark && roll.chance(share)) : roll.chance(share)

  const byTelephone = !person.signsIn || (!part && roll.chance(0.2))
  step([0, 0], (at) =>
    record(at, byTelephone ? front : requester, 'CREATED', [
      { field: 'number', from: null, to: number },
      { field: 'kind', from: null, to: topic.kind },
      { field: 'subject', from: null, to: ticket.subject },
      { field: 'priority', from: null, to: priority },
    ]),
  )
  const assign = () =>
    step([0.2, 4], (at) => {
      record(at, front, 'UPDATED', [{ field: 'assignee', from: null, to: assignee.name }])
      ticket.assignee_id = assignee.id
    })
  if (part?.by && part.stop === 'OPEN') assign()
  if (until('OPEN')) return plot

  const cancel = (text: string | null) =>
    step([2, 24], (at) => {
      if (text) comment(at, requester, text)
      move(at, front, 'CANCELLED')
    })
  if (!part && roll.chance(0.035)) {
    cancel(roll.pick(anyTopic.cancelled))
    return plot
  }

  const asked = topic.approval && approverOf(person, world, opened)
  if (asked && (part ? part.stop === 'PENDING' || part.stop === 'APPROVED' : roll.chance(0.85))) {
    const approval = {
      id: newId(),
      customer_id: ticket.customer_id,
      ticket_id: ticket.id,
      contact_id: asked.id,
      contact_name: asked.name,
      asked_at: opened,
      decision: null as string | null,
      comment: null as string | null,
      decided_at: null as Date | null,
    }
    step([0.5, 5], (at) => {
      record(at, front, 'APPROVAL_ASKED', [
        { field: 'approval', from: 'NOT_NEEDED', to: 'PENDING' },
        { field: 'approvers', from: null, to: asked.name },
      ])
      ticket.approval = 'PENDING'
      plot.approvals.push(Object.assign(approval, { asked_at: at }))
    })
    if (until('PENDING')) return plot
    const yes = part !== undefined || roll.chance(0.84)
    const decision = yes ? 'APPROVED' : 'REJECTED'
    step([3, 60], (at) => {
      record(at, { ...asked, kind: 'CONTACT' }, decision, [{ field: 'approval', from: 'PENDING', to: decision }])
      ticket.approval = decision
      const text = roll.pick(yes ? anyTopic.approved : anyTopic.rejected)
      Object.assign(approval, { decision, decided_at: at, comment: text && say(text) })
    })
    if (!yes) {
      cancel(null)
      return plot
    }
  }

  if (!part || part.by) assign()
  if (until('APPROVED')) return plot
  step([0.3, 8], (at) => {
    move(at, assignee, 'IN_PROGRESS')
    if (roll.chance(0.55)) comment(at, assignee, roll.pick(anyTopic.taken))
  })
  const talk = topic.talk && maybe(0.7) ? roll.pick(topic.talk) : undefined
  if (talk) {
    step([0.2, 3], (at) => comment(at, assignee, talk[0]))
    step([0.3, 10], (at) => comment(at, requester, talk[1]))
  }
  if (maybe(0.4)) step([0.2, 4], (at) => comment(at, assignee, roll.pick(topic.notes ?? anyTopic.notes), true))
  if (until('IN_PROGRESS')) return plot

  if (maybe(0.2, 'WAITING')) {
    step([0.5, 6], (at) => {
      move(at, assignee, 'WAITING')
      comment(at, assignee, roll.pick(anyTopic.waiting))
    })
    if (!talk && maybe(0.5)) step([20, 70], (at) => comment(at, requester, roll.pick(anyTopic.nudge)))
    // Some of the latest wait for long.
    if (until('WAITING') || (+world.now - +opened < 30 * 86_400_000 && roll.chance(0.5))) return plot
    step([5, 60], (at) => move(at, assignee, 'IN_PROGRESS'))
  }
  const resolve = () =>
    step([0.5, 40], (at) => {
      move(at, assignee, 'RESOLVED')
      comment(at, assignee, fitting(topic.done))
    })
  resolve()
  if (until('RESOLVED')) return plot

  const happy = maybe(0.4)
  if (happy) step([0.5, 20], (at) => comment(at, requester, roll.pick(anyTopic.thanks)))
  else if (person.signsIn && maybe(0.07)) {
    step([5, 30], (at) => {
      move(at, requester, 'OPEN', 'REOPENED')
      comment(at, requester, roll.pick(anyTopic.again))
    })
    step([0.3, 4], (at) => move(at, assignee, 'IN_PROGRESS'))
    resolve()
  }
  if (person.signsIn && maybe(0.4))
    step([0.2, 20], (at) => {
      ticket.rating = happy ? roll.pick([5, 5, 5, 4]) : roll.pick([5, 4, 4, 3, 2])
      ticket.rating_comment = roll.pick(ticket.rating > 3 ? anyTopic.praise : anyTopic.blame)
      record(at, requester, 'RATED', [{ field: 'rating', from: null, to: String(ticket.rating) }])
    })
  step([60, 130], (at) => move(at, front, 'CLOSED'))
  return plot
}

/** Who decides at the customer: somebody with the right to the company's records, else the first of the others. */
function approverOf(person: DemoPerson, { people }: DemoWorld, at: Date): DemoPerson | undefined {
  const able = people.filter(
    (other) =>
      other.customerId === person.customerId &&
      other.id !== person.id &&
      other.signsIn &&
      !other.until &&
      other.since < at,
  )
  return able.find(({ seesCompany }) => seesCompany) ?? able[0]
}

/** A sentence's first letter; “e-Fatura” is written so everywhere. */
const capital = (text: string) =>
  text.startsWith('e-') ? text : text.charAt(0).toLocaleUpperCase('tr') + text.slice(1)

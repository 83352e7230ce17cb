/**
 * Who has which ticket open, over all nodes. Each node knows its own sockets and repeats what it knows; what a node does
 * not repeat is over. Only ids travel.
 */
import { randomBytes } from 'node:crypto'
import type { Listener } from '../../core/live/listener.ts'
import { nextMoment, Pending, type Source } from '../../core/live/pending.ts'

const channel = 'ticket_presence'

export interface BoardOptions {
  /** Milliseconds between two repetitions; what was not repeated for three of them is over. */
  every?: number
}

export class PresenceBoard {
  /** Ticket → technician → who here has it open. */
  readonly #here = new Map<string, Map<string, Set<Pending>>>()
  /** Ticket → "node technician" → until when it holds, by our clock that never runs backwards. */
  readonly #elsewhere = new Map<string, Map<string, number>>()
  readonly #node = randomBytes(6).toString('hex')
  readonly #listener: Listener
  readonly #every: number
  readonly #timer: NodeJS.Timeout

  constructor(listener: Listener, { every = 5_000 }: BoardOptions = {}) {
    this.#listener = listener
    this.#every = every
    listener.on(channel, (text) => this.#hear(text))
    listener.onGap(() => this.#repeat())
    this.#timer = setInterval(() => this.#repeat(), every).unref()
  }

  /** Puts a technician in front of a ticket, from its beginning until the source is closed. */
  join(ticketId: string, technicianId: string): Source & Required<Pick<Source, 'begin'>> {
    const ticket = ticketId.toLowerCase()
    const pending: Pending = new Pending({
      only: ticket,
      args: (changed) => ({ changed, present: this.present(ticket) }),
      onBegin: () => this.#enter(ticket, technicianId, pending),
      onClose: () => this.#leave(ticket, technicianId, pending),
    })
    return pending
  }

  /** Ids of the technicians who have the ticket open, on any node. */
  present(ticket: string): string[] {
    const now = performance.now()
    const elsewhere = [...(this.#elsewhere.get(ticket) ?? [])].flatMap(([who, until]) =>
      until > now ? [who.split(' ')[1]!] : [],
    )
    return [...new Set([...(this.#here.get(ticket)?.keys() ?? []), ...elsewhere])]
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #enter(ticket: string, technicianId: string, pending: Pending): void {
    const people = this.#here.get(ticket) ?? new Map<string, Set<Pending>>()
    this.#here.set(ticket, people)
    const mine = people.get(technicianId) ?? new Set()
    people.set(technicianId, mine.add(pending))
    pending.add(ticket, nextMoment())
    if (mine.size === 1) this.#changed(ticket)
    this.#say(ticket, technicianId, 'here')
  }

  #leave(ticket: string, technicianId: string, pending: Pending): void {
    const people = this.#here.get(ticket)
    const mine = people?.get(technicianId)
    if (!people || !mine?.delete(pending) || mine.size > 0) return
    people.delete(technicianId)
    if (people.size === 0) {
      this.#here.delete(ticket)
      this.#elsewhere.delete(ticket)
    }
    this.#changed(ticket)
    this.#say(ticket, technicianId, 'gone')
  }

  #say(ticket: string, technicianId: string, what: 'here' | 'still' | 'gone'): void {
    // A node that cannot speak now repeats it soon.
    this.#listener.say(channel, `${this.#node} ${ticket} ${technicianId} ${what}`).catch(() => undefined)
  }

  #hear(text: string): void {
    const [node, ticket, technicianId, what] = text.split(' ')
    // Who has nobody in front of a ticket need not know who else is.
    if (!node || !ticket || !technicianId || node === this.#node || !this.#here.has(ticket)) return
    const others = this.#elsewhere.get(ticket) ?? new Map<string, number>()
    this.#elsewhere.set(ticket, others)
    const who = `${node} ${technicianId}`
    const known = others.has(who)
    if (what === 'gone') others.delete(who)
    else others.set(who, performance.now() + 3 * this.#every)
    if (known !== others.has(who)) this.#changed(ticket)
    // Whoever comes learns who is there.
    if (what === 'here') for (const each of this.#here.get(ticket)!.keys()) this.#say(ticket, each, 'still')
  }

  #repeat(): void {
    const now = performance.now()
    for (const [ticket, people] of this.#here) for (const each of people.keys()) this.#say(ticket, each, 'still')
    for (const [ticket, others] of this.#elsewhere) {
      const over = [...others].filter(([, until]) => until <= now)
      for (const [who] of over) others.delete(who)
      if (over.length) this.#changed(ticket)
    }
  }

  #changed(ticket: string): void {
    const moment = nextMoment()
    for (const all of this.#here.get(ticket)?.values() ?? []) for (const pending of all) pending.add(ticket, moment)
  }
}

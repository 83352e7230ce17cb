/**
 * Tells receivers which tickets changed. The database says so with ids only (migration 0003); a receiver is passed over
 * when these ids show that the ticket cannot be one of his or hers. That is for speed: whoever is not passed over reads
 * the ticket as himself, and the row policies decide.
 */
import type { Pool } from 'pg'
import type { Principal } from '../../core/auth/principal.ts'
import { firstIdAt } from '../../core/db/ids.ts'
import { Slots } from '../../core/graphql/slots.ts'
import type { Listener } from '../../core/live/listener.ts'
import { nextMoment, Pending, type Source } from '../../core/live/pending.ts'
import { isConcerned, rightsChannel } from '../../core/live/rights.ts'
import { readAs } from '../../core/read/read-as.ts'

/** What `ticket_changed` says: "ticket customer requester group flags", a dash for no group. */
interface Change {
  ticket: string
  customer: string
  requester: string
  group: string
  /** For staff only, such as an internal comment. */
  internal: boolean
  /** Contacts were asked for approval: they see it whoever opened it. */
  asked: boolean
}

interface Receiver {
  pending: Pending
  principal: Principal
  /** Customers, or of a contact all contacts of the same sign-in; undefined while that is not known. */
  reach: ReadonlySet<string> | null | undefined
  /** Whoever finds the reach out may say it only when nothing has changed since. */
  asked: object
}

/** Beyond, a list in memory costs more than to ask the database about each change. */
const mostReach = 500
/** Of what was missed, so many tickets are looked at; whoever missed more has to ask again. */
const mostMissed = 500
/** Clocks of transactions: a ticket is changed before the change is told. */
const missedBefore = 30_000

/**
 * What was told and may have been missed, as far as the one who asks may see it. An internal comment and one more who is
 * asked for approval leave no trace on their ticket; the keys, which sort by time, find them without reading the rest.
 */
const MISSED = /* sql */ `
  select id from ticket where updated_at > $1
  union select ticket_id from ticket_comment where id >= $2 and created_at > $1
  union select ticket_id from ticket_approval where id >= $2 and asked_at > $1
  limit ${mostMissed + 1}`

export class TicketFeed {
  readonly #receivers = new Set<Receiver>()
  readonly #pool: Pool
  readonly #turns = new Slots(2, Infinity)
  readonly #log: { warn(note: object, text: string): void }

  constructor(listener: Listener, pool: Pool, log: { warn(note: object, text: string): void }) {
    this.#pool = pool
    this.#log = log
    listener.on('ticket_changed', (text) => this.#tell(text))
    // At once: until the reach is found out anew, nothing is passed over.
    listener.on(rightsChannel, (text) => {
      for (const each of this.#receivers) if (isConcerned(each.principal, text)) doubt(each)
    })
    listener.onGap((since) => this.#catchUp(since))
  }

  /** How many listen now. */
  get size(): number {
    return this.#receivers.size
  }

  /** Changes of one ticket, or of all that the principal may see. */
  watch(principal: Principal, ticketId: string | null): Source {
    const receiver: Receiver = {
      principal,
      reach: undefined,
      asked: {},
      pending: new Pending({
        only: ticketId?.toLowerCase() ?? null,
        onReconsider: (now) => {
          receiver.principal = now
          this.#learn(receiver)
        },
        onClose: () => this.#receivers.delete(receiver),
      }),
    }
    this.#receivers.add(receiver)
    this.#learn(receiver)
    return receiver.pending
  }

  #tell(text: string): void {
    const moment = nextMoment()
    const change = parse(text)
    for (const { pending, principal, reach } of this.#receivers) {
      const { only } = pending
      if (!change) {
        // So much changed at once that nobody says what.
        if (only) pending.add(only, moment)
        else pending.overflow()
      } else if (
        only ? only === change.ticket && (isStaff(principal) || !change.internal) : concerns(change, principal, reach)
      )
        pending.add(change.ticket, moment)
    }
  }

  /** Finds out who is concerned; until then, and when it fails, everybody is asked about every change. */
  #learn(receiver: Receiver): void {
    const { principal } = receiver
    const asked = doubt(receiver)
    const sql =
      principal.kind === 'CONTACT'
        ? 'select r as id from app_own_contacts() r'
        : principal.customerCount !== null && principal.customerCount <= mostReach
          ? 'select r as id from app_reach() r'
          : null
    if (sql === null) return void (receiver.reach = null)
    void this.#ids(principal, sql).then((ids) => {
      if (ids && receiver.asked === asked) receiver.reach = new Set(ids)
      return null
    })
  }

  /** Ids that a statement finds as the principal; null when it could not be asked. */
  async #ids(principal: Principal, sql: string, values: unknown[] = []): Promise<string[] | null> {
    try {
      const giveBack = await this.#turns.take('feed')
      const rows = await readAs<{ id: string }>(this.#pool, principal, sql, values).finally(giveBack)
      return rows.map(({ id }) => id)
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'a subscription could not be narrowed or caught up')
      return null
    }
  }

  /** The connection that listens was lost: what was changed meanwhile is looked for. */
  #catchUp(since: Date): void {
    const moment = nextMoment()
    const from = new Date(since.getTime() - missedBefore)
    for (const { pending, principal } of this.#receivers) {
      if (pending.only) {
        pending.add(pending.only, moment)
        continue
      }
      void this.#ids(principal, MISSED, [from, firstIdAt(from)]).then((ids) => {
        if (!ids || ids.length > mostMissed) pending.overflow()
        else for (const id of ids) pending.add(id, moment)
        return null
      })
    }
  }
}

function doubt(receiver: Receiver): object {
  receiver.reach = undefined
  receiver.asked = {}
  return receiver.asked
}

const isStaff = ({ kind }: Principal) => kind === 'ADMIN' || kind === 'TECHNICIAN'

function parse(text: string): Change | undefined {
  const [ticket, customer, requester, group, flags = ''] = text.split(' ')
  if (!ticket || !customer || !requester || !group) return undefined
  return { ticket, customer, requester, group, internal: flags.includes('i'), asked: flags.includes('a') }
}

/** Whether the change may be about something that the principal sees. It may say yes too often, never no. */
function concerns(change: Change, principal: Principal, reach: Receiver['reach']): boolean {
  if (isStaff(principal)) return !reach || reach.has(change.customer)
  if (change.internal) return false
  if (principal.kind === 'PARTNER') return !reach || reach.has(change.customer)
  // Own tickets of former employers too.
  if (!reach || reach.has(change.requester)) return true
  if (change.customer !== principal.customerId) return false
  return (
    change.asked || principal.seesCompanyRecords || (principal.seesGroupRecords && change.group === principal.groupId)
  )
}

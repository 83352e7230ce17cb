/**
 * Tells who waits for a job how far it is, until it has ended. The database says so with the id only (migration 0007);
 * each receiver reads the job as himself, and the row policies decide.
 */
import type { Pool } from 'pg'
import type { Principal } from '../../core/auth/principal.ts'
import { Slots } from '../../core/graphql/slots.ts'
import type { Listener } from '../../core/live/listener.ts'
import { nextMoment, Pending, type Source } from '../../core/live/pending.ts'
import { readAs } from '../../core/read/read-as.ts'

interface Receiver {
  pending: Pending
  principal: Principal
}

export class JobFeed {
  /** By the job's id. */
  readonly #receivers = new Map<string, Set<Receiver>>()
  readonly #pool: Pool
  readonly #turns = new Slots(2, Infinity)
  readonly #log: { warn(note: object, text: string): void }

  constructor(listener: Listener, pool: Pool, log: { warn(note: object, text: string): void }) {
    this.#pool = pool
    this.#log = log
    listener.on('job_changed', (text) => this.#tell(text))
    // Its end may have been missed.
    listener.onGap(() => {
      for (const [job, those] of this.#receivers) for (const each of those) void this.#look(job, each)
    })
  }

  /** How many listen now. */
  get size(): number {
    return [...this.#receivers.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** Where the job stands now and whenever it goes on; over when the job is. */
  watch(principal: Principal, id: string): Source {
    const job = id.toLowerCase()
    const receiver: Receiver = {
      principal,
      pending: new Pending({
        only: job,
        onBegin: () => void this.#look(job, receiver),
        onReconsider: (now) => {
          receiver.principal = now
        },
        onClose: () => this.#leave(job, receiver),
      }),
    }
    this.#receivers.set(job, (this.#receivers.get(job) ?? new Set()).add(receiver))
    return receiver.pending
  }

  #leave(job: string, receiver: Receiver): void {
    const those = this.#receivers.get(job)
    those?.delete(receiver)
    if (those?.size === 0) this.#receivers.delete(job)
  }

  #tell(text: string): void {
    const [job = '', over] = text.split(' ')
    const moment = nextMoment()
    for (const { pending } of this.#receivers.get(job) ?? []) {
      if (over) pending.finish(job, moment)
      else pending.add(job, moment)
    }
  }

  /** What ended before one listened is told once. */
  async #look(job: string, { pending, principal }: Receiver): Promise<void> {
    try {
      const giveBack = await this.#turns.take('feed')
      const sql = 'select finished_at is not null as over from job where id = $1'
      const [row] = await readAs<{ over: boolean }>(this.#pool, principal, sql, [job]).finally(giveBack)
      if (row?.over) pending.finish(job, nextMoment())
      else pending.add(job, nextMoment())
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'a job that is waited for could not be looked at')
      pending.overflow()
    }
  }
}

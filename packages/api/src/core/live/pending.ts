import type { Principal } from '../auth/principal.ts'
import { timeout } from '../graphql/errors.ts'

/** What a subscription has to look at next. */
export interface Batch {
  /** Ids whose rows changed; none when only the rights of the one who asks may have. */
  ids: readonly string[]
  /** Grows with what happens: a look that began at the same moment or later has seen all of it. */
  moment: number
}

/** What `subscribe` of a root field of Subscription gives. */
export interface Source {
  /** The one thing that the subscription is about: when it is not there any more, the subscription is over. */
  readonly only: string | null
  /** Arguments of the root field by which its model finds the rows of these ids. */
  args(ids: readonly string[]): Readonly<Record<string, unknown>>
  /** Called when it is settled that the one who asks may have it: from then on it may be seen by others. */
  begin?(): void
  /** Waits for the next batch; null when it is over. Throws TIMEOUT at who has fallen behind. */
  take(): Promise<Batch | null>
  /** The rights of the one who asks may have changed; this is who it is now. They are asked again. */
  reconsider(principal: Principal): void
  close(): void
}

export interface PendingOptions {
  only?: string | null
  args?: Source['args']
  onBegin?: () => void
  /** Called when the rights may have changed. */
  onReconsider?: (principal: Principal) => void
  /** Called once, when it is closed. */
  onClose?: () => void
  /** Milliseconds between two batches: what happens in between is looked at once. */
  gap?: number
}

/** Ids of one batch: they are read by one statement. */
const together = 25
/** Whoever leaves more than so many ids waiting has fallen behind, and does better to ask for the list again. */
const mostWaiting = 5_000

let moments = 0
/** A moment after all that were. What happens is given one before anybody is told. */
export const nextMoment = (): number => (moments += 1)

/** Gathers ids for one receiver. An id that waits is not put in twice, and nothing is read before its turn. */
export class Pending implements Source {
  readonly only: string | null
  readonly args: Source['args']
  readonly #options: PendingOptions
  readonly #ids = new Set<string>()
  #moment = 0
  #asked = false
  #behind = false
  #finished = false
  #closed = false
  #last = -Infinity
  #wake: (() => void) | undefined

  constructor(options: PendingOptions = {}) {
    this.#options = options
    this.only = options.only ?? null
    this.args = options.args ?? ((changed) => ({ changed }))
  }

  /** Something happened to `id`, at a moment that is greater than all before. */
  add(id: string, moment: number): void {
    this.#ids.add(id)
    this.#moment = moment
    if (this.#ids.size > mostWaiting) this.#behind = true
    this.#wake?.()
  }

  /** Something happened to `id`, and nothing more will: when it has been looked at, the source is over. */
  finish(id: string, moment: number): void {
    this.#finished = true
    this.add(id, moment)
  }

  begin(): void {
    if (!this.#closed) this.#options.onBegin?.()
  }

  reconsider(principal: Principal): void {
    this.#asked = true
    this.#moment = nextMoment()
    if (this.only !== null) this.#ids.add(this.only)
    this.#options.onReconsider?.(principal)
    this.#wake?.()
  }

  /** More happened than can be told one by one. */
  overflow(): void {
    this.#behind = true
    this.#asked = true
    this.#wake?.()
  }

  async take(): Promise<Batch | null> {
    if (this.#finished && this.#ids.size === 0) return null
    while (!this.#closed && !this.#asked && this.#ids.size === 0)
      await new Promise<void>((resolve) => (this.#wake = resolve))
    const early = this.#last + (this.#options.gap ?? 100) - performance.now()
    if (!this.#closed && early > 0) await this.#pause(early)
    if (this.#closed) return null
    if (this.#behind) throw timeout()
    this.#last = performance.now()
    this.#asked = false
    const ids = [...this.#ids].slice(0, together)
    for (const id of ids) this.#ids.delete(id)
    return { ids, moment: this.#moment }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#ids.clear()
    this.#wake?.()
    this.#options.onClose?.()
  }

  /** Only the end cuts it short. */
  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        if (!this.#closed) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

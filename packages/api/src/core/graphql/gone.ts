/** Tells that nobody needs the answer any more. An `AbortSignal` can. */
export interface Gone {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** The end of one request. Every request has one and few have a listener, so it is lighter than an `AbortController`. */
export class RequestEnd implements Gone {
  aborted = false
  readonly #listeners = new Set<() => void>()

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener)
  }

  /** Tells it to all who listen. */
  abort(): void {
    this.aborted = true
    for (const listener of this.#listeners) listener()
  }
}

/** What a page listens to, as its sockets show it. */
import type { Page } from 'playwright-core'

interface Message {
  id?: string
  type: string
  payload?: { query?: string }
}

export class Sockets {
  /** How many were opened so far: more than one means that the first was lost. */
  opened = 0
  /** How many are open now. */
  open = 0
  readonly #listening = new Map<string, string>()

  /** To be made before the page loads. */
  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.opened += 1
      this.open += 1
      socket.on('close', () => {
        this.open -= 1
      })
      socket.on('framesent', ({ payload }) => this.#hear(payload))
      socket.on('framereceived', ({ payload }) => this.#hear(payload))
    })
  }

  /** Names of the subscriptions that go on, in alphabetical order. */
  get listening(): string[] {
    return [...this.#listening.values()].toSorted()
  }

  #hear(text: string | Buffer): void {
    const { id, type, payload } = JSON.parse(String(text)) as Message
    if (!id) return
    if (type === 'subscribe') this.#listening.set(id, /subscription (\w+)/.exec(payload?.query ?? '')?.[1] ?? '')
    if (type === 'complete' || type === 'error') this.#listening.delete(id)
  }
}

import { rateLimited, timeout } from './errors.ts'
import type { Gone } from './gone.ts'

interface Line {
  running: number
  waiting: Set<() => void>
}

/** So much of one caller runs at once; some more waits for its turn, the rest is RATE_LIMITED. */
export class Slots {
  private readonly lines = new Map<string, Line>()

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** Resolves, when it is the caller's turn, with what gives the slot back. Who goes away (`gone`) leaves the line. */
  async take(caller: string, gone?: Gone): Promise<() => void> {
    const line = this.lines.get(caller) ?? { running: 0, waiting: new Set() }
    this.lines.set(caller, line)
    if (line.running < this.atOnce) line.running += 1
    else if (line.waiting.size >= this.mayWait) throw rateLimited(1)
    // Whoever gives a slot back hands it to the first who waits: the number of running ones stays.
    else await wait(line, gone)
    return () => this.giveBack(caller, line)
  }

  private giveBack(caller: string, line: Line): void {
    const [next] = line.waiting
    if (next) return next()
    line.running -= 1
    if (line.running === 0) this.lines.delete(caller)
  }
}

function wait(line: Line, gone: Gone | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (outcome: () => void) => () => {
      line.waiting.delete(go)
      gone?.removeEventListener('abort', leave)
      outcome()
    }
    const go = end(resolve)
    const leave = end(() => reject(timeout()))
    line.waiting.add(go)
    gone?.addEventListener('abort', leave)
  })
}

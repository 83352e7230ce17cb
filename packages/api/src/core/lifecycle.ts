import closeWithGrace from 'close-with-grace'

/** Something that was started and must be stopped. */
export interface Part {
  name: string
  close: () => Promise<void>
  /** Milliseconds that it may take; then the next part's turn comes, and the exit code tells. */
  within: number
}

/**
 * Ends the program on Ctrl-C, SIGTERM, SIGHUP or an uncaught error. A part that fails or takes too long does not keep
 * the next one from being closed.
 * @param parts in the order in which they are closed
 * @param say tells a person what goes wrong
 * @returns ends the program for a reason of its own, with exit code 1
 */
export function closeInOrder(parts: Part[], say: (line: string) => void): (reason: string) => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const grace = closeWithGrace(
    {
      delay: parts.reduce((sum, { within }) => sum + within, 500),
      logger: { error: (problem: unknown) => say(String(problem)) },
      // Signals are handled below: a terminal and a package manager may both pass on the same Ctrl-C.
      skip: [...signals],
    },
    async ({ err }) => {
      if (err) say(err.stack ?? err.message)
      for (const part of parts) failed = !(await closeOne(part, say)) || failed
      if (failed) process.exit(1)
    },
  )
  let failed = false
  let asked: number | undefined
  const ask = (): void => {
    if (asked === undefined) {
      asked = Date.now()
      grace.close()
    } else if (Date.now() - asked > 1_000) {
      say('Asked again: ending at once.')
      process.exit(1)
    }
  }
  for (const signal of signals) process.on(signal, ask)
  return (reason) => {
    if (asked !== undefined) return
    failed = true
    say(reason)
    ask()
  }
}

async function closeOne({ name, close, within }: Part, say: (line: string) => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${within / 1_000} s`)), within)
  })
  try {
    await Promise.race([close(), late])
    return true
  } catch (error) {
    say(`${name} was not closed well: ${error instanceof Error ? error.message : String(error)}`)
    return false
  } finally {
    clearTimeout(timer)
  }
}

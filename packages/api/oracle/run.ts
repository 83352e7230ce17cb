/** Runs cases side by side and tells the first that fails, made as small as it gets. */
import type { Asked } from './answer.ts'
import type { Dice } from './dice.ts'
import type { Caller } from './model/asker.ts'
import type { Case, Mismatch, Oracle } from './oracle.ts'
import { shrink } from './shrink.ts'

const sideBySide = 4

/** Asks all cases; the first mismatch, if any. `seen` hears of every case that agreed. */
export async function firstMismatch(
  oracle: Oracle,
  cases: Iterable<Case>,
  seen?: (agreed: Case) => void,
): Promise<Mismatch | null> {
  const rest = cases[Symbol.iterator]()
  let found: Mismatch | null = null
  async function work(): Promise<void> {
    for (let next = rest.next(); !next.done && !found; next = rest.next()) {
      const mismatch = await oracle.check(next.value)
      if (mismatch) found ??= mismatch
      else seen?.(next.value)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return found
}

/** Everything that is needed to see the failure again. */
export async function reported(oracle: Oracle, seed: number, mismatch: Mismatch): Promise<string> {
  const { caller } = mismatch
  const kind = kindOf(mismatch)
  const small = await shrink(oracle.answerer.schema, mismatch, async (smaller) => {
    const found = await oracle.check({ caller, ...smaller })
    return found !== null && kindOf(found) === kind
  })
  const { reason, expected, answer, document, variables } = (await oracle.check({ caller, ...small })) ?? mismatch
  return [
    `The program and the model disagree (seed ${seed}): ${reason}`,
    `who       ${caller.label}`,
    `asks      ${document}`,
    `with      ${JSON.stringify(variables)}`,
    `expected  ${shown(expected)}`,
    `got       ${answer.text.slice(0, longest)}`,
    ...(small.document === mismatch.document
      ? []
      : [`made of   ${mismatch.document}`, `with      ${JSON.stringify(mismatch.variables)}`]),
  ].join('\n')
}

/** A smaller operation must fail in the same way, not in one of its own. */
const kindOf = ({ expected, answer }: Mismatch) => `${expected.is} ${String(answer.errors?.[0]?.extensions['code'])}`

const longest = 3_000
const shown = (expected: Mismatch['expected']) =>
  JSON.stringify(expected.is === 'data' ? expected.data : expected).slice(0, longest)

/**
 * Chooses who asks each operation: `open` callers for whom it is open and `closed` ones for whom a door is closed.
 */
export function* withCallers(
  oracle: Oracle,
  operations: Iterable<Asked>,
  dice: Dice,
  open: number,
  closed: number,
): Generator<Case> {
  const living = oracle.callers.filter(({ asker }) => asker !== null && asker !== 'REFUSED')
  for (const asked of operations) {
    const left = { open, closed }
    for (const caller of shuffled(dice, living)) {
      const kind = oracle.expected({ caller, ...asked }).is === 'FORBIDDEN' ? 'closed' : 'open'
      if (left[kind] === 0) continue
      left[kind] -= 1
      yield { caller, ...asked }
      if (left.open + left.closed === 0) break
    }
  }
}

function shuffled(dice: Dice, callers: readonly Caller[]): Caller[] {
  const start = dice.int(0, callers.length - 1)
  return [...callers.slice(start), ...callers.slice(0, start)]
}

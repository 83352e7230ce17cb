/** One rule taken away or weakened, in place; and what may notice. */
export interface Mutant {
  name: string
  apply: () => Promise<void> | void
  restore: () => Promise<void> | void
  /** What touches the rule, the likeliest to notice first. */
  trials: () => Iterable<Trial>
}

/** Something asked of program and model, or tried in SQL. */
export interface Trial {
  name: string
  /** What is wrong; null when all is as it must be. */
  wrong: () => Promise<string | null>
}

export interface Verdict {
  mutant: string
  /** The trial that failed, and how; null: none did. */
  caughtBy: string | null
  trials: number
  milliseconds: number
}

/**
 * Asks one thing after the other while the mutant holds, until something is wrong that is right again afterwards.
 * @param most how many things are asked before it counts as survived
 * @param broken what is wrong without any mutant: remembered here, and asked no more
 */
export async function judge(mutant: Mutant, most: number, broken: Map<string, string>): Promise<Verdict> {
  const start = performance.now()
  for (;;) {
    const { found, trials } = await search(mutant, most, broken)
    const verdict = { mutant: mutant.name, trials, milliseconds: Math.round(performance.now() - start) }
    if (!found) return { ...verdict, caughtBy: null }
    const still = await noticed(found.trial)
    if (still === null) return { ...verdict, caughtBy: `${found.trial.name} → ${found.wrong}` }
    broken.set(found.trial.name, still)
  }
}

async function search({ apply, restore, trials }: Mutant, most: number, broken: ReadonlyMap<string, string>) {
  let tried = 0
  await apply()
  try {
    for (const trial of trials()) {
      if (tried >= most) break
      if (broken.has(trial.name)) continue
      tried += 1
      const wrong = await noticed(trial)
      if (wrong !== null) return { found: { trial, wrong }, trials: tried }
    }
    return { found: null, trials: tried }
  } finally {
    await restore()
  }
}

/** What is thrown is noticed as well. */
const noticed = (trial: Trial) => trial.wrong().catch((error: unknown) => String(error))

import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../../files.ts'
import { Refusal, systemCode } from '../../refusal.ts'
import { processIdentity } from '../../process.ts'

/**
 * Claims the data directory for this process. Refuses when another living process holds it; a claim that a killed
 * process left behind is taken over.
 * @returns gives the claim back
 */
export function claimDirectory(dataDir: string): () => void {
  const path = join(dataDir, 'accord.pid')
  const mine = `${process.pid} ${processIdentity(process.pid)}\n`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    // Linking fails when the name exists, and the file appears with its whole text: nobody reads half a claim.
    for (let attempt = 0; !tryLink(draft, path); attempt++) {
      const found = readText(path)
      const [pid, ...identity] = found?.trim().split(' ') ?? []
      const holder = Number(pid)
      if (attempt > 20 || (holder > 0 && processIdentity(holder) === identity.join(' ')))
        throw new Refusal(
          `Already running on ${dataDir} (process ${holder}): end that first, or set DATA_DIR to another directory.`,
        )
      if (found === readText(path)) rmSync(path, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (readText(path) === mine) rmSync(path, { force: true })
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

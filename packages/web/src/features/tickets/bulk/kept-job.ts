import type { BulkJobFragment } from './__generated__/BulkJob'

/** A job that was running when it was last heard of, with the numbers of the tickets that were on screen. */
interface Kept {
  job: BulkJobFragment
  numbers: [id: string, number: string][]
}

const KEY = 'accord-bulk-job'

/** Remembers the running job for this tab, so that whoever leaves the list finds it again. */
export function keepJob(job: BulkJobFragment, numbers: ReadonlyMap<string, string>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ job, numbers: [...numbers] } satisfies Kept))
  } catch {
    forgetJob()
  }
}

export function readKeptJob(): { job: BulkJobFragment; numbers: ReadonlyMap<string, string> } | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null
    return kept && { job: kept.job, numbers: new Map(kept.numbers) }
  } catch {
    return null
  }
}

export const forgetJob = (): void => sessionStorage.removeItem(KEY)

/** Keeps planned notices in step with a contract's end and its lists, in the transaction that changes these. */
import { runner, type Em } from '../../../core/db/orm.ts'
import type { Day, SkipReason } from '../calendar/index.ts'
import { loadContracts } from './state.ts'
import { planFor, type Step } from './step.ts'
import { writePlanned, writeRemoved, writeSkipped } from './write.ts'

/**
 * Plans the notices of a contract anew, as its rows stand now: call it when terms, lists or the draft's end are written.
 * What is sent stays; of what is not, what is not wanted any more goes, or is skipped for the reason given.
 * @param today the day on which it is set: notices whose day has passed by then are skipped
 */
export async function planNotices(
  em: Em,
  contractId: string,
  today: Day,
  because: Extract<SkipReason, 'RENEWED' | 'TERMINATED'> | null = null,
): Promise<void> {
  const run = runner(em)
  const [contract] = await loadContracts(run, [contractId])
  if (!contract) return
  const end = contract.terms.at(-1)?.endsOn
  const wanted: Step['plan'] = contract.draft || contract.terminatedOn || !end ? [] : planFor(contract, end, today)
  const key = ({ endsOn, side, days, recipientId }: Step['remove'][number]) =>
    `${endsOn.toString()} ${side} ${days} ${recipientId}`
  const kept = new Set(wanted.map(({ notice }) => key(notice)))
  const unwanted = contract.waiting.filter((notice) => !kept.has(key(notice)))
  if (because)
    await writeSkipped(
      run,
      contract,
      unwanted.map((notice) => ({ notice, because })),
    )
  else await writeRemoved(run, contract, unwanted)
  await writePlanned(run, contract, wanted)
}

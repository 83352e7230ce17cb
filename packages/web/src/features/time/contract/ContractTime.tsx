import { lazy, Suspense, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { LatestEntries } from '../latest/LatestEntries'
import { useTimeRights } from '../may'
import { StartTimer } from '../timer/StartTimer'
import { useTimer } from '../timer/use-timer'
import { useContractTimeQuery } from './__generated__/ContractTime'

const NewTimeDrawer = lazy(() => import('../form/NewTimeDrawer').then((module) => ({ default: module.NewTimeDrawer })))

interface Props {
  contractId: string
  /** Time counts only while a contract runs. */
  active: boolean
}

/** What was spent under a contract, and the ways to log more. For readers of contracts and tickets. */
export function ContractTime({ contractId, active }: Props) {
  const { sees, logs, contracts } = useTimeRights()
  return sees && contracts ? <Loaded contractId={contractId} mayLog={logs && active} /> : null
}

function Loaded({ contractId, mayLog }: { contractId: string; mayLog: boolean }) {
  const { contract } = useContractTimeQuery({ variables: { id: contractId, contracts: true } }).data
  if (!contract || (!mayLog && contract.timeEntries.totalCount === 0)) return null
  const { nodes, totalCount } = contract.timeEntries
  return (
    <Section title={<Trans>Time spent</Trans>} aside={mayLog ? <Log contractId={contractId} /> : null}>
      {totalCount === 0 ? (
        <p className="dim">
          <Trans>Nothing was logged under this contract yet.</Trans>
        </p>
      ) : (
        <LatestEntries entries={nodes} total={totalCount} />
      )}
    </Section>
  )
}

/** The whole form, by button or `t`, and the timer. */
function Log({ contractId }: { contractId: string }) {
  const { t } = useLingui()
  const timer = useTimer()
  const [open, setOpen] = useState(false)
  useShortcuts([{ key: 't', label: t`Log time`, run: () => setOpen(true) }])
  const runs = timer?.contract?.id === contractId && timer.ticket === null
  return (
    <>
      {runs ? (
        <span className="muted sm">
          <Trans>The timer runs</Trans>
        </span>
      ) : (
        <StartTimer on={{ contractId }} />
      )}
      <Button size="small" onClick={() => setOpen(true)}>
        <IconPlus size={14} stroke={1.8} aria-hidden />
        <Trans>Log time</Trans>
      </Button>
      {open ? (
        <Suspense>
          <NewTimeDrawer contractId={contractId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

import { lazy, Suspense, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { today } from '~/lib/today'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { TextField } from '~/ui/TextField'
import { writeDuration } from '../duration'
import { AllowanceBars } from '../form/AllowanceBars'
import { useAllowance } from '../form/use-allowance'
import { LatestEntries } from '../latest/LatestEntries'
import { useTimeRights } from '../may'
import { StartTimer } from '../timer/StartTimer'
import { useTimer } from '../timer/use-timer'
import { useTicketTimeQuery } from './__generated__/TicketTime'
import css from './TicketTime.module.css'
import { useQuickLog } from './use-quick-log'

const NewTimeDrawer = lazy(() => import('../form/NewTimeDrawer').then((module) => ({ default: module.NewTimeDrawer })))

const QUICK = [15, 30, 60] as const

/** What was spent on a ticket, and the ways to log more: one click, the timer, the whole form. */
export function TicketTime({ ticketId }: { ticketId: string }) {
  const format = useFormat()
  const { logs, contracts } = useTimeRights()
  const { ticket } = useTicketTimeQuery({ variables: { id: ticketId, contracts } }).data
  if (!ticket || (!logs && ticket.timeEntries.totalCount === 0)) return null
  const spent = format.minutes(ticket.minutesSpent)
  return (
    <Section
      title={<Trans>Time spent</Trans>}
      aside={
        <span className="dim">
          {ticket.minutesSpent > 0 ? <Trans>{spent} in all</Trans> : <Trans>nothing yet</Trans>}
        </span>
      }
    >
      {logs ? <Quick ticketId={ticketId} /> : null}
      <LatestEntries entries={ticket.timeEntries.nodes} total={ticket.timeEntries.totalCount} />
    </Section>
  )
}

/** Note, durations, timer; `t` opens the whole form. */
function Quick({ ticketId }: { ticketId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const timer = useTimer()
  const [note, setNote] = useState('')
  const [form, setForm] = useState<{ minutes?: string; note?: string } | null>(null)
  const { allowance } = useAllowance(`ticket:${ticketId}`, today())
  const { quickLog, pending } = useQuickLog(ticketId, (tried) =>
    setForm({ minutes: writeDuration(tried.minutes), note: tried.note }),
  )
  useShortcuts([{ key: 't', label: t`Log time`, run: () => setForm({}) }])
  const log = async (minutes: number) => {
    if (await quickLog({ minutes, note })) setNote('')
  }
  return (
    <div className={css.quick}>
      <TextField
        label={t`What was done`}
        optional
        aside={
          <Button size="small" look="quiet" onClick={() => setForm({})}>
            <Trans>All fields</Trans>
          </Button>
        }
        autoComplete="off"
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={css.chips}>
        {QUICK.map((minutes) => {
          const words = format.minutes(minutes)
          return (
            <Button
              key={minutes}
              size="small"
              pending={pending}
              aria-label={t`Log ${words} now`}
              onClick={() => void log(minutes)}
            >
              +{words}
            </Button>
          )
        })}
        {timer?.ticket?.id === ticketId ? (
          <span className="muted sm">
            <Trans>The timer runs</Trans>
          </span>
        ) : (
          <StartTimer on={{ ticketId, note: note.trim() || null }} />
        )}
      </div>
      {allowance ? <AllowanceBars allowance={allowance} adding={0} counted={0} /> : null}
      {form ? (
        <Suspense>
          <NewTimeDrawer
            ticketId={ticketId}
            minutes={form.minutes}
            note={form.note ?? note}
            onClose={() => {
              setForm(null)
              setNote('')
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Note } from '~/ui/Note'
import css from './System.module.css'
import type { FailedMails, Health } from './use-health'

/** A sweep that is older than this has missed its minute several times. */
const LATE_MINUTES = 5

/** Whether all is well, or what is not. */
export function Summary({ health, mails }: { health: Health; mails: FailedMails }) {
  const { t } = useLingui()
  const format = useFormat()
  const [aside, failed] = [health.laidAside.length, mails.totalCount]
  const jobs = health.queues.find(({ name }) => name === 'JOBS')?.failed ?? 0
  const seen = health.lastSweep?.finishedAt
  const late = seen !== undefined && Date.parse(health.now) - Date.parse(seen) > LATE_MINUTES * 60_000
  const wrong = [
    aside > 0 && plural(aside, { one: '# contract is laid aside', other: '# contracts are laid aside' }),
    failed > 0 && plural(failed, { one: '# mail has failed', other: '# mails have failed' }),
    jobs > 0 && plural(jobs, { one: '# job has failed', other: '# jobs have failed' }),
    late && t`nobody has looked at contracts for more than ${LATE_MINUTES} minutes`,
  ].filter((words) => words !== false)
  const list = format.list(wrong)
  return (
    <div className={css.summary}>
      {wrong.length === 0 ? (
        <Note tone="good">
          <Trans>All is well: nothing has failed, nothing stands still.</Trans>
        </Note>
      ) : (
        <Note tone="warning">
          <Trans>To look after: {list}.</Trans>
        </Note>
      )}
    </div>
  )
}

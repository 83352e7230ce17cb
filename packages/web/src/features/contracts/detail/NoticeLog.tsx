import { useMemo, useTransition } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { Section } from '~/ui/Page'
import { toast, toastError } from '~/ui/toast'
import { useCan } from '../../session/SessionProvider'
import { DeliveryMark } from '../Marks'
import { ruleText, skipWords } from '../words'
import css from './detail.module.css'
import type { DeliveryFragment } from './__generated__/NoticeLog'
import { useSendNoticeAgainMutation } from './__generated__/SendNoticeAgain'

interface Props {
  deliveries: readonly DeliveryFragment[]
  /** Asks for earlier ones; absent when there are none. */
  onMore?: () => Promise<unknown>
}

/** What was sent, what failed and what was skipped: one line for each notice and recipient. What only waits is no log. */
export function NoticeLog({ deliveries, onMore }: Props) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const mayWrite = useCan('CONTRACTS_WRITE')
  const [pending, start] = useTransition()
  const rows = useMemo(() => deliveries.filter(({ status }) => status !== 'PLANNED'), [deliveries])
  const failed = rows.filter(({ status }) => status === 'FAILED').length
  const again = mayWrite && failed > 0
  const columns = useMemo(() => {
    const all: (Column<DeliveryFragment> | false)[] = [
      {
        id: 'recipient',
        header: t`Recipient`,
        name: true,
        width: '22%',
        cell: ({ recipient, email }) => <span title={email}>{recipient.name}</span>,
      },
      {
        id: 'when',
        header: t`When`,
        width: '128px',
        cell: ({ dueOn, sentAt }) => (
          <time dateTime={sentAt ?? dueOn} className="dim" title={format.exact(sentAt ?? dueOn)}>
            {sentAt ? `${format.mediumDate(sentAt)} ${format.time(sentAt)}` : format.mediumDate(dueOn)}
          </time>
        ),
      },
      {
        id: 'notice',
        header: t`Notice`,
        phone: 'second',
        cell: ({ side, days, failure, skipReason, status, email }) => (
          <span className="dim" title={failure ?? undefined}>
            {status === 'FAILED' && failure
              ? failure
              : skipReason
                ? i18n._(skipWords[skipReason])
                : status === 'SENT'
                  ? email
                  : ruleText(side, days)}
          </span>
        ),
      },
      {
        id: 'status',
        header: t`Status`,
        width: '112px',
        phone: 'end',
        cell: ({ status }) => <DeliveryMark status={status} />,
      },
      again && {
        id: 'again',
        header: t`Action`,
        width: '116px',
        numeric: true,
        phone: 'second',
        cell: (delivery) => (delivery.status === 'FAILED' ? <SendAgain delivery={delivery} /> : null),
      },
    ]
    return all.filter((column) => column !== false)
  }, [t, i18n, format, again])
  if (rows.length === 0 && !onMore) return null
  return (
    <Section
      title={<Trans>Notice log</Trans>}
      note={
        failed > 0 ? (
          <span className="red">
            <Plural value={failed} one="# not delivered" other="# not delivered" />
          </span>
        ) : (
          rows.length
        )
      }
    >
      <DataTable
        caption={t`Notice log`}
        rows={rows}
        columns={columns}
        rowId={(delivery) => delivery.id}
        rowName={({ recipient }) => recipient.name}
        inColumn
      />
      {onMore ? (
        <p className={css.more}>
          <Button
            size="small"
            pending={pending}
            onClick={() =>
              start(async () => {
                await onMore()
              })
            }
          >
            <Trans>Show more</Trans>
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

/** A failed notice goes out once more. */
function SendAgain({ delivery }: { delivery: DeliveryFragment }) {
  const { t } = useLingui()
  const [send, { loading }] = useSendNoticeAgainMutation()
  const { id, recipient } = delivery
  const { name } = recipient
  const run = async () => {
    try {
      const refusal = (await send({ variables: { id } })).data?.sendNoticeAgain.errors[0]
      if (refusal) toastError(refusal.message)
      else toast(t`The notice to ${name} is on its way again.`)
    } catch (failure) {
      toastError(t`Not done. Try again.`, problemOf(failure).id)
    }
  }
  return (
    <Button size="small" pending={loading} aria-label={t`Send again to ${name}`} onClick={() => void run()}>
      <Trans>Send again</Trans>
    </Button>
  )
}

import { lazy, Suspense, useState } from 'react'
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { toast, toastError } from '~/ui/toast'
import { When } from '~/ui/When'
import { ApprovalMark } from '../Marks'
import css from './TicketScreen.module.css'
import { useRequestApproval } from './use-request-approval'
import type { Ticket } from './use-ticket'

const ApprovalDrawer = lazy(() => import('./ApprovalDrawer').then((module) => ({ default: module.ApprovalDrawer })))

/** Who was asked for approval and what they said; asking and taking it back. Incidents need none. */
export function Approvals({ ticket }: { ticket: Ticket }) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const { request, pending } = useRequestApproval(ticket)
  const { kind, approval, approvals, viewerCanEdit, status } = ticket
  const mayAsk =
    viewerCanEdit && kind === 'REQUEST' && status === 'OPEN' && (approval === 'NOT_NEEDED' || approval === 'PENDING')
  if (kind !== 'REQUEST' || (!mayAsk && approvals.length === 0)) return null

  const withdraw = async () => {
    const before = approvals.map(({ approver }) => approver.id)
    const errors = await request([]).catch(() => [{ message: t`Not saved. Try again.` }])
    if (errors?.[0]) return toastError(errors[0].message)
    toast(t`Question for approval withdrawn`, { label: t`Undo`, run: () => void request(before) })
  }
  return (
    <Section
      title={<Trans>Approval</Trans>}
      aside={
        mayAsk ? (
          <span className={css.actions}>
            {approval === 'PENDING' ? (
              <Button size="small" look="quiet" pending={pending} onClick={() => void withdraw()}>
                <Trans>Withdraw</Trans>
              </Button>
            ) : null}
            <Button size="small" onClick={() => setAsking(true)}>
              {approval === 'PENDING' ? <Trans>Ask others</Trans> : <Trans>Ask for approval</Trans>}
            </Button>
          </span>
        ) : null
      }
    >
      {approvals.length === 0 ? (
        <p className="muted">
          <Trans>Nobody was asked. Work can start.</Trans>
        </p>
      ) : (
        <ul className={css.approvals}>
          {approvals.map(({ id, approver, status: said, comment, askedAt, decidedAt }) => (
            <li key={id}>
              <span className="row">
                <span className="grow">{approver.name}</span>
                <ApprovalMark approval={said} />
              </span>
              <span className="muted sm">
                {decidedAt ? (
                  <When at={decidedAt} />
                ) : (
                  <Trans>
                    asked <When at={askedAt} />
                  </Trans>
                )}
              </span>
              {comment ? <p className={css.quote}>{comment}</p> : null}
            </li>
          ))}
        </ul>
      )}
      {asking ? (
        <Suspense>
          <ApprovalDrawer ticket={ticket} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </Section>
  )
}

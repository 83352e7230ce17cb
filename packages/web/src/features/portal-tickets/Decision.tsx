import { useState, type FormEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { forget } from '~/lib/graphql/forget'
import { Button } from '~/ui/Button'
import { TextArea } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { usePortalDecideMutation } from './__generated__/PortalDecision'
import css from './Decision.module.css'
import { SendProblem } from './SendProblem'

interface Props {
  ticketId: string
  /** Names the record for screen readers, where several stand on a page. */
  subject: string
}

/** Approve or reject. The choice opens a field for a few words; nothing is decided before it is confirmed. */
export function Decision({ ticketId, subject }: Props) {
  const { t } = useLingui()
  const [choice, setChoice] = useState<boolean | null>(null)
  const [comment, setComment] = useState('')
  const [refusals, setRefusals] = useState<string[]>([])
  const [decide, { loading, error }] = usePortalDecideMutation({ update: forget('tickets') })

  if (choice === null)
    return (
      <div className={css.two}>
        <Button size="large" look="primary" onClick={() => setChoice(true)} aria-label={t`Approve: ${subject}`}>
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
          <Trans>Approve</Trans>
        </Button>
        <Button size="large" onClick={() => setChoice(false)} aria-label={t`Reject: ${subject}`}>
          <IconCircleX size={20} stroke={1.6} aria-hidden />
          <Trans>Reject</Trans>
        </Button>
      </div>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (loading) return
    const input = { ticketId, approve: choice, comment: comment.trim() || null }
    const { data } = await decide({ variables: { input } }).catch(() => ({ data: undefined }))
    if (!data) return
    const { errors } = data.decideApproval
    setRefusals(errors.map(({ message }) => message))
    if (errors.length === 0) toast(choice ? t`Approved.` : t`Rejected.`)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-label={t`Decision: ${subject}`}>
      <SendProblem error={error} refusals={refusals} />
      <TextArea
        size="large"
        label={choice ? t`A few words to your approval` : t`Why not?`}
        hint={
          choice
            ? t`The work starts after it. A decision stands for good.`
            : t`The request is not carried out. A decision stands for good.`
        }
        optional
        autoFocus
        rows={2}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <div className={css.two}>
        <Button type="submit" size="large" look={choice ? 'primary' : 'danger'} pending={loading}>
          {choice ? <Trans>Approve</Trans> : <Trans>Reject</Trans>}
        </Button>
        <Button size="large" look="quiet" onClick={() => setChoice(null)}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  )
}

import { useId, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Dialog } from '~/ui/Dialog'
import { Note } from '~/ui/Note'
import { TextArea } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useReopenTicketMutation } from '../__generated__/ReopenTicket'
import { forgetAround } from '../forget-around'
import css from './ReopenDialog.module.css'
import type { Ticket } from './use-ticket'

interface Props {
  ticket: Ticket
  onClose: () => void
}

/** Opens a ticket again; what is written goes to the customer as a reply. */
export function ReopenDialog({ ticket, onClose }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [comment, setComment] = useState('')
  const [refusal, setRefusal] = useState('')
  const [version, setVersion] = useState(ticket.version)
  const [reopen, { loading, error }] = useReopenTicketMutation({
    update: (cache) => {
      forgetAround(ticket)(cache)
      if (comment.trim())
        cache.evict({ id: cache.identify({ __typename: 'Ticket', id: ticket.id }), fieldName: 'comments' })
    },
  })
  const { number } = ticket
  const save = async () => {
    setRefusal('')
    const input = { id: ticket.id, version, comment: comment.trim() || null }
    const result = await reopen({ variables: { input } }).catch(() => null)
    const { ticket: now, errors } = result?.data?.reopenTicket ?? {}
    const first = errors?.[0]
    if (first?.code === 'CONFLICT' && now) setVersion(now.version)
    if (first) return setRefusal(first.message)
    if (!errors) return
    onClose()
    toast(t`${number} is open again`)
  }
  const problem = error ? problemOf(error) : null
  return (
    <Dialog place="modal" aria-labelledby={id} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <h2 id={id}>
          <Trans>Open {number} again</Trans>
        </h2>
        <TextArea
          label={t`Why`}
          hint={t`The customer sees it as a reply.`}
          optional
          rows={4}
          maxLength={10_000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        {refusal || problem ? (
          <Note tone="error" role="alert">
            {refusal ||
              (problem?.kind === 'offline'
                ? t`Not saved: the server cannot be reached.`
                : t`Not saved. Try again.`)}{' '}
            {problem?.id}
          </Note>
        ) : null}
        <div className="wrap">
          <Button type="submit" look="primary" pending={loading}>
            <Trans>Open again</Trans>
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

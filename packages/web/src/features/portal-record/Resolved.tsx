import { useState, type FormEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCircleX } from '@tabler/icons-react'
import { forget } from '~/lib/graphql/forget'
import { Button } from '~/ui/Button'
import { Rating, RatingMark } from '~/ui/Rating'
import { TextArea } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { SendProblem } from '../portal-tickets/SendProblem'
import {
  PortalRecordDocument,
  usePortalRateMutation,
  usePortalReopenMutation,
  type PortalRecordFragment,
} from './__generated__/PortalRecord'
import css from './Record.module.css'

/** What follows the solution: how it was, and that it is none after all. */
export function Resolved({ ticket }: { ticket: PortalRecordFragment }) {
  const { t } = useLingui()
  const { status, rating, ratingComment, viewerCanRate, viewerCanReopen } = ticket
  const [asked, setAsked] = useState(false)
  if (status !== 'RESOLVED' && status !== 'CLOSED') return null
  if (asked && viewerCanReopen)
    return (
      <section className={css.box} aria-label={t`Open again`}>
        <Reopen ticket={ticket} onBack={() => setAsked(false)} />
      </section>
    )
  if (!viewerCanRate && !viewerCanReopen && rating === null) return null
  return (
    <section className={css.box} aria-label={t`After the solution`}>
      {viewerCanRate ? (
        <Rate key={rating} ticket={ticket} />
      ) : rating === null ? null : (
        <p>
          <RatingMark value={rating} /> {ratingComment}
        </p>
      )}
      {viewerCanReopen ? (
        <div className={css.again}>
          <p className={css.boxWords}>
            <Trans>Does the problem go on? Open the record again, within 14 days of the solution.</Trans>
          </p>
          <Button size="large" onClick={() => setAsked(true)}>
            <IconCircleX size={20} stroke={1.6} aria-hidden />
            <Trans>The problem goes on</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Rate({ ticket: { id, rating, ratingComment } }: { ticket: PortalRecordFragment }) {
  const { t } = useLingui()
  const [stars, setStars] = useState(rating)
  const [words, setWords] = useState(ratingComment ?? '')
  const [refusals, setRefusals] = useState<string[]>([])
  const [rate, { loading, error }] = usePortalRateMutation()
  const changed = stars !== null && (stars !== rating || words.trim() !== (ratingComment ?? ''))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (loading || stars === null) return
    const input = { id, rating: stars, comment: words.trim() || null }
    const { data } = await rate({ variables: { input } }).catch(() => ({ data: undefined }))
    if (!data) return
    setRefusals(data.rateTicket.errors.map(({ message }) => message))
    if (data.rateTicket.errors.length === 0) toast(t`Thank you. Your rating is saved.`)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-label={t`Rating`}>
      <SendProblem error={error} refusals={refusals} />
      <Rating
        legend={rating === null ? t`How did we solve it?` : t`Your rating`}
        value={stars}
        onChange={setStars}
        disabled={loading}
      />
      {stars === null ? null : (
        <TextArea
          size="large"
          label={t`A few words`}
          optional
          rows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {changed ? (
        <div>
          <Button type="submit" size="large" look="primary" pending={loading}>
            <Trans>Save the rating</Trans>
          </Button>
        </div>
      ) : null}
    </form>
  )
}

function Reopen({ ticket: { id, version }, onBack }: { ticket: PortalRecordFragment; onBack: () => void }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [refusals, setRefusals] = useState<string[]>([])
  const [reopen, { loading, error }] = usePortalReopenMutation({
    update: forget('tickets'),
    refetchQueries: [PortalRecordDocument],
    awaitRefetchQueries: true,
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (loading) return
    const input = { id, version, comment: words.trim() || null }
    const { data } = await reopen({ variables: { input } }).catch(() => ({ data: undefined }))
    if (!data) return
    setRefusals(data.reopenTicket.errors.map(({ message }) => message))
    if (data.reopenTicket.errors.length === 0) toast(t`The record is open again.`)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-label={t`Open again`}>
      <SendProblem error={error} refusals={refusals} />
      <TextArea
        size="large"
        label={t`What goes on?`}
        hint={t`It is added to the conversation.`}
        optional
        autoFocus
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={css.two}>
        <Button type="submit" size="large" look="primary" pending={loading}>
          <Trans>Open again</Trans>
        </Button>
        <Button size="large" look="quiet" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  )
}

import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { toast, toastError } from '~/ui/toast'
import { When } from '~/ui/When'
import { useResendMailMutation } from '../mail/__generated__/ResendMail'
import css from './System.module.css'
import type { FailedMails } from './use-health'

interface Props {
  mails: FailedMails
  onSent: () => void
}

/** Mails that were given up, the newest first, with the way to send them again. */
export function FailedMailList({ mails: { nodes, totalCount }, onSent }: Props) {
  const more = totalCount - nodes.length
  return (
    <Section title={<Trans>Failed mails</Trans>}>
      {nodes.length === 0 ? (
        <p className="dim">
          <Trans>None. Every mail went out or still waits for its turn.</Trans>
        </p>
      ) : (
        <ul className={css.list}>
          {nodes.map((mail) => (
            <li key={mail.id}>
              <One mail={mail} onSent={onSent} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p className={css.more}>
          <Link to="/admin/mail" search={{ status: 'FAILED' }}>
            <Plural value={more} one="# more failed mail" other="# more failed mails" />
          </Link>
        </p>
      ) : null}
    </Section>
  )
}

function One({ mail, onSent }: { mail: FailedMails['nodes'][number]; onSent: () => void }) {
  const { t } = useLingui()
  const [resend, { loading }] = useResendMailMutation()
  const { id, subject, to, failure, createdAt } = mail
  const again = async () => {
    try {
      const refusal = (await resend({ variables: { id } })).data?.resendMail.errors[0]
      if (refusal) return toastError(refusal.message)
      onSent()
      toast(t`It goes out again.`)
    } catch (error) {
      toastError(t`It was not sent again. Try once more.`, problemOf(error).id)
    }
  }
  return (
    <>
      <div className={css.what}>
        <Link to="/admin/mail/$id" params={{ id }}>
          {subject}
        </Link>{' '}
        <span className="muted">
          {to} · <When at={createdAt} />
        </span>
        {failure ? <small>{failure}</small> : null}
      </div>
      <Button size="small" pending={loading} onClick={() => void again()} aria-label={t`Send “${subject}” again`}>
        <Trans>Send again</Trans>
      </Button>
    </>
  )
}

import { Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCopy, IconRefresh } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { forget } from '~/lib/graphql/forget'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { SkeletonLines } from '~/ui/Skeleton'
import { useMailCardQuery, type MailCardQuery } from './__generated__/MailCard'
import { useResendMailMutation } from './__generated__/ResendMail'
import css from './MailDrawer.module.css'
import type { MailSearch } from './list-variables'
import { textParts } from './mail-text'
import { MailState } from './MailState'

type Mail = Extract<NonNullable<MailCardQuery['node']>, { __typename: 'Mail' }>

/** One mail as it was written; a link in it can be followed or copied, a failed one sent again. */
export function MailDrawer({ id, search }: { id: string; search: MailSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/admin/mail', search })
  const waiting = (
    <SidePanel title={t`Mail`} onClose={close}>
      <SkeletonLines lines={8} />
    </SidePanel>
  )
  return (
    <QueryBoundary resetKey={id}>
      <Suspense fallback={waiting}>
        <Loaded id={id} onClose={close} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const { node } = useMailCardQuery({ variables: { id }, fetchPolicy: 'cache-and-network' }).data
  if (node?.__typename === 'Mail') return <Letter mail={node} onClose={onClose} />
  return (
    <SidePanel title={t`Mail`} onClose={onClose}>
      <p>
        <Trans>There is no such mail.</Trans>
      </p>
    </SidePanel>
  )
}

function Letter({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const parts = textParts(mail.text)
  const link = parts.find((part) => part.link)?.text
  const { failure } = mail
  return (
    <SidePanel title={mail.subject} onClose={onClose} actions={<Actions mail={mail} link={link} />}>
      {mail.status === 'FAILED' ? (
        <Note tone="error">{failure ? <Trans>Not delivered: {failure}</Trans> : <Trans>Not delivered.</Trans>}</Note>
      ) : mail.status === 'QUEUED' ? (
        <Note tone="warning">
          {link ? (
            <Trans>Not sent: no mail server is set up. Pass the link on yourself.</Trans>
          ) : (
            <Trans>Not sent yet.</Trans>
          )}
          {failure ? <div className="muted">{failure}</div> : null}
        </Note>
      ) : null}
      <Facts>
        <Fact name={t`To`}>{mail.to}</Fact>
        <Fact name={t`Status`}>
          <MailState status={mail.status} />
        </Fact>
        <Fact name={t`Written`}>{format.exact(mail.createdAt)}</Fact>
        <Fact name={t`Sent`}>{mail.sentAt ? format.exact(mail.sentAt) : null}</Fact>
        <Fact name={t`Attempts`}>{format.number(mail.attempts)}</Fact>
      </Facts>
      <div className={css.letter}>
        {parts.map((part, i) =>
          part.link ? (
            <a key={i} href={part.text} target="_blank" rel="noreferrer">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </div>
      {!link && mail.text.includes('…') ? (
        <p className="muted">
          <Trans>
            The link is for the addressee alone, so it is not shown here. A new invitation makes a new link.
          </Trans>
        </p>
      ) : null}
    </SidePanel>
  )
}

function Actions({ mail, link }: { mail: Mail; link: string | undefined }) {
  const { t } = useLingui()
  const [said, setSaid] = useState<{ text: string; bad?: boolean }>()
  const [resend, { loading }] = useResendMailMutation({ update: forget('mails') })
  const again = async () => {
    try {
      const refusal = (await resend({ variables: { id: mail.id } })).data?.resendMail.errors[0]
      setSaid(refusal ? { text: refusal.message, bad: true } : { text: t`It goes out again.` })
    } catch (error) {
      setSaid({ text: `${t`It was not sent again. Try once more.`} ${problemOf(error).id ?? ''}`, bad: true })
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link ?? '')
      setSaid({ text: t`Copied` })
    } catch {
      setSaid({ text: t`The browser did not allow copying. Mark the link and copy it.`, bad: true })
    }
  }
  if (!link && mail.status !== 'FAILED' && !said) return null
  return (
    <>
      {mail.status === 'FAILED' ? (
        <Button look="primary" pending={loading} onClick={() => void again()}>
          <IconRefresh size={16} stroke={1.8} aria-hidden />
          <Trans>Send again</Trans>
        </Button>
      ) : null}
      {link ? (
        <Button onClick={() => void copy()}>
          <IconCopy size={16} stroke={1.8} aria-hidden />
          <Trans>Copy the link</Trans>
        </Button>
      ) : null}
      <span className={said?.bad ? 'red grow' : 'muted grow'} role="status">
        {said?.text}
      </span>
    </>
  )
}

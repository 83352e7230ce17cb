import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconLock } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { Avatar } from './Avatar'
import { Button } from './Button'
import { cx } from './class-names'
import css from './Conversation.module.css'
import { FileChip } from './FileChip'
import { LinkedText } from './LinkedText'

export interface Attachment {
  id: string
  name: string
  bytes: number
  /** Where it is fetched from; without it the chip cannot be opened (yet). */
  href?: string
  /** It can be drawn: a small picture stands above the name. */
  picture?: boolean
}

export interface Message {
  kind: 'message'
  id: string
  /** The instant it was written. */
  at: string
  author: string
  /** Beside the name: a company, a job. */
  about?: ReactNode
  /** `internal` stands on amber paper with a lock, `own` is the reader's: it says "You" and has a mark at its edge. */
  variant: 'public' | 'internal' | 'own'
  /** The author is one of the house: a filled avatar. */
  us?: boolean
  /** Plain text; line breaks stay and web addresses become links. */
  body: string
  attachments?: Attachment[]
  /** Beside the time: "not sent yet". */
  state?: ReactNode
}

/** One line between messages: who did what. */
export interface ConversationEvent {
  kind: 'event'
  id: string
  at: string
  /** 15 px, from Tabler. */
  icon: ReactNode
  sentence: ReactNode
}

export type ConversationEntry = Message | ConversationEvent

interface Props {
  /** Names the part of the page: "Conversation". */
  label: string
  /** Oldest first. */
  entries: ConversationEntry[]
  /** Words beside the lock of an internal message; says who does not see it. */
  internalLabel?: ReactNode
  /** `large` is the portal's: 15 px text, 44 px chips. */
  size?: 'normal' | 'large'
  /** There are older ones: a button before the first day asks for them. */
  onEarlier?: () => void
  loadingEarlier?: boolean
}

/** Messages, oldest first, under a heading for each day, with what happened in between as small lines. */
export function Conversation({ label, entries, internalLabel, size, onEarlier, loadingEarlier }: Props) {
  const format = useFormat()
  const days = Map.groupBy(entries, (entry) => format.dayKey(entry.at))
  return (
    <section className={cx(css.conversation, size === 'large' && css.large)} aria-label={label}>
      {onEarlier ? (
        <p className={css.earlier}>
          <Button size={size === 'large' ? 'large' : 'small'} pending={loadingEarlier} onClick={onEarlier}>
            <Trans>Show earlier messages</Trans>
          </Button>
        </p>
      ) : null}
      {[...days].map(([day, ofDay]) => (
        <div key={day}>
          <h2 className={css.day}>
            <span>{ofDay[0] ? format.day(ofDay[0].at) : null}</span>
          </h2>
          <ol>
            {ofDay.map((entry) => (
              <li key={entry.id}>
                {entry.kind === 'event' ? (
                  <Event {...entry} />
                ) : (
                  <Written message={entry} internalLabel={internalLabel} size={size} />
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function Event({ at, icon, sentence }: ConversationEvent) {
  return (
    <div className={css.event}>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <span className={css.sentence}>{sentence}</span>
      <Time at={at} />
    </div>
  )
}

function Time({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.exact(at)}>
      {format.time(at)}
    </time>
  )
}

type WrittenProps = { message: Message } & Pick<Props, 'internalLabel' | 'size'>

function Written({ message, internalLabel, size }: WrittenProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { at, author, about, variant, us, body, attachments = [], state } = message
  const time = format.time(at)
  const label = {
    public: t`Message from ${author}, ${time}`,
    internal: t`Internal note from ${author}, ${time}`,
    own: t`Your message, ${time}`,
  }[variant]
  return (
    <article className={cx(css.message, variant !== 'public' && css[variant])} aria-label={label}>
      <header className={css.head}>
        <Avatar name={author} us={us} />
        <b title={variant === 'own' ? author : undefined}>{variant === 'own' ? <Trans>You</Trans> : author}</b>
        {variant === 'internal' ? (
          <span className={css.lock}>
            <IconLock size={13} stroke={1.8} aria-hidden />
            {internalLabel ?? <Trans>Internal note · only the team sees it</Trans>}
          </span>
        ) : about ? (
          <span className={css.about}>{about}</span>
        ) : null}
        <span className={css.when}>
          {state} <Time at={at} />
        </span>
      </header>
      <p className={css.text}>
        <LinkedText text={body} />
      </p>
      {attachments.length > 0 ? (
        <ul className={css.files} aria-label={t`Attachments`}>
          {attachments.map(({ id, ...file }) => (
            <li key={id}>
              <FileChip {...file} size={size} />
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

import { Suspense, useEffect, useRef } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useShortcuts } from '~/lib/shortcuts'
import { Composer } from '~/ui/Composer'
import { Conversation } from '~/ui/Conversation'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { FILES, uploadIds } from '../../files/upload'
import { useViewer } from '../../session/SessionProvider'
import { useAddComment } from './use-add-comment'
import { useEntries } from './entries'
import css from './TicketScreen.module.css'
import { useTalk } from './use-talk'
import type { Ticket } from './use-ticket'

/** What is said between the customer and us, and the place to answer. */
export function TicketTalk({ ticket }: { ticket: Ticket }) {
  const { t } = useLingui()
  const scroll = useRef<HTMLElement>(null)
  return (
    <>
      <section ref={scroll} className={css.scroll} aria-label={t`What was said`} tabIndex={0}>
        <QueryBoundary resetKey={ticket.id}>
          <Suspense fallback={<SkeletonLines lines={8} />}>
            <Said ticket={ticket} onGrown={() => scroll.current?.scrollTo({ top: scroll.current.scrollHeight })} />
          </Suspense>
        </QueryBoundary>
      </section>
      {ticket.viewerCanComment ? <Answer ticket={ticket} /> : null}
    </>
  )
}

/** Begins at the latest word, and goes along when there is another one. */
function Said({ ticket, onGrown }: { ticket: Ticket; onGrown: () => void }) {
  const { t } = useLingui()
  const entries = useEntries(ticket, useTalk(ticket.id), useViewer())
  const grown = useRef(onGrown)
  useEffect(() => {
    grown.current = onGrown
  })
  useEffect(() => {
    grown.current()
  }, [entries.length])
  return (
    <Conversation
      label={t`Conversation`}
      entries={entries}
      internalLabel={<Trans>Internal note · the customer does not see it</Trans>}
    />
  )
}

/** Reply or internal note: `r` and `n` go there. */
function Answer({ ticket }: { ticket: Ticket }) {
  const { t } = useLingui()
  const field = useRef<HTMLTextAreaElement>(null)
  const add = useAddComment(ticket)
  const { name } = ticket.requester
  /** Chooses who will see the words, as a click on the switch would, and goes to the field. */
  const write = (note: boolean) => {
    field.current?.form?.querySelectorAll<HTMLInputElement>('input[type=radio]')[note ? 1 : 0]?.click()
    field.current?.focus()
  }
  useShortcuts([
    { key: 'r', label: t`Reply to the customer`, run: () => write(false) },
    { key: 'n', label: t`Write an internal note`, run: () => write(true) },
  ])
  return (
    <Composer
      field={field}
      label={t`Reply to the customer`}
      files={FILES}
      send={(body, { internal, files }) => add(body, internal, uploadIds(files))}
      draftKey={`ticket:${ticket.id}`}
      internal={{
        replyLabel: t`Reply to the customer`,
        noteLabel: t`Internal note`,
        hint: <Trans>Only the team sees it; the customer does not.</Trans>,
      }}
      hint={
        ticket.requester.email && ticket.requester.active ? (
          <Trans>{name} gets an e-mail.</Trans>
        ) : (
          <Trans>{name} gets no e-mail.</Trans>
        )
      }
    />
  )
}

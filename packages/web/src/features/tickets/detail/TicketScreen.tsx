import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Forbidden } from '~/ui/EmptyState'
import { PageError } from '~/ui/ErrorState'
import { Crumbs, useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { readTrail } from '../../customers/trail/trail'
import { TrailNav } from '../../customers/trail/TrailNav'
import type { TicketSearch } from '../list/search'
import { TicketDoor } from '../TicketDoor'
import css from './TicketScreen.module.css'
import { TicketRail } from './TicketRail'
import { TicketTalk } from './TicketTalk'
import { TicketTitle } from './TicketTitle'
import { useTicket } from './use-ticket'

const EditTicketDrawer = lazy(() =>
  import('../form/EditTicketDrawer').then((module) => ({ default: module.EditTicketDrawer })),
)

interface Props {
  id: string
  editing: boolean
  onEdit: (open: boolean) => void
}

const KEYS = ['k', 'j'] as const

/** A ticket: what is said, what is known, what comes next. */
export function TicketScreen(props: Props) {
  const { t } = useLingui()
  return (
    <TicketDoor title={t`Ticket`}>
      <Page {...props} />
    </TicketDoor>
  )
}

function Page(props: Props) {
  const { t } = useLingui()
  const { id } = props
  return (
    <>
      <Crumbs
        label={t`Place`}
        links={[
          <Link key="list" to="/tickets" search={readTrail('tickets')?.search as TicketSearch | undefined}>
            <Trans>Tickets</Trans>
          </Link>,
        ]}
        here={
          <QueryBoundary resetKey={id} fallback={() => '–'}>
            <Suspense>
              <Number id={id} />
            </Suspense>
          </QueryBoundary>
        }
        aside={<TrailNav list="tickets" id={id} keys={KEYS} />}
      />
      <QueryBoundary
        resetKey={id}
        fallback={(error, retry) => <PageError title={t`Ticket`} error={error} onRetry={retry} />}
      >
        <Suspense fallback={<OnItsWay />}>
          <Loaded key={id} {...props} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

/** Room for the title, then lines. */
function OnItsWay() {
  return (
    <>
      <div className={css.title} />
      <div className={css.waiting}>
        <SkeletonLines lines={8} />
      </div>
    </>
  )
}

function Number({ id }: { id: string }) {
  return useTicket(id)?.number ?? '–'
}

function Loaded({ id, editing, onEdit }: Props) {
  const { t } = useLingui()
  const ticket = useTicket(id)
  if (!ticket) return <Missing />
  const mayEdit = ticket.viewerCanEdit
  return (
    <div className={css.ticket}>
      <TicketTitle ticket={ticket} onEdit={mayEdit ? () => onEdit(true) : undefined} />
      <div className={css.cols}>
        <div className={css.talk}>
          <TicketTalk ticket={ticket} />
        </div>
        <section className={css.rail} aria-label={t`About the ticket`} tabIndex={0}>
          <TicketRail ticket={ticket} />
        </section>
      </div>
      {editing && mayEdit ? (
        <Suspense>
          <EditTicketDrawer ticket={ticket} onClose={() => onEdit(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** Not there, or not for the viewer: both look alike, so that nobody learns which tickets exist. */
function Missing() {
  const { t } = useLingui()
  useTitle(t`Ticket`)
  return (
    <>
      <h1 className="sr">{t`Ticket`}</h1>
      <Forbidden title={<Trans>This ticket is not here</Trans>}>
        <Trans>
          The address is wrong, or you are not authorized for its customer. An administrator can authorize you.
        </Trans>
      </Forbidden>
    </>
  )
}

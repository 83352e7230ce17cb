import { Suspense } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { buttonClass } from '~/ui/Button'
import { Fact, Facts, None } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { SkeletonLines } from '~/ui/Skeleton'
import { useViewer } from '../session/SessionProvider'
import { useAuditCardQuery, type AuditCardQuery } from './__generated__/AuditCard'
import { Actor } from './Actor'
import css from './AuditDrawer.module.css'
import { openNames, type AuditSearch } from './list-variables'
import { SubjectLink } from './Subject'
import { useThingName } from './use-thing-name'
import { fieldText, valueText } from './values'
import { actionWords, typeWords } from './words'

type Event = Extract<NonNullable<AuditCardQuery['node']>, { __typename: 'AuditEvent' }>

/** One event with all that changed, and the ways to others of the same person or object. */
export function AuditDrawer({ id, search }: { id: string; search: AuditSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/admin/audit', search })
  const waiting = (
    <SidePanel title={t`Event`} onClose={close}>
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
  const { t, i18n } = useLingui()
  const { permissions } = useViewer()
  const { node } = useAuditCardQuery({ variables: { id, ...openNames(permissions) } }).data
  if (node?.__typename !== 'AuditEvent')
    return (
      <SidePanel title={t`Event`} onClose={onClose}>
        <p>
          <Trans>There is no such event, or you may not see it.</Trans>
        </p>
      </SidePanel>
    )
  const word = actionWords[node.action]
  return (
    <SidePanel title={word ? i18n._(word) : node.action} onClose={onClose} actions={<Ways event={node} />}>
      <About event={node} />
      {node.changes.length > 0 ? <Diff changes={node.changes} /> : null}
    </SidePanel>
  )
}

function About({ event }: { event: Event }) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const kind = event.subjectType && typeWords[event.subjectType]
  return (
    <Facts>
      <Fact name={t`When`}>{format.exact(event.at)}</Fact>
      <Fact name={t`Who`}>
        <Actor event={event} />
      </Fact>
      <Fact name={kind ? i18n._(kind) : t`Object`}>
        <SubjectLink event={event} />
      </Fact>
      {event.customer && event.subject?.__typename !== 'Customer' ? (
        <Fact name={t`Customer`}>
          <Link to="/customers/$id" params={{ id: event.customer.id }}>
            {event.customer.name}
          </Link>
        </Fact>
      ) : null}
    </Facts>
  )
}

/** Field by field, what it was and what it became. */
function Diff({ changes }: { changes: Event['changes'] }) {
  const { i18n } = useLingui()
  return (
    <table className={css.diff}>
      <caption>
        <Trans>What changed</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">
            <Trans>Before</Trans>
          </th>
          <th scope="col">
            <Trans>After</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, from, to }, i) => (
          <tr key={i}>
            <th scope="row">{fieldText(field, i18n)}</th>
            <td className={css.before}>
              <Value field={field} value={from} />
            </td>
            <td>
              <Value field={field} value={to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ field, value }: { field: string; value: string | null }) {
  const { i18n } = useLingui()
  if (value !== null && field.endsWith('Id')) return <Named id={value} />
  return valueText(field, value, i18n) ?? <None />
}

const Named = ({ id }: { id: string }) => useThingName(id)

function Ways({ event }: { event: Event }) {
  return (
    <>
      {event.subject ? (
        <Link to="/admin/audit" search={{ object: event.subject.id }} className={buttonClass()}>
          <Trans>All of this object</Trans>
        </Link>
      ) : null}
      {event.actor ? (
        <Link to="/admin/audit" search={{ actor: event.actor.id }} className={buttonClass()}>
          <Trans>All by this person</Trans>
        </Link>
      ) : null}
    </>
  )
}

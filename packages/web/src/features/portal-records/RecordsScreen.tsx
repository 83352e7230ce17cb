import { Suspense, useEffect, useRef, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { FIRST_PAGE } from '~/lib/paging'
import { useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Late, SkeletonLines } from '~/ui/Skeleton'
import { useViewer } from '../session/SessionProvider'
import { keepRecordSearch } from './last-search'
import { RecordRows } from './RecordRows'
import { RecordSearchField } from './RecordSearchField'
import { RecordViews } from './RecordViews'
import { RequesterChip } from './RequesterChip'
import css from './Records.module.css'
import { ScopeRefused, ScopeToggle, ScopeWords } from './Scope'
import { scopeFor, SCOPES, type RecordSearch } from './search'

/** Records: whose, in which state, found by words. The address says which; the rights say whose of them may be shown. */
export function RecordsScreen({ search }: { search: RecordSearch }) {
  const { t } = useLingui()
  useTitle(t`Records`)
  const viewer = useViewer()
  const navigate = useNavigate()
  const scope = scopeFor(search, viewer)
  const refused = SCOPES[search.scope ?? 'own'] !== scope
  const lost = useLostScope()
  useEffect(() => keepRecordSearch(search), [search])
  const change = (part: RecordSearch) =>
    void navigate({ to: '/portal/records', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  const question = [scope, viewer.ticketScopes, search]
  return (
    <>
      <h1>
        <Trans>Records</Trans>
      </h1>
      {viewer.ticketScopes.length > 1 ? (
        <ScopeToggle search={search} scope={scope} onChange={(wish) => change({ scope: wish, by: undefined })} />
      ) : null}
      {refused ? <ScopeRefused wish={search.scope} lost={lost} /> : null}
      <QueryBoundary resetKey={question} fallback={() => null}>
        <Suspense fallback={<ScopePlace />}>
          <ScopeWords search={search} scope={scope} />
        </Suspense>
      </QueryBoundary>
      <RecordSearchField value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      {search.by ? (
        <QueryBoundary resetKey={search.by} fallback={() => null}>
          <Suspense>
            <RequesterChip id={search.by} onRemove={() => change({ by: undefined })} />
          </Suspense>
        </QueryBoundary>
      ) : null}
      <RecordViews search={search} scope={scope} />
      {/* Other rights, other rows: those that may no longer be seen do not wait for the others. */}
      <QueryBoundary key={viewer.ticketScopes.join()} resetKey={question}>
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <RecordRows search={search} scope={scope} onClear={() => change({ q: undefined, by: undefined })} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

/** Keeps the room of the sentence, so that nothing jumps when it comes. */
const ScopePlace = () => (
  <Late>
    <p className={css.scope}>&nbsp;</p>
  </Late>
)

/** Whether a right was taken away while the page stood open; what it had shown is forgotten then. */
function useLostScope(): boolean {
  const { ticketScopes } = useViewer()
  const client = useApolloClient()
  const before = useRef(ticketScopes)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const gone = before.current.some((scope) => !ticketScopes.includes(scope))
    before.current = ticketScopes
    if (!gone) return
    setLost(true)
    // After the rows have gone: while they stand, they would ask again for what is refused now.
    setTimeout(() => forget('tickets', 'ticket', 'contacts', 'contact')(client.cache))
  }, [ticketScopes, client])
  return lost
}

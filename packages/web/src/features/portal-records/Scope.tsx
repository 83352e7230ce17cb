import { Suspense } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconEye } from '@tabler/icons-react'
import type { TicketScope } from '~/lib/__generated__/schema'
import { useFormat } from '~/lib/format'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Segmented } from '~/ui/Segmented'
import { useViewer } from '../session/SessionProvider'
import { usePortalRecordCountsQuery } from './__generated__/PortalRecords'
import css from './Records.module.css'
import { countVariables, SCOPES, type RecordSearch } from './search'
import { useCount } from './use-count'

type Wish = NonNullable<RecordSearch['scope']>

interface Props {
  search: RecordSearch
  scope: TicketScope
}

/** Benim / Grubum / Şirketim: only those that the viewer has the right to. */
export function ScopeToggle({ search, scope, onChange }: Props & { onChange: (wish: Wish | undefined) => void }) {
  const { t } = useLingui()
  const { ticketScopes } = useViewer()
  const words: Record<Wish, string> = { own: t`Mine`, group: t`My group`, company: t`My company` }
  const wishes = (['own', 'group', 'company'] as const).filter((wish) => ticketScopes.includes(SCOPES[wish]))
  return (
    <div className={css.toggle}>
      <Segmented
        size="large"
        legend={t`Whose records`}
        value={wishes.find((wish) => SCOPES[wish] === scope) ?? 'own'}
        onChange={(wish) => onChange(wish === 'own' ? undefined : wish)}
        options={wishes.map((wish) => ({
          value: wish,
          label: (
            <span className={css.choice}>
              {words[wish]}
              <QueryBoundary fallback={() => null} resetKey={ticketScopes}>
                <Suspense fallback={<span className={css.count}>&nbsp;</span>}>
                  <Count search={search} scope={SCOPES[wish]} />
                </Suspense>
              </QueryBoundary>
            </span>
          ),
        }))}
      />
    </div>
  )
}

function Count({ search, scope }: Props) {
  const format = useFormat()
  const count = useCount(search, scope, search.status ?? 'open')
  return <span className={css.count}>{format.number(count)}</span>
}

/** Says in words whose records stand below, and how many of them colleagues have opened. Suspends. */
export function ScopeWords({ search, scope }: Props) {
  const viewer = useViewer()
  const { data } = usePortalRecordCountsQuery({ variables: countVariables(search, viewer) })
  const company = viewer.customer?.name ?? ''
  const person = data.me?.person
  const group = person?.__typename === 'Contact' ? (person.group?.name ?? '') : ''
  const total = { OWN: data.ownAll, GROUP: data.groupAll, COMPANY: data.companyAll }[scope]?.totalCount ?? 0
  const mine = { OWN: data.ownAll, GROUP: data.groupMine, COMPANY: data.companyMine }[scope]?.totalCount ?? 0
  const others = Math.max(0, total - mine)
  return (
    <p className={css.scope} role="status">
      <IconEye size={18} stroke={1.8} aria-hidden />
      <span>
        {scope === 'OWN' ? (
          total === 0 ? (
            <Trans>The records that you open yourself are shown here.</Trans>
          ) : (
            <Plural
              value={total}
              one="Showing the record that you opened."
              other="Showing the # records that you opened."
            />
          )
        ) : scope === 'GROUP' ? (
          <Plural
            value={total}
            _0={`The group ${group} has no record yet.`}
            one={`Showing # record of the group ${group}; colleagues opened ${others}.`}
            other={`Showing # records of the group ${group}; colleagues opened ${others}.`}
          />
        ) : (
          <Plural
            value={total}
            _0={`${company} has no record yet.`}
            one={`Showing # record of ${company}; colleagues opened ${others}.`}
            other={`Showing # records of ${company}; colleagues opened ${others}.`}
          />
        )}
      </span>
    </p>
  )
}

/** The address asks for records that the viewer has no right to: says so, and what is shown instead. */
export function ScopeRefused({ wish, lost }: { wish: Wish | undefined; lost: boolean }) {
  return (
    <div className={css.refused}>
      <Note tone="warning" role="status">
        {lost ? (
          wish === 'group' ? (
            <Trans>You no longer see the records of your group; your own are shown.</Trans>
          ) : (
            <Trans>You no longer see the records of your company; your own are shown.</Trans>
          )
        ) : wish === 'group' ? (
          <Trans>You do not have the right to see the records of your group; your own are shown.</Trans>
        ) : (
          <Trans>You do not have the right to see all records of your company; your own are shown.</Trans>
        )}
      </Note>
    </div>
  )
}

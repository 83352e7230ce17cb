import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { buttonClass } from '~/ui/Button'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { useUserCountsQuery, type UserCountsQuery } from './__generated__/UserCounts'
import type { UserSearch } from './list-variables'

type View = Exclude<keyof UserCountsQuery, '__typename'>
const VIEWS: Record<View, UserSearch> = {
  all: {},
  administrators: { kind: 'ADMIN' },
  technicians: { kind: 'TECHNICIAN' },
  contacts: { kind: 'CONTACT' },
  passive: { active: false },
}

function Count({ of }: { of: View }) {
  const format = useFormat()
  const { data } = useUserCountsQuery()
  return format.number(data[of].totalCount)
}

const LateCount = ({ of }: { of: View }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count of={of} />
    </Suspense>
  </QueryBoundary>
)

/** Title, "new technician" and the views of the list. */
export function UserListHead({ search }: { search: UserSearch }) {
  const { t } = useLingui()
  const views: { view: View; label: string }[] = [
    { view: 'all', label: t`Everybody` },
    { view: 'administrators', label: t`Administrators` },
    { view: 'technicians', label: t`Technicians` },
    { view: 'contacts', label: t`Users` },
    { view: 'passive', label: t`Passive` },
  ]
  return (
    <>
      <PageHead
        title={t`Users and technicians`}
        count={<LateCount of="all" />}
        actions={
          <Link to="/admin/organization/users/new" search={search} className={buttonClass({ look: 'primary' })}>
            <IconPlus size={16} stroke={1.8} aria-hidden />
            <Trans>New technician</Trans>
          </Link>
        }
      />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => (
          <Tab
            key={view}
            to="/admin/organization/users"
            search={{ ...VIEWS[view], ...FIRST_PAGE }}
            current={VIEWS[view].active === search.active && VIEWS[view].kind === search.kind}
            count={<LateCount of={view} />}
          >
            {label}
          </Tab>
        ))}
      </Tabs>
    </>
  )
}

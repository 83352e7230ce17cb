import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Column } from '~/ui/DataTable'
import { buttonClass } from '~/ui/Button'
import { None } from '~/ui/Facts'
import { Tag } from '~/ui/Status'
import { When } from '~/ui/When'
import { useViewer } from '../session/SessionProvider'
import type { UserListQuery } from './__generated__/UserList'
import type { UserSearch } from './list-variables'
import { ActiveStatus } from './ActiveStatus'

export type UserRow = UserListQuery['users']['nodes'][number]

/** Only people of our own departments can become technicians. */
const isConvertible = (user: UserRow): boolean =>
  user.__typename === 'Contact' && user.active && user.email !== null && user.customer?.kind === 'INTERNAL'

const customerOf = (user: UserRow) => (user.__typename === 'Contact' ? user.customer : undefined)

function Kind({ user }: { user: UserRow }) {
  if (user.__typename !== 'Technician') return <Trans>User</Trans>
  return user.role.administrator ? <Trans>Administrator</Trans> : <Trans>Technician</Trans>
}

/** The columns of the list of everybody with a sign-in. */
export function useUserColumns(search: UserSearch): Column<UserRow>[] {
  const { t } = useLingui()
  const me = useViewer().person?.id
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Name`,
        name: true,
        cell: (user) => (
          <>
            <Link to="/admin/organization/users/$id" params={{ id: user.id }} search={search}>
              {user.name}
            </Link>{' '}
            {user.id === me ? (
              <Tag>
                <Trans>you</Trans>
              </Tag>
            ) : null}
          </>
        ),
      },
      { id: 'kind', header: t`Kind`, width: '104px', phone: 'second', cell: (user) => <Kind user={user} /> },
      {
        id: 'role',
        header: t`Role or company`,
        width: '180px',
        phone: 'second',
        cell: (user) => (user.__typename === 'Technician' ? user.role.name : (customerOf(user)?.name ?? <None />)),
      },
      { id: 'email', header: t`E-mail`, width: '190px', cell: ({ email }) => email ?? <None /> },
      {
        id: 'seen',
        header: t`Last seen`,
        width: '108px',
        cell: (user) => ('lastSeenAt' in user && user.lastSeenAt ? <When at={user.lastSeenAt} /> : <Never />),
      },
      {
        id: 'status',
        header: t`Status`,
        width: '84px',
        phone: 'end',
        cell: ({ active }) => <ActiveStatus active={active} />,
      },
      ...(search.kind === 'ADMIN' || search.kind === 'TECHNICIAN' || search.active === false
        ? []
        : [
            {
              id: 'convert',
              header: t`Action`,
              width: '172px',
              cell: (user: UserRow) => (isConvertible(user) ? <ConvertLink id={user.id} search={search} /> : null),
            },
          ]),
    ],
    [t, me, search],
  )
}

const ConvertLink = ({ id, search }: { id: string; search: UserSearch }) => (
  <Link
    to="/admin/organization/users/$id/convert"
    params={{ id }}
    search={search}
    className={buttonClass({ size: 'small' })}
  >
    <Trans>Convert to technician</Trans>
  </Link>
)

const Never = () => (
  <span className="muted">
    <Trans>not yet</Trans>
  </span>
)

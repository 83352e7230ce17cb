import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { DateText, When } from '~/ui/When'
import { Rights } from '../roles/Rights'
import css from './api-keys.module.css'
import { endsSoon, keyState } from './key-state'
import { KeyStatus } from './KeyStatus'
import type { KeyRow, KeySearch } from './list'

/** Whose data a key reaches; without the right to see customers only whether it is limited. */
function Reach({ apiKey }: { apiKey: KeyRow }) {
  if (apiKey.allCustomers) return <Trans>all customers</Trans>
  if (!apiKey.customers) return <Trans>some customers</Trans>
  const count = apiKey.customers.length
  const [only] = apiKey.customers
  if (count === 1 && only) return only.name
  return <Plural value={count} one="# customer" other="# customers" />
}

/** The columns of the list of keys. */
export function useKeyColumns(search: KeySearch): Column<KeyRow>[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Key`,
        name: true,
        cell: ({ id, name }) => (
          <Link to="/admin/api-keys/$id" params={{ id }} search={search}>
            {name}
          </Link>
        ),
      },
      {
        id: 'prefix',
        header: t`Begins with`,
        width: '104px',
        phone: 'second',
        cell: ({ prefix }) => <code className={css.mono}>{prefix}…</code>,
      },
      {
        id: 'permissions',
        header: t`May`,
        width: '230px',
        cell: ({ permissions }) => <Rights permissions={permissions} />,
      },
      { id: 'reach', header: t`Customers`, width: '150px', cell: (apiKey) => <Reach apiKey={apiKey} /> },
      {
        id: 'used',
        header: t`Last used`,
        width: '108px',
        cell: ({ lastUsedAt }) =>
          lastUsedAt ? (
            <When at={lastUsedAt} />
          ) : (
            <span className="muted">
              <Trans>never</Trans>
            </span>
          ),
      },
      {
        id: 'expires',
        header: t`Expires`,
        width: '100px',
        cell: (apiKey) =>
          apiKey.expiresAt ? (
            <span className={keyState(apiKey) === 'live' && endsSoon(apiKey) ? 'amber' : undefined}>
              <DateText on={apiKey.expiresAt} />
            </span>
          ) : (
            <None />
          ),
      },
      {
        id: 'status',
        header: t`Status`,
        width: '116px',
        phone: 'end',
        cell: (apiKey) => <KeyStatus state={keyState(apiKey)} />,
      },
    ],
    [t, search],
  )
}

import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { When } from '~/ui/When'
import { ActiveStatus } from '../../customers/ActiveStatus'
import { CustomerLink } from '../../customers/CustomerLink'
import type { ContactRowFragment } from '../__generated__/ContactRow'
import { RightsTags } from '../RightsTags'
import { ActiveSwitch } from './ActiveSwitch'

interface Options {
  /** On a customer's own page its name is not repeated. */
  customer: boolean
  /** Whether there is room for what matters less. */
  wide: boolean
  /** A switch where the viewer may change it, else the state in words. */
  mayEdit: boolean
}

const LastSeen = ({ contact: { lastSeenAt, canSignIn, email } }: { contact: ContactRowFragment }) => {
  if (lastSeenAt) return <When at={lastSeenAt} />
  if (canSignIn)
    return (
      <span className="muted">
        <Trans>never</Trans>
      </span>
    )
  return email ? (
    <None />
  ) : (
    <span className="muted">
      <Trans>no e-mail</Trans>
    </span>
  )
}

/** The columns of a list of contacts. */
export function useContactColumns({ customer, wide, mayEdit }: Options): Column<ContactRowFragment>[] {
  const { t } = useLingui()
  return useMemo(() => {
    const columns: (Column<ContactRowFragment> | false)[] = [
      {
        id: 'name',
        header: t`Contact`,
        name: true,
        sort: { ascending: 'NAME_ASC', descending: 'NAME_DESC' },
        cell: ({ id, name, seesCompanyRecords, seesGroupRecords }) => (
          <>
            <Link to="/contacts/$id" params={{ id }}>
              {name}
            </Link>{' '}
            <RightsTags company={seesCompanyRecords} group={seesGroupRecords} />
          </>
        ),
      },
      customer && {
        id: 'customer',
        header: t`Customer`,
        phone: 'second',
        cell: (contact) => <CustomerLink customer={contact.customer} />,
      },
      !customer &&
        wide && {
          id: 'title',
          header: t`Job title`,
          cell: ({ title }) => title ?? <None />,
        },
      {
        id: 'email',
        header: t`E-mail`,
        phone: customer ? undefined : 'second',
        cell: ({ email }) => email ?? <None />,
      },
      {
        id: 'group',
        header: t`Group`,
        width: '128px',
        cell: ({ group }) => group?.name ?? <None />,
      },
      wide && { id: 'seen', header: t`Last seen`, width: '120px', cell: (contact) => <LastSeen contact={contact} /> },
      {
        id: 'active',
        header: t`Status`,
        width: '112px',
        phone: 'end',
        cell: (contact) => (mayEdit ? <ActiveSwitch contact={contact} /> : <ActiveStatus active={contact.active} />),
      },
    ]
    return columns.filter((column): column is Column<ContactRowFragment> => Boolean(column))
  }, [t, customer, wide, mayEdit])
}

import { useMemo } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconUserMinus } from '@tabler/icons-react'
import { Avatar } from '~/ui/Avatar'
import { Button } from '~/ui/Button'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { Tag } from '~/ui/Status'
import { DateText } from '~/ui/When'
import type { CustomerTechniciansQuery } from './__generated__/CustomerTechnicians'

export type TechnicianRow = NonNullable<CustomerTechniciansQuery['customer']>['technicians']['nodes'][number] & {
  since?: string | undefined
}

interface Options {
  /** Whether the viewer may know roles. */
  roles: boolean
  /** Whether it is known of one at least since when. */
  since: boolean
  /** Absent for those who may not change the list. */
  onRemove: ((row: TechnicianRow) => void) | undefined
}

/** Columns of the authorized technicians. */
export function useTechnicianColumns({ roles, since, onRemove }: Options): Column<TechnicianRow>[] {
  const { t } = useLingui()
  return useMemo(() => {
    const columns: (Column<TechnicianRow> | false | undefined)[] = [
      {
        id: 'name',
        header: t`Technician`,
        name: true,
        cell: ({ name, active }) => (
          <span className="row">
            <Avatar name={name} />
            <span className="trunc">{name}</span>
            {active ? null : (
              <Tag>
                <Trans>passive</Trans>
              </Tag>
            )}
          </span>
        ),
      },
      { id: 'email', header: t`E-mail`, phone: roles ? undefined : 'second', cell: ({ email }) => email ?? <None /> },
      roles && {
        id: 'role',
        header: t`Role`,
        phone: 'second',
        cell: ({ role }) => role?.name ?? <None />,
      },
      roles && {
        id: 'sees',
        header: t`Sees`,
        width: '184px',
        cell: ({ role }) =>
          role?.onlyAuthorizedCustomers ? <Trans>authorized customers only</Trans> : <Trans>all customers</Trans>,
      },
      since && {
        id: 'since',
        header: t`Since`,
        width: '104px',
        cell: (row) => (row.since ? <DateText on={row.since} /> : <None />),
      },
      onRemove && {
        id: 'remove',
        header: t`Authorization`,
        width: '132px',
        phone: 'end',
        cell: (row) => {
          const { name } = row
          return (
            <Button size="small" look="quiet" aria-label={t`Take away: ${name}`} onClick={() => onRemove(row)}>
              <IconUserMinus size={14} stroke={1.8} aria-hidden />
              <Trans>Take away</Trans>
            </Button>
          )
        },
      },
    ]
    return columns.filter((column): column is Column<TechnicianRow> => Boolean(column))
  }, [t, roles, since, onRemove])
}

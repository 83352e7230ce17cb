import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { Column } from '~/ui/DataTable'
import { When } from '~/ui/When'
import type { MailListQuery } from './__generated__/MailList'
import type { MailSearch } from './list-variables'
import { MailState } from './MailState'

export type MailRow = MailListQuery['mails']['nodes'][number]

/** The columns of the outbox. */
export function useMailColumns(search: MailSearch): Column<MailRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'subject',
        header: t`Subject`,
        name: true,
        cell: ({ id, subject }) => (
          <Link to="/admin/mail/$id" params={{ id }} search={search}>
            {subject}
          </Link>
        ),
      },
      { id: 'to', header: t`To`, width: '260px', phone: 'second', cell: ({ to }) => to },
      {
        id: 'status',
        header: t`Status`,
        width: '120px',
        phone: 'end',
        cell: ({ status }) => <MailState status={status} />,
      },
      {
        id: 'attempts',
        header: t`Attempts`,
        width: '84px',
        numeric: true,
        cell: ({ attempts }) => format.number(attempts),
      },
      { id: 'created', header: t`Written`, width: '150px', cell: ({ createdAt }) => <When at={createdAt} /> },
    ],
    [t, format, search],
  )
}

import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { Actor } from './Actor'
import type { AuditEventRowFragment } from './__generated__/AuditEventRow'
import type { AuditSearch } from './list-variables'
import { SubjectText } from './Subject'
import { fieldText, valueText } from './values'
import { actionWords } from './words'

/** The columns of the audit log. */
export function useAuditColumns(search: AuditSearch): Column<AuditEventRowFragment>[] {
  const { t, i18n } = useLingui()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'at',
        header: t`When`,
        width: '152px',
        phone: 'end',
        cell: ({ at }) => (
          <time dateTime={at} title={format.exact(at)}>
            {format.shortDate(at)} {format.time(at)}
          </time>
        ),
      },
      { id: 'actor', header: t`Who`, width: '150px', phone: 'second', cell: (event) => <Actor event={event} /> },
      {
        id: 'action',
        header: t`What`,
        name: true,
        cell: ({ id, action }) => {
          const word = actionWords[action]
          return (
            <Link to="/admin/audit/$id" params={{ id }} search={search}>
              {word ? i18n._(word) : action}
            </Link>
          )
        },
      },
      {
        id: 'subject',
        header: t`Object`,
        width: '232px',
        phone: 'second',
        cell: (event) => <SubjectText event={event} />,
      },
      {
        id: 'changes',
        header: t`Changes`,
        width: '300px',
        cell: ({ changes }) =>
          changes.length > 0 ? (
            changes
              .map(({ field, from, to }) => {
                const [before, after] = [valueText(field, from, i18n) ?? '–', valueText(field, to, i18n) ?? '–']
                return from === null
                  ? `${fieldText(field, i18n)}: ${after}`
                  : `${fieldText(field, i18n)}: ${before} → ${after}`
              })
              .join(' · ')
          ) : (
            <None />
          ),
      },
    ],
    [t, i18n, format, search],
  )
}

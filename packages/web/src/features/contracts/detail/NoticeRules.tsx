import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { DataTable, type Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import type { DeliveryStatus } from '~/lib/__generated__/schema'
import { sendDay } from '../form/notice-dates'
import { today } from '~/lib/today'
import { DeliveryMark } from '../Marks'
import css from '../contracts.module.css'
import { ruleText } from '../words'
import type { DeliveryFragment } from './__generated__/NoticeLog'
import type { Contract } from './use-contract'

type Rule = Contract['notices'][number] & { day: string }

interface Props {
  contract: Contract
  /** What has become of the notices, once it is known. */
  deliveries?: readonly DeliveryFragment[]
}

/** The worst news of a notice's recipients first. */
const WEIGHT: DeliveryStatus[] = ['FAILED', 'QUEUED', 'PLANNED', 'SENT', 'SKIPPED']

/** What has become of a notice about the present end, over all of its recipients. */
function stateOf(rule: Rule, endsOn: string, deliveries: readonly DeliveryFragment[]): DeliveryStatus | undefined {
  const own = new Set(
    deliveries
      .filter((each) => each.endsOn === endsOn && each.side === rule.side && each.days === rule.days)
      .map(({ status }) => status),
  )
  return WEIGHT.find((status) => own.has(status))
}

/** Who is told of the end, and on which real day. */
export function NoticeRules({ contract, deliveries }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const mayEdit = useCan('CONTRACTS_WRITE')
  const { id, notices, endsOn, noticeUsers, noticeContacts, autoRenew, status } = contract
  const people = format.list([...noticeUsers, ...noticeContacts].map(({ name }) => name))
  const rules = useMemo(
    () =>
      notices
        .map((notice): Rule => ({ ...notice, day: sendDay(notice, endsOn) }))
        .toSorted((one, other) => one.day.localeCompare(other.day)),
    [notices, endsOn],
  )
  const columns = useMemo(
    (): Column<Rule>[] => [
      { id: 'rule', header: t`Notice`, name: true, width: '168px', cell: ({ side, days }) => ruleText(side, days) },
      {
        id: 'day',
        header: t`Goes out`,
        width: '220px',
        phone: 'second',
        cell: ({ day }) => (
          <time dateTime={day} className={day < today() ? 'muted' : undefined}>
            {format.weekdayDate(day)}
            <span className={css.wide}>, 09:00</span>
          </time>
        ),
      },
      {
        id: 'people',
        header: t`Recipients`,
        cell: ({ side }) =>
          side === 'AFTER_END' && autoRenew && status !== 'EXPIRED' ? (
            <span className="muted">
              <Trans>only if it does not renew</Trans>
            </span>
          ) : people ? (
            <span className="dim" title={people}>
              {people}
            </span>
          ) : (
            <None />
          ),
      },
      ...(deliveries
        ? [
            {
              id: 'state',
              header: t`Status`,
              width: '112px',
              phone: 'end' as const,
              cell: (rule: Rule) => {
                const state = stateOf(rule, endsOn, deliveries)
                return state ? <DeliveryMark status={state} /> : <None />
              },
            },
          ]
        : []),
    ],
    [t, format, people, autoRenew, status, endsOn, deliveries],
  )
  if (rules.length === 0 && status === 'TERMINATED') return null
  return (
    <Section
      title={<Trans>Notices</Trans>}
      note={rules.length > 0 ? rules.length : undefined}
      aside={
        mayEdit && status !== 'TERMINATED' ? (
          <Link to="/contracts/$id/edit" params={{ id }}>
            <Trans>Edit</Trans>
          </Link>
        ) : null
      }
    >
      {rules.length === 0 ? (
        <p className="muted">
          <Trans>Nobody is told that this contract ends.</Trans>
        </p>
      ) : (
        <>
          {people ? null : (
            <p className="amber">
              <Trans>Nobody is chosen to be told; these notices go nowhere.</Trans>
            </p>
          )}
          <DataTable
            caption={t`Notices`}
            rows={rules}
            columns={columns}
            rowId={({ side, days }) => `${side}${days}`}
            rowName={({ side, days }) => ruleText(side, days)}
            inColumn
          />
        </>
      )}
    </Section>
  )
}

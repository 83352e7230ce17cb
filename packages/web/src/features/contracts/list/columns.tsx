import { useMemo } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconRefresh } from '@tabler/icons-react'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { DateText } from '~/ui/When'
import { CustomerLink } from '../../customers/CustomerLink'
import { useCan } from '../../session/SessionProvider'
import css from '../contracts.module.css'
import { ContractStatusMark, DaysLeft } from '../Marks'
import { AheadRuler } from '../term/AheadRuler'
import { AxisScale, AxisTerm } from '../term/AxisTerm'
import { TermRuler } from '../term/TermRuler'
import type { Term } from '../term/terms'
import { today } from '~/lib/today'
import { periodText } from '../words'
import type { ContractRowFragment } from './__generated__/ContractRow'

interface Options {
  /** Within one customer its name says nothing. */
  customer?: boolean
  /** Where all end soon, the next 90 days tell more than whole terms. */
  ahead?: boolean
  /** Terms are drawn on a span that all rows share. */
  axis?: Term
}

/** The columns of lists of contracts. */
export function useContractColumns({
  customer = true,
  ahead = false,
  axis,
}: Options = {}): Column<ContractRowFragment>[] {
  const { t } = useLingui()
  const day = today()
  const seesPlans = useCan('PLANS_READ')
  // Where there is little room the names need it more.
  const wide = useMediaQuery('(min-width: 84em)', true, { getInitialValueInEffect: false })
  const roomy = useMediaQuery('(min-width: 104em)', true, { getInitialValueInEffect: false })
  return useMemo(() => {
    const columns: (Column<ContractRowFragment> | false)[] = [
      {
        id: 'name',
        header: t`Contract`,
        name: true,
        sort: { ascending: 'NAME_ASC' },
        cell: ({ id, name, reference }) => (
          <Link to="/contracts/$id" params={{ id }} title={`${name} ${reference}`}>
            {name} <span className={css.reference}>{reference}</span>
          </Link>
        ),
      },
      customer && {
        id: 'customer',
        header: t`Customer`,
        width: '164px',
        phone: 'second',
        cell: ({ customer: of }) => <CustomerLink customer={of} />,
      },
      {
        id: 'type',
        header: t`Type`,
        width: '124px',
        phone: customer ? undefined : 'second',
        cell: ({ type }) => <span title={type.name}>{type.name}</span>,
      },
      {
        id: 'status',
        header: t`Status`,
        width: '112px',
        phone: 'end',
        cell: ({ status }) => <ContractStatusMark status={status} />,
      },
      seesPlans &&
        wide && {
          id: 'plan',
          header: t`Service plan`,
          width: '132px',
          cell: ({ plan }) => plan?.title ?? <None />,
        },
      (!ahead || roomy) && {
        id: 'term',
        header: t`Term`,
        width: customer ? '104px' : '27%',
        ...(axis
          ? { scale: <AxisScale axis={axis} today={day} label={t`today`} /> }
          : { sort: { descending: 'STARTS_ON_DESC' } }),
        cell: ({ startsOn, endsOn, ...rest }) =>
          axis ? (
            <AxisTerm axis={axis} today={day} term={{ startsOn, endsOn }} {...rest} />
          ) : (
            <TermRuler mini term={{ startsOn, endsOn }} today={day} {...rest} />
          ),
      },
      (ahead || roomy) && {
        id: 'ahead',
        header: t`Next 90 days`,
        width: '112px',
        cell: ({ endsOn, autoRenew, status }) =>
          status === 'ACTIVE' ? <AheadRuler today={day} endsOn={endsOn} autoRenew={autoRenew} /> : <None />,
      },
      {
        id: 'left',
        header: t`Left`,
        width: '76px',
        numeric: true,
        phone: 'second',
        cell: ({ daysLeft }) =>
          daysLeft === null ? (
            <span className={css.wide}>
              <None />
            </span>
          ) : (
            <DaysLeft days={daysLeft} />
          ),
      },
      {
        id: 'end',
        header: t`Last day`,
        width: '92px',
        sort: { ascending: 'ENDS_ON_ASC', descending: 'ENDS_ON_DESC' },
        cell: ({ endsOn, terminatedOn }) => <DateText on={terminatedOn ?? endsOn} />,
      },
      {
        id: 'renewal',
        header: t`Renewal`,
        width: '92px',
        cell: ({ autoRenew, renewalPeriod }) =>
          autoRenew && renewalPeriod ? (
            <span className="row">
              <IconRefresh size={14} stroke={1.8} aria-hidden className="muted" />
              <span className="sr">
                <Trans>by itself</Trans>
              </span>
              {periodText(renewalPeriod)}
            </span>
          ) : (
            <span className="muted">
              <Trans>by hand</Trans>
            </span>
          ),
      },
    ]
    return columns.filter((column) => column !== false)
  }, [t, day, seesPlans, wide, roomy, customer, ahead, axis])
}

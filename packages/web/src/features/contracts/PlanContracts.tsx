import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Section } from '~/ui/Page'
import { usePlanContractsQuery } from './__generated__/PlanContracts'
import css from './contracts.module.css'
import { ContractStatusMark } from './Marks'

/** The contracts that are priced by a plan. Suspends. */
export function PlanContracts({ id }: { id: string }) {
  const format = useFormat()
  const { servicePlan } = usePlanContractsQuery({ variables: { id } }).data
  if (!servicePlan) return null
  const { nodes, totalCount } = servicePlan.contracts
  return (
    <Section
      title={<Trans>In use by</Trans>}
      note={<Plural value={totalCount} _0="no contract" one="# contract" other="# contracts" />}
      aside={
        totalCount > nodes.length ? (
          <Link to="/contracts" search={{ plan: id }}>
            <Trans>Show all</Trans>
          </Link>
        ) : null
      }
    >
      {nodes.length > 0 ? (
        <ul className={css.users}>
          {nodes.map(({ id: contract, name, reference, customer, status, endsOn, terminatedOn }) => (
            <li key={contract}>
              <span className="grow">
                <Link to="/contracts/$id" params={{ id: contract }}>
                  {name}
                </Link>{' '}
                <span className={css.reference}>{reference}</span>
                <small>
                  {customer.name} · {format.shortDate(terminatedOn ?? endsOn)}
                </small>
              </span>
              <ContractStatusMark status={status} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">
          <Trans>No contract is priced by this plan yet.</Trans>
        </p>
      )}
    </Section>
  )
}

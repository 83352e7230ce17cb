import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { Section } from '~/ui/Page'
import { useCan } from '../session/SessionProvider'
import { useCustomerContractCardsQuery } from './__generated__/CustomerContractCards'
import { ContractCard } from './ContractCard'
import css from './contracts.module.css'

/** The contracts with a customer that hold or will hold, each with its ruler. Suspends. */
export function CustomerContractCards({ id }: { id: string }) {
  const plans = useCan('PLANS_READ')
  const mayCreate = useCan('CONTRACTS_WRITE')
  const { customer } = useCustomerContractCardsQuery({ variables: { id, plans } }).data
  if (!customer) return null
  const { nodes, totalCount } = customer.contracts
  return (
    <Section
      title={<Trans>Contracts</Trans>}
      note={totalCount}
      aside={
        <Link to="/customers/$id/contracts" params={{ id }}>
          <Trans>See all</Trans>
        </Link>
      }
    >
      {nodes.length > 0 ? (
        <div className={css.cards}>
          {nodes.map((contract) => (
            <ContractCard key={contract.id} contract={contract} />
          ))}
        </div>
      ) : (
        <p className="muted">
          <Trans>No contract is in force.</Trans>{' '}
          {mayCreate ? (
            <Link to="/contracts/new" search={{ customer: id }} className="intext">
              <Trans>Add contract</Trans>
            </Link>
          ) : null}
        </p>
      )}
    </Section>
  )
}

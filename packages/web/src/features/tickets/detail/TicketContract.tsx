import { Trans } from '@lingui/react/macro'
import { Section } from '~/ui/Page'
import { ContractCard } from '../../contracts/ContractCard'
import { useCan } from '../../session/SessionProvider'
import { useTicketContractQuery } from './__generated__/TicketContract'

/** Under which contract a ticket is worked on. Suspends. */
export function TicketContract({ id }: { id: string }) {
  const plans = useCan('PLANS_READ')
  const contract = useTicketContractQuery({ variables: { id, plans } }).data.ticket?.contract
  return (
    <Section title={<Trans>Contract</Trans>}>
      {contract ? (
        <ContractCard contract={contract} />
      ) : (
        <p className="muted">
          <Trans>It is under no contract.</Trans>
        </p>
      )}
    </Section>
  )
}

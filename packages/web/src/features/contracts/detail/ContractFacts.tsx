import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Fact, Facts } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import { periodText, termLength } from '../words'
import type { Contract } from './use-contract'

/** What is agreed, in short. */
export function ContractFacts({ contract }: { contract: Contract }) {
  const { t } = useLingui()
  const format = useFormat()
  const seesPlans = useCan('PLANS_READ')
  const { type, customer, startsOn, endsOn, autoRenew, renewalPeriod, plan, planRevision, terms } = contract
  const length = renewalPeriod ? periodText(renewalPeriod) : ''
  const current = terms.at(-1)
  return (
    <Section title={<Trans>Facts</Trans>}>
      <Facts>
        <Fact name={t`Customer`}>
          <Link to="/customers/$id" params={{ id: customer.id }}>
            {customer.name}
          </Link>
        </Fact>
        <Fact name={t`Contract type`}>{type.name}</Fact>
        <Fact name={t`First day`}>{format.date(startsOn)}</Fact>
        <Fact name={t`Last day`}>
          {format.date(endsOn)}{' '}
          <span className="muted">
            <Trans>(included)</Trans>
          </span>
        </Fact>
        <Fact name={t`Term`}>{current ? termLength(current) : null}</Fact>
        <Fact name={t`Renewal`}>{autoRenew ? <Trans>by itself, {length}</Trans> : <Trans>by hand</Trans>}</Fact>
        {seesPlans ? (
          <Fact name={t`Service plan`}>
            {plan ? (
              <>
                <Link to="/plans/$id" params={{ id: plan.id }}>
                  {plan.title}
                </Link>{' '}
                {planRevision === null ? null : (
                  <span className="muted nowrap">
                    <Trans>revision {planRevision}</Trans>
                  </span>
                )}
              </>
            ) : null}
          </Fact>
        ) : null}
      </Facts>
    </Section>
  )
}

import { Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Section } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import { UsageBar } from '../../time/usage/UsageBar'
import { useContractUsageQuery } from './__generated__/ContractUsage'
import css from './detail.module.css'

/** What the billing period that runs has used of its hours or tickets; nothing without a plan. Suspends. */
export function ContractUsage({ id }: { id: string }) {
  const format = useFormat()
  const amounts = useCan('BILLING_READ')
  const usage = useContractUsageQuery({ variables: { id, amounts } }).data.contract?.usage
  if (!usage) return null
  const { startsOn, endsOn, expected } = usage
  const [from, to] = [format.mediumDate(startsOn), format.mediumDate(endsOn)]
  const amount = expected ? format.money(expected.amount, expected.currency) : ''
  return (
    <Section title={<Trans>Used this period</Trans>}>
      <UsageBar usage={usage} />
      <p className={css.period}>
        {from} – {to}
        {expected ? (
          <>
            {' · '}
            <Trans>{amount} so far</Trans>
          </>
        ) : null}
      </p>
    </Section>
  )
}

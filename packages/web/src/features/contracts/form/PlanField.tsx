import { Suspense } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { SelectField } from '~/ui/TextField'
import { billingPeriods } from '../../plans/words'
import { useCan } from '../../session/SessionProvider'
import { usePlanChoicesQuery } from './__generated__/PlanChoices'
import { useContractForm, useErrorOf } from './context'
import { planFacts } from './plan-facts'
import { useContractFieldNames } from './use-field-names'

/** By which plan work under the contract is priced. */
export function PlanField() {
  if (!useCan('PLANS_READ'))
    return (
      <p className="muted">
        <Trans>Your role opens no service plans; the plan stays as it is.</Trans>
      </p>
    )
  return (
    <QueryBoundary>
      <Suspense fallback={<SkeletonLines lines={2} />}>
        <Loaded />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const names = useContractFieldNames()
  const { form, values, contract, hintOf } = useContractForm()
  const error = useErrorOf('planId')
  const { nodes } = usePlanChoicesQuery().data.servicePlans
  const chosen = nodes.find(({ id }) => id === values.planId)
  const other = contract?.plan && nodes.every(({ id }) => id !== contract.plan?.id) ? contract.plan : null
  const changed =
    (contract?.status === 'ACTIVE' || contract?.status === 'EXPIRED') && values.planId !== (contract.plan?.id ?? '')
  const facts = chosen ? [i18n._(billingPeriods[chosen.billingPeriod]), ...planFacts(chosen, format)].join(' · ') : null
  return (
    <SelectField
      label={names.planId}
      optional
      hint={
        hintOf('planId') ??
        (changed
          ? t`Applies from the next billing period on; the running one keeps its plan.`
          : (facts ?? t`Without a plan nothing is billed; hours are counted only.`))
      }
      error={error}
      {...form.register('planId')}
    >
      <option value="">{t`No plan`}</option>
      {other ? <option value={other.id}>{other.title}</option> : null}
      {nodes.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </SelectField>
  )
}

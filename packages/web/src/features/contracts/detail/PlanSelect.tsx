import { Suspense, type ComponentPropsWithRef } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SelectField } from '~/ui/TextField'
import { SkeletonLines } from '~/ui/Skeleton'
import { usePlanChoicesQuery } from '../form/__generated__/PlanChoices'
import { planFacts } from '../form/plan-facts'

interface Props extends Omit<ComponentPropsWithRef<typeof SelectField>, 'children'> {
  /** The plan so far, which stays to choose though it is offered no more. */
  current: { id: string; title: string } | null | undefined
}

/** One of the plans on offer, with what comes with it. */
export function PlanSelect(props: Props) {
  return (
    <QueryBoundary>
      <Suspense fallback={<SkeletonLines lines={2} />}>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ current, ...rest }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { nodes } = usePlanChoicesQuery().data.servicePlans
  const gone = current && nodes.every(({ id }) => id !== current.id)
  return (
    <SelectField {...rest}>
      <option value="">{t`No plan`}</option>
      {gone ? <option value={current.id}>{current.title}</option> : null}
      {nodes.map((plan) => (
        <option key={plan.id} value={plan.id}>
          {[plan.title, ...planFacts(plan, format)].join(' · ')}
        </option>
      ))}
    </SelectField>
  )
}

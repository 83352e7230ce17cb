import { useDeferredValue } from 'react'
import { skipToken } from '@apollo/client/react'
import { useCan } from '../../session/SessionProvider'
import { usePlanTitleQuery } from './__generated__/PlanTitle'

/** The title behind a plan's id that stands in an address; nothing until it is known. */
export function usePlanTitle(id: string | undefined): string | undefined {
  const sees = useCan('PLANS_READ')
  // The screen stands at once; the title comes in the background.
  const asked = useDeferredValue(sees ? id : undefined, undefined)
  const { data } = usePlanTitleQuery(asked ? { variables: { id: asked } } : skipToken)
  const plan = data?.servicePlan
  return plan && plan.id === id ? plan.title : undefined
}

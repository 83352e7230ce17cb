import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import type { PlanFieldsFragment } from './__generated__/PlanFields'
import { useDeletePlanMutation } from './__generated__/DeletePlan'

interface Props {
  plan: Pick<PlanFieldsFragment, 'id' | 'version' | 'title'>
  onClose: () => void
  onDone: () => void
}

/** Before a plan goes for good; one that is used is refused, and the refusal says what to do instead. */
export function DeletePlanDialog({ plan, onClose, onDone }: Props) {
  const { t } = useLingui()
  const [refusals, setRefusals] = useState<string[]>([])
  const [remove, { loading, error }] = useDeletePlanMutation({ update: forget('servicePlans', 'servicePlan') })
  const { title } = plan
  const confirm = async () => {
    const answer = await remove({ variables: { input: { id: plan.id, version: plan.version } } }).catch(() => null)
    const errors = answer?.data?.deleteServicePlan.errors
    if (!errors) return
    if (errors.length > 0) return setRefusals(errors.map(({ message }) => message))
    toast(t`The service plan “${title}” is deleted.`)
    onDone()
  }
  return (
    <ConfirmDialog
      title={t`Delete the service plan “${title}”?`}
      consequences={[
        <Trans key="revisions">All its revisions go with it; this cannot be undone.</Trans>,
        <Trans key="used">A plan that a contract uses cannot be deleted; make it inactive instead.</Trans>,
        <Trans key="log">The audit log keeps what was done with the plan.</Trans>,
      ]}
      confirmLabel={t`Delete service plan`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { toast } from '~/ui/toast'
import { useChangePlanMutation } from './__generated__/ChangePlan'
import { forgetAround } from './forget-around'
import { PlanSelect } from './PlanSelect'
import type { Contract } from './use-contract'

interface PlanValues {
  planId: string
}

/** Another plan, or the newest revision of the same one, from the next billing period on. */
export function PlanDrawer({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useLingui()
  const { id, version, name, plan, planRevision } = contract
  const form = useForm<PlanValues>({ defaultValues: { planId: plan?.id ?? '' }, mode: 'onTouched' })
  const [update, { loading, error }] = useChangePlanMutation({ update: forgetAround(contract) })
  const newer = plan && planRevision !== null && plan.revision > planRevision
  const [title, newest] = [plan?.title ?? '', plan?.revision ?? 0]
  const save = async ({ planId }: PlanValues) => {
    const { data } = await update({ variables: { input: { id, version, planId: planId || null }, plans: true } })
    return data?.updateContract.errors
  }
  return (
    <DrawerForm
      title={t`Change the plan of ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`The plan changes with the next billing period.`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Change plan`}
    >
      <PlanSelect
        label={t`Service plan`}
        current={plan}
        error={form.formState.errors.planId?.message}
        {...form.register('planId')}
      />
      {newer ? (
        <Note>
          <Trans>
            “{title}” has a newer revision ({newest}); the contract has revision {planRevision}. Choosing the same plan
            again moves the contract to the newest.
          </Trans>
        </Note>
      ) : null}
      <Note>
        <Trans>
          It applies from the first day of the next billing period on; the running one is priced by the plan so far.
        </Trans>
      </Note>
    </DrawerForm>
  )
}

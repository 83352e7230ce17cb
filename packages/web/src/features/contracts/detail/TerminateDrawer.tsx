import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { isDay } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { TextArea, TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useCan } from '../../session/SessionProvider'
import { today } from '~/lib/today'
import { useTerminateContractMutation } from './__generated__/TerminateContract'
import { forgetAround } from './forget-around'
import type { Contract } from './use-contract'

interface TerminateValues {
  on: string
  reason: string
}

/** Ends a contract before its time: on which day, and why. */
export function TerminateDrawer({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const plans = useCan('PLANS_READ')
  const { id, version, name, endsOn } = contract
  const end = format.date(endsOn)
  const form = useForm<TerminateValues>({ defaultValues: { on: today(), reason: '' }, mode: 'onTouched' })
  const { register, formState } = form
  const [terminate, { loading, error }] = useTerminateContractMutation({ update: forgetAround(contract) })
  const save = async ({ on, reason }: TerminateValues) => {
    const { data } = await terminate({ variables: { input: { id, version, on, reason: reason.trim() }, plans } })
    return data?.terminateContract.errors
  }
  return (
    <DrawerForm
      title={t`Terminate ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`The contract is terminated.`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Terminate contract`}
    >
      <TextField
        type="date"
        label={t`Last day`}
        hint={t`Until now the contract lasts until ${end}.`}
        error={formState.errors.on?.message}
        {...register('on', { validate: (written) => isDay(written) || t`Enter the day.` })}
      />
      <TextArea
        label={t`Reason`}
        hint={t`Stands on the contract and in its timeline.`}
        rows={3}
        maxLength={2000}
        error={formState.errors.reason?.message}
        {...register('reason', { validate: (written) => written.trim() !== '' || t`Say why it is terminated.` })}
      />
      <Note tone="warning">
        <Trans>
          It does not renew any more and no further notices are sent. What was done and sent stays. This cannot be
          undone; a new contract can be made.
        </Trans>
      </Note>
    </DrawerForm>
  )
}

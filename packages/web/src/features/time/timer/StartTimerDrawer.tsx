import { useLingui } from '@lingui/react/macro'
import { Controller, useForm } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextField } from '~/ui/TextField'
import { TargetPicker } from '../form/TargetPicker'
import { atFields, targetOf } from '../form/values'
import { useTimeRights } from '../may'
import { OtherTimerDialog } from './OtherTimerDialog'
import { useStartTimer } from './use-start-timer'

interface Values {
  target: string | null
  note: string
}

/** Chooses what the timer runs on. */
export function StartTimerDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { contracts } = useTimeRights()
  const form = useForm<Values>({ defaultValues: { target: null, note: '' }, mode: 'onTouched' })
  const { start, other, giveUp, pending, error } = useStartTimer()
  const wanted = ({ target, note }: Values) => ({ ...targetOf(target), note: note.trim() || null })
  return (
    <>
      <DrawerForm
        title={t`Start the timer`}
        form={form}
        onSubmit={async (values) => atFields(await start(wanted(values)))}
        onSaved={onClose}
        onClose={onClose}
        pending={pending}
        error={error}
        submitLabel={t`Start`}
      >
        <Controller
          control={form.control}
          name="target"
          rules={{ required: contracts ? t`Choose a ticket or a contract.` : t`Choose a ticket.` }}
          render={({ field, fieldState }) => (
            <TargetPicker
              label={contracts ? t`Ticket or contract` : t`Ticket`}
              error={fieldState.error?.message}
              value={field.value}
              known={null}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          )}
        />
        <TextField
          label={t`Note`}
          hint={t`What is being done; it can be changed when the timer stops.`}
          optional
          autoComplete="off"
          maxLength={4000}
          {...form.register('note')}
        />
      </DrawerForm>
      {other ? (
        <OtherTimerDialog
          timer={other}
          pending={pending}
          error={error}
          onClose={giveUp}
          start={async (running) => {
            const errors = await start(wanted(form.getValues()), running)
            if (errors.length === 0) onClose()
            return errors
          }}
        />
      ) : null}
    </>
  )
}

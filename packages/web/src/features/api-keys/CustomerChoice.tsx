import { Suspense, useDeferredValue, useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import { Radio } from '~/ui/Check'
import { MultiComboField } from '~/ui/ComboField'
import { SkeletonLines } from '~/ui/Skeleton'
import { useCan } from '../session/SessionProvider'
import { useKeyCustomersQuery } from './__generated__/KeyCustomers'
import css from './api-keys.module.css'
import type { KeyValues } from './NewKeyDrawer'

export interface ChosenCustomer {
  id: string
  name: string
}

/** All customers, or some by name. Who sees some customers only gives no more than those. */
export function CustomerChoice({ form, restricted }: { form: UseFormReturn<KeyValues>; restricted: boolean }) {
  const { t } = useLingui()
  const maySee = useCan('CUSTOMERS_READ')
  const all = useWatch({ control: form.control, name: 'allCustomers' })
  const choose = (allCustomers: boolean) => form.setValue('allCustomers', allCustomers, { shouldDirty: true })
  return (
    <fieldset className={css.group}>
      <legend>
        <Trans>For which customers</Trans>
      </legend>
      <Radio
        name="reach"
        label={restricted ? t`All that you are authorized for` : t`All customers`}
        hint={t`Those that come later too.`}
        checked={all}
        onChange={() => choose(true)}
      />
      <Radio
        name="reach"
        label={t`Some customers`}
        hint={maySee ? undefined : t`You may not see customers, so you cannot choose any.`}
        disabled={!maySee}
        checked={!all}
        onChange={() => choose(false)}
      />
      {all || !maySee ? null : (
        <div className={css.indent}>
          <Suspense fallback={<SkeletonLines lines={2} />}>
            <Customers form={form} />
          </Suspense>
        </div>
      )}
    </fieldset>
  )
}

function Customers({ form }: { form: UseFormReturn<KeyValues> }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data } = useKeyCustomersQuery({ variables: { text: wanted || undefined } })
  const chosen = useWatch({ control: form.control, name: 'customerIds' })
  const found = data.customers.nodes.filter(({ id }) => !chosen.some((each) => each.id === id))
  const known = [...chosen, ...found]
  const error = form.formState.errors.customerIds
  return (
    <MultiComboField
      label={t`Customers`}
      placeholder={t`Search by name`}
      options={known.map(({ id, name }) => ({ value: id, label: name }))}
      onSearch={setText}
      value={chosen.map(({ id }) => id)}
      error={error?.message ?? error?.root?.message}
      onChange={(ids) => {
        form.clearErrors('customerIds')
        form.setValue(
          'customerIds',
          ids.flatMap((id) => {
            const customer = known.find((each) => each.id === id)
            return customer ? [{ id, name: customer.name }] : []
          }),
          { shouldDirty: true },
        )
      }}
    />
  )
}

import { useLingui } from '@lingui/react/macro'
import { TextArea, TextField } from '~/ui/TextField'
import { usePlanForm } from '../form/context'
import { ChoiceField, useErrorOf } from '../form/fields'
import { usePlanFieldNames } from '../form/use-field-names'
import { pricingMethods } from '../words'

const METHODS = ['HOURLY', 'PER_TICKET', 'FLAT'] as const

/** Title, for whom, and what work is measured in. */
export function WhatItIs() {
  const { t, i18n } = useLingui()
  const names = usePlanFieldNames()
  const { form, hintOf } = usePlanForm()
  return (
    <>
      <TextField
        label={names.title}
        hint={hintOf('title') ?? t`What people call it; contracts show it.`}
        autoComplete="off"
        maxLength={200}
        error={useErrorOf('title')}
        {...form.register('title', {
          validate: (written) => written.trim() !== '' || t`This cannot stay empty.`,
        })}
      />
      <TextArea
        label={names.description}
        optional
        rows={2}
        maxLength={2000}
        hint={hintOf('description') ?? t`For whom it is, in a few words.`}
        error={useErrorOf('description')}
        {...form.register('description')}
      />
      <ChoiceField
        field="pricingMethod"
        legend={names.pricingMethod}
        options={METHODS.map((value) => ({
          value,
          name: i18n._(pricingMethods[value].name),
          about: i18n._(pricingMethods[value].about),
        }))}
      />
    </>
  )
}

import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Controller, type UseFormRegisterReturn } from 'react-hook-form'
import { Fact, Facts } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { SelectField, TextArea, TextField } from '~/ui/TextField'
import { CustomerPicker } from '../../customers/form/CustomerPicker'
import { useContractTypeChoicesQuery } from '../__generated__/ContractTypeChoices'
import { useContractForm, useErrorOf } from './context'
import { useContractFieldNames } from './use-field-names'

/** With whom, of which type, and what it is called. */
export function WhatFor() {
  const { t } = useLingui()
  const names = useContractFieldNames()
  const { form, contract, hintOf } = useContractForm()
  // Also while the types are on their way: who saves before they are there must be told that one lacks.
  const type = form.register('typeId', { required: t`Choose the type.` })
  return (
    <>
      {contract ? (
        <Facts>
          <Fact name={names.customerId}>
            <Link to="/customers/$id" params={{ id: contract.customer.id }}>
              {contract.customer.name}
            </Link>
          </Fact>
        </Facts>
      ) : (
        <Controller
          control={form.control}
          name="customerId"
          rules={{ required: t`Choose the customer.` }}
          render={({ field, fieldState }) => (
            <CustomerPicker
              label={names.customerId}
              error={fieldState.error?.message}
              value={field.value}
              onBlur={field.onBlur}
              onChange={(id) => {
                if (id === field.value) return
                field.onChange(id)
                // People belong to one customer.
                form.setValue('noticeContactIds', [], { shouldDirty: true })
              }}
            />
          )}
        />
      )}
      <QueryBoundary>
        <Suspense fallback={<SkeletonLines lines={2} />}>
          <TypeField registration={type} />
        </Suspense>
      </QueryBoundary>
      <TextField
        label={names.name}
        hint={hintOf('name') ?? t`What people call it, e.g. maintenance and support.`}
        autoComplete="off"
        maxLength={200}
        error={useErrorOf('name')}
        {...form.register('name', { validate: (written) => written.trim() !== '' || t`This cannot stay empty.` })}
      />
      <TextArea
        label={names.description}
        optional
        rows={2}
        maxLength={5000}
        hint={hintOf('description')}
        error={useErrorOf('description')}
        {...form.register('description')}
      />
    </>
  )
}

function TypeField({ registration }: { registration: UseFormRegisterReturn<'typeId'> }) {
  const { t } = useLingui()
  const names = useContractFieldNames()
  const { contract, hintOf } = useContractForm()
  const error = useErrorOf('typeId')
  const { contractTypes } = useContractTypeChoicesQuery().data
  // What is no longer offered stays as it is where it was chosen.
  const offered = contractTypes.filter(({ id, active }) => active || id === contract?.type.id)
  return (
    <SelectField label={names.typeId} hint={hintOf('typeId')} error={error} {...registration}>
      <option value="" disabled hidden>
        {t`Choose …`}
      </option>
      {offered.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {offered.length === 0 ? (
        <option disabled>
          <Trans>There are no types yet</Trans>
        </option>
      ) : null}
    </SelectField>
  )
}

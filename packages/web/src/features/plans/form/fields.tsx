import { useId, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormState } from 'react-hook-form'
import { Radio, Switch } from '~/ui/Check'
import { TextField } from '~/ui/TextField'
import { complaintOf, MOST_COUNT, MOST_HOURS, type Complaint, type NumberField } from './complaints'
import { usePlanForm } from './context'
import css from './fields.module.css'
import type { PlanField, PlanValues } from './values'

interface Told {
  message?: string
  root?: Told
  amount?: Told
  currency?: Told
}

/** The sentence of a field's error; the server's may lie deeper, at the amount or the currency. */
export function messageOf(error: unknown): string | undefined {
  const told = error as Told | undefined
  return told?.message ?? told?.root?.message ?? told?.amount?.message ?? told?.currency?.message
}

/** What a field complains about at present. */
export function useErrorOf(field: PlanField): string | undefined {
  const { form } = usePlanForm()
  const { errors } = useFormState({ control: form.control, name: field })
  return messageOf(errors[field])
}

/** Complaints about numbers, as sentences. */
export function useComplaints(field: NumberField | 'rate'): Record<Complaint, string> {
  const { t, i18n } = useLingui()
  const example = i18n.locale === 'tr' ? '1.250,50' : '1,250.50'
  const most = i18n.number(field === 'rollOverPeriods' || field === 'includedTickets' ? MOST_COUNT : MOST_HOURS)
  return {
    missing: t`This cannot stay empty.`,
    noAmount: t`Enter an amount, 0 too: it tells the plan’s currency.`,
    unreadable: t`Write a number such as ${example}.`,
    notWhole: t`Write a whole number.`,
    tooSmall: t`The multiplier is 1 or more.`,
    tooMuch: t`At most ${most}.`,
  }
}

interface NumberProps {
  field: NumberField
  label: string
  hint: string
  unit?: string
  optional?: boolean
}

/** A number or an amount, written as the language writes it. */
export function NumberInput({ field, hint, ...rest }: NumberProps) {
  const { i18n } = useLingui()
  const { form, hintOf } = usePlanForm()
  const complaints = useComplaints(field)
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      hint={hintOf(field) ?? hint}
      error={useErrorOf(field)}
      {...form.register(field, {
        validate: (_, values) => {
          const complaint = complaintOf(field, values, i18n.locale)
          return complaint === null || complaints[complaint]
        },
      })}
    />
  )
}

interface ChoiceProps {
  field: keyof PlanValues
  legend: string
  hint?: string
  options: { value: string; name: string; about: string }[]
}

/** One of several, each with what it means. */
export function ChoiceField({ field, legend, hint, options }: ChoiceProps) {
  const { form, hintOf } = usePlanForm()
  const error = useErrorOf(field)
  const id = useId()
  const note = error ?? hintOf(field) ?? hint
  return (
    <fieldset className={css.choice} aria-describedby={note ? id : undefined}>
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, name, about }) => (
          <Radio key={value} value={value} label={name} hint={about} {...form.register(field)} />
        ))}
      </div>
      {note ? (
        <p id={id} className={error ? css.error : css.note}>
          {note}
        </p>
      ) : null}
    </fieldset>
  )
}

interface SwitchProps {
  field: 'creditCoversOperationalOnly' | 'rollOverUnused' | 'technicianMayAddCost' | 'technicianMayAddTime'
  label: string
  hint: string
}

/** A setting that is on or off. */
export function SwitchField({ field, label, hint }: SwitchProps) {
  const { form, hintOf } = usePlanForm()
  const error = useErrorOf(field)
  const conflict = hintOf(field)
  return (
    <div>
      <Switch label={label} hint={hint} {...form.register(field)} />
      {error ? <p className={css.error}>{error}</p> : conflict ? <p className={css.note}>{conflict}</p> : null}
    </div>
  )
}

/** Fields that depend on the one above them. */
export const Sub = ({ children }: { children: ReactNode }) => <div className={css.sub}>{children}</div>

/** Fields side by side where there is room. */
export const Side = ({ children }: { children: ReactNode }) => <div className={css.pair}>{children}</div>

import { createContext, use, type ReactNode } from 'react'
import { useFormState, type UseFormReturn } from 'react-hook-form'
import type { Term } from '../term/terms'
import type { ContractFieldsFragment } from './__generated__/ContractFields'
import type { ContractField, ContractValues } from './values'

export interface ContractFormTools {
  form: UseFormReturn<ContractValues>
  values: ContractValues
  /** The contract that is edited; null for a new one. */
  contract: ContractFieldsFragment | null
  /** The terms that are saved; none for a new contract. */
  terms: readonly Term[]
  /** Beside a field that somebody else has changed too: what is saved now. */
  hintOf: (field: ContractField) => ReactNode
}

export const ContractFormContext = createContext<ContractFormTools | null>(null)

/** The form that the fields of a contract stand in. */
export function useContractForm(): ContractFormTools {
  const tools = use(ContractFormContext)
  if (!tools) throw new Error('A field of a contract stands outside of its form.')
  return tools
}

interface Told {
  message?: string
  root?: Told
  count?: Told
  unit?: Told
}

/** The sentence of a field's error; the server's may lie deeper. */
export function messageOf(error: unknown): string | undefined {
  const told = error as Told | undefined
  return told?.message ?? told?.root?.message ?? told?.count?.message ?? told?.unit?.message
}

/** What a field complains about at present. */
export function useErrorOf(field: ContractField): string | undefined {
  const { form } = useContractForm()
  const { errors } = useFormState({ control: form.control, name: field })
  return messageOf(errors[field])
}

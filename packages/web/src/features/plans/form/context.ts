import { createContext, use, type ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { PlanField, PlanValues } from './values'

export interface PlanFormTools {
  form: UseFormReturn<PlanValues>
  values: PlanValues
  /** Beside a field that somebody else has changed too: what is saved now. */
  hintOf: (field: PlanField) => ReactNode
}

export const PlanFormContext = createContext<PlanFormTools | null>(null)

/** The form that the fields of a plan stand in. */
export function usePlanForm(): PlanFormTools {
  const tools = use(PlanFormContext)
  if (!tools) throw new Error('A field of a plan stands outside of its form.')
  return tools
}

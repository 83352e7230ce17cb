import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/** What a mutation's payload says about the input; `path` leads to the field. */
export interface ServerError {
  message: string
  path?: string[] | null
}

/**
 * Puts the server's errors at their fields and moves the focus to the first of them.
 * Gives back the messages that belong to no field of this form.
 */
export function placeErrors<V extends FieldValues>(form: UseFormReturn<V>, errors: ServerError[]): string[] {
  const known = new Set(Object.keys(form.getValues()))
  const general: string[] = []
  let focused = false
  for (const { message, path } of errors) {
    const parts = path?.[0] === 'input' ? path.slice(1) : (path ?? [])
    const first = parts[0]
    if (first === undefined || !known.has(first)) {
      general.push(message)
      continue
    }
    form.setError(parts.join('.') as FieldPath<V>, { type: 'server', message }, { shouldFocus: !focused })
    focused = true
  }
  return general
}

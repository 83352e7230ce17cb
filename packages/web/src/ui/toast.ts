export interface ToastMessage {
  key: number
  tone: 'done' | 'error'
  text: string
  /** An error's request id. */
  id?: string | null
  action?: { label: string; run: () => void }
}

let current: ToastMessage | null = null
let keys = 0
const listeners = new Set<() => void>()

function show(message: ToastMessage | null) {
  current = message
  for (const listener of listeners) listener()
}

/** "Saved." One at a time, gone after 8 seconds; `action` is mostly "Undo". */
export const toast = (text: string, action?: ToastMessage['action']): void =>
  show({ key: ++keys, tone: 'done', text, action })

/** Something failed outside of a form. Stays until closed. */
export const toastError = (text: string, id?: string | null, action?: ToastMessage['action']): void =>
  show({ key: ++keys, tone: 'error', text, id, action })

export const closeToast = (): void => show(null)
export const currentToast = (): ToastMessage | null => current
export function onToast(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

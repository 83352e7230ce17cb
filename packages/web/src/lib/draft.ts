const PREFIX = 'accord-draft:'
const PAUSE_MS = 400

let closed = false

/** What was typed into a form and not saved yet, kept in this browser; null when there is nothing. */
export function readDraft(key: string): Record<string, unknown> | null {
  try {
    const value = localStorage.getItem(PREFIX + key)
    const draft: unknown = value === null ? null : JSON.parse(value)
    return typeof draft === 'object' ? (draft as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Keeps a draft; a full or forbidden storage loses it silently, since the form itself still holds the words. */
function keepDraft(key: string, text: string): void {
  if (closed) return
  try {
    localStorage.setItem(PREFIX + key, text)
  } catch {
    dropDraft(key)
  }
}

function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key)
}

/**
 * At sign-out: the next person at this browser must not find the words of the last. Nothing is kept from then on, not
 * even what a form would write while its page goes away; the next page begins anew.
 */
export function forgetDrafts(): void {
  closed = true
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

export interface DraftKeeper {
  /** The words of this moment; null when there is nothing to keep any more. */
  change: (value: object | null) => void
  /** These words are saved or thrown away: their draft is gone and does not come back by itself. */
  settle: (value: object) => void
  /** Writes what the pause still holds back, and listens no more. */
  stop: () => void
}

/**
 * Writes a draft in the pauses of typing, and at once when the page is hidden, left or closed: on a phone it may never
 * come back.
 */
export function draftKeeper(key: string): DraftKeeper {
  let waiting: { value: object | null } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: string | null = null

  const write = () => {
    clearTimeout(timer)
    if (!waiting) return
    const text = waiting.value && JSON.stringify(waiting.value)
    waiting = null
    if (text === null) dropDraft(key)
    else if (text !== last) keepDraft(key, text)
    last = text
  }
  addEventListener('pagehide', write)
  document.addEventListener('visibilitychange', write)
  return {
    change: (value) => {
      waiting = { value }
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE_MS)
    },
    settle: (value) => {
      waiting = null
      clearTimeout(timer)
      last = JSON.stringify(value)
      dropDraft(key)
    },
    stop: () => {
      write()
      removeEventListener('pagehide', write)
      document.removeEventListener('visibilitychange', write)
    },
  }
}

const PREFIX = 'accord-draft:'

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
export function keepDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    dropDraft(key)
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key)
}

/** At sign-out: the next person at this browser must not find the words of the last. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

import { i18n } from '@lingui/core'

/** What `/api/auth` says when it refuses; `message` is in the language on screen and may be shown as it is. */
export interface Refusal {
  status: number
  code: string
  message: string
  reason?: string
  path?: string[]
}

/** Asks the sign-in API. Null means done; a failed connection throws. */
export async function askAuth(path: string, body: Record<string, unknown>): Promise<Refusal | null> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': i18n.locale },
    body: JSON.stringify(body),
  })
  if (response.ok) return null
  const said: unknown = await response.json().catch(() => null)
  const known = typeof said === 'object' && said !== null ? said : {}
  return { code: 'INTERNAL_SERVER_ERROR', message: '', ...known, status: response.status }
}

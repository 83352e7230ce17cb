import type { Principal } from '../auth/principal.ts'

/** Accept-Language decides; where it names neither language, the person's own. */
export function localeOf(accepted: string | undefined, principal: Principal | null): 'tr' | 'en' {
  const first = /\b(tr|en)\b/i.exec(accepted ?? '')?.[1]?.toLowerCase()
  return first === 'tr' || first === 'en' ? first : (principal?.locale ?? 'en')
}

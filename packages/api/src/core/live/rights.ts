import type { Principal } from '../auth/principal.ts'

/** By it the database says that somebody's rights may be others now: "kind id". */
export const rightsChannel = 'principal_changed'

/** Whom a text of `rightsChannel` may be about: rather one too many than one too few. */
export function isConcerned(principal: Principal, text: string): boolean {
  const [kind, id] = text.split(' ')
  switch (kind) {
    case 'session':
      return principal.sessionId === id
    case 'account':
      return principal.accountId === id
    case 'customer':
      return principal.customerId === id
    case 'role':
      return principal.kind !== 'CONTACT'
    case 'technician':
      // A key does what its maker may do.
      return principal.id === id || principal.kind === 'PARTNER'
    default:
      return principal.id === id
  }
}

/** Doors of the specification (permission table, staff fields): what lacks to open one, or null when it is open. */
import { can, isStaff, type Asker } from './asker.ts'
import type { Args } from './feature.ts'
import type { Permission } from './permissions.ts'

/** Few doors look at the arguments too. */
export type Rule = (asker: Asker, args?: Args) => string | null

/** Whoever is signed in or sends a key. */
export const anybody: Rule = () => null

/** Administrators and technicians. */
export const staff: Rule = (asker) => (isStaff(asker) ? null : 'STAFF')

/** Administrators, technicians and contacts: a key is nobody. */
export const people: Rule = (asker) => (asker.kind === 'PARTNER' ? 'PERSON' : null)

/** Staff and keys with the permission. */
export const may =
  (permission: Permission): Rule =>
  (asker) =>
    can(asker, permission) ? null : permission

/** Staff with the permission. */
export const staffMay =
  (permission: Permission): Rule =>
  (asker) =>
    staff(asker) ?? may(permission)(asker)

/** Contacts by their own right; staff and keys with CUSTOMERS_READ. */
export const customerReaders: Rule = (asker) => (asker.kind === 'CONTACT' ? null : may('CUSTOMERS_READ')(asker))

/** Contacts by their own right; staff and keys with TICKETS_READ. */
export const ticketReaders: Rule = (asker) => (asker.kind === 'CONTACT' ? null : may('TICKETS_READ')(asker))

/** Contacts in the portal; staff and keys with TICKETS_WRITE. */
export const ticketWriters: Rule = (asker) => (asker.kind === 'CONTACT' ? null : may('TICKETS_WRITE')(asker))

/** The portal's people. */
export const contacts: Rule = (asker) => (asker.kind === 'CONTACT' ? null : 'CONTACT')

/** Whoever may see who works on a ticket: people, and keys that read tickets. */
export const named: Rule = (asker) => (asker.kind === 'PARTNER' ? ticketReaders(asker) : null)

/** Whoever is not limited to some customers. */
export const unlimited: Rule = (asker) => (asker.reach === null ? null : 'ALL_CUSTOMERS')

/** All of them; tells what the first closed one lacks. */
export const both =
  (...rules: Rule[]): Rule =>
  (asker, args) => {
    for (const rule of rules) {
      const lacks = rule(asker, args)
      if (lacks !== null) return lacks
    }
    return null
  }

/** One of them; tells what the last one lacks. */
export const either =
  (...rules: Rule[]): Rule =>
  (asker, args) => {
    const lacks = rules.map((rule) => rule(asker, args))
    return lacks.includes(null) ? null : lacks.at(-1)!
  }

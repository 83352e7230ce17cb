/** Short forms for row policies, so that an access file reads as a table: who, what. */
import type { PolicyDef } from '@mikro-orm/core'
import { CONTACT, PARTNER, RESTRICTED, STAFF, SYSTEM } from './roles.ts'

type Command = NonNullable<PolicyDef['command']>

/**
 * The rows that `role` may see (and, for commands that write, leave behind). Names are `role_command`, unique in a
 * table, so that a changed policy shows as one line in a migration.
 */
export function allow(role: string, condition: string, command: Command = 'all'): PolicyDef {
  return {
    name: `${role}_${command}`,
    command,
    roles: [role],
    ...(command === 'insert' ? {} : { using: condition }),
    ...(command === 'select' || command === 'delete' ? {} : { check: condition }),
  }
}

/** Staff without the switch and jobs see every row. */
export const everybodyOfOurs = (command: Command = 'all'): PolicyDef[] => [
  allow(STAFF, 'true', command),
  allow(SYSTEM, 'true', command),
]

/**
 * In `from` a function is a table of the plan, read once; in the list of a select it costs six times as much. The line
 * breaks where PostgreSQL breaks it: MikroORM compares texts.
 */
export const rowsOf = (answer: string) => `select r\n from ${answer} r(r)`

/** Customers within reach of a restricted technician or a key. */
export const reach = rowsOf('app_reach()')

/** Rows of the customers that a restricted technician is authorized for. */
export const restrictedTo = (column: string, command: Command = 'all'): PolicyDef =>
  allow(RESTRICTED, `${column} in (${reach})`, command)

/** Rows of the customers that a partner's key reaches. */
export const partnerTo = (column: string, command: Command = 'all'): PolicyDef =>
  allow(PARTNER, `(select app_reaches_all()) or ${column} in (${reach})`, command)

export const contactTo = (condition: string, command: Command = 'select'): PolicyDef =>
  allow(CONTACT, condition, command)

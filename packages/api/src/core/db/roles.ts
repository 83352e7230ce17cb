/** One database role for each kind of principal; a policy speaks of a role, never of a person. */
export const STAFF = 'accord_staff'
export const RESTRICTED = 'accord_restricted'
export const CONTACT = 'accord_contact'
export const PARTNER = 'accord_partner'
/** Jobs: a second login may take it, the API's may not. */
export const SYSTEM = 'accord_system'
/** Owner-like access to the tables of sign-in, nothing else. */
export const SIGN_IN = 'accord_sign_in'
/** May call the functions that tell who is asking; every login of the program inherits it. */
export const GATE = 'accord_gate'
/** Owner-like access to the queue's tables, nothing else; the jobs' login inherits it. */
export const QUEUE = 'accord_queue'

import { enumType } from './fields.ts'

export const ViewerKind = enumType('ViewerKind', 'Kinds of principals.', {
  ADMIN: 'A technician with the administrator role.',
  TECHNICIAN: 'A technician with any other role.',
  CONTACT: 'A person of a customer, in the portal.',
  PARTNER: 'A program with an API key.',
})

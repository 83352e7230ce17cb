/** Doors of what a contract's period comes to. Its rows are the contract's: who sees it is told how it is used. */
import { anyOf, can, contact, type Doors } from '../../core/graphql/doors.ts'

const readers = anyOf(contact, can('CONTRACTS_READ'))
/** Amounts are for the customer and for who keeps the bills. */
const amounts = anyOf(contact, can('BILLING_READ'))

export const usageDoors: Doors = {
  types: { PeriodUsage: readers, InvoiceLine: readers, LineSource: readers },
  fields: {
    'PeriodUsage.expected': amounts,
    'InvoiceLine.unitPrice': amounts,
    'InvoiceLine.amount': amounts,
    'LineSource.unitPrice': amounts,
    'LineSource.amount': amounts,
  },
}

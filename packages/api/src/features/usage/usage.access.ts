/** Doors of what a contract's period comes to. Its rows are the contract's: who sees it is told how it is used. */
import { anyOf, can, contact, type Doors } from '../../core/graphql/doors.ts'
import { contractReaders as readers } from '../contracts/index.ts'

/** Amounts are for the customer and for who keeps the bills. */
const amounts = anyOf(contact, can('BILLING_READ'))

export const usageDoors: Doors = {
  types: { PeriodUsage: readers, InvoiceLine: readers, LineSource: readers },
  fields: {
    'Contract.usage': readers,
    'PeriodUsage.expected': amounts,
    'InvoiceLine.unitPrice': amounts,
    'InvoiceLine.amount': amounts,
    'LineSource.ticket': anyOf(contact, can('TICKETS_READ')),
    'LineSource.unitPrice': amounts,
    'LineSource.amount': amounts,
  },
}

/** How what code tells of usage names rows, for `core/read`. */
import type { TypeModel } from '../../core/read/model.ts'

export const usageModels: TypeModel[] = [
  { name: 'PeriodUsage', fields: {} },
  { name: 'InvoiceLine', fields: {} },
  { name: 'LineSource', fields: { ticket: { is: 'named', to: 'Ticket' } } },
]

/** The field that usage adds to contracts: code answers it. */
export const usageAdditions: Record<string, TypeModel['fields']> = {
  Contract: { usage: { is: 'code', needs: ['id'] } },
}

/** Doors of forecasts. Its rows are the contract's. */
import { can, staffCan, type Doors } from '../../core/graphql/doors.ts'

const readers = can('CONTRACTS_READ')

export const forecastDoors: Doors = {
  types: { ContractForecast: readers },
  fields: { 'Contract.forecast': readers, 'ContractForecast.notices': staffCan('CONTRACTS_READ') },
}

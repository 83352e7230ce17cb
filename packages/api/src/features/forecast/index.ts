import type { TypeModel } from '../../core/read/model.ts'

export { forecastDoors } from './forecast.access.ts'
export { forecastField } from './forecast.ts'
export { ContractForecasts } from './forecast.resolver.ts'

export const forecastModels: TypeModel[] = [{ name: 'ContractForecast', fields: {} }]

/** The field that forecasts add to contracts: code answers it. */
export const forecastAdditions: Record<string, TypeModel['fields']> = {
  Contract: { forecast: { is: 'code', needs: ['id'] } },
}

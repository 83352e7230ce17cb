export { placesOf, rounded } from './lines.ts'
export { periodsOf } from './periods.ts'
export { price } from './price.ts'
export * from './plan.ts'

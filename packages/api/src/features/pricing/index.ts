export { duesOf, refundOf } from './due.ts'
export { periodsOf } from './periods.ts'
export { price, priceAll, refusalOf } from './price.ts'
export * from './plan.ts'

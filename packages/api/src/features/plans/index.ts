export { planDoors } from './plan.access.ts'
export { CalendarEntity, PlanEntity, RevisionEntity, type PlanRow } from './plan.entity.ts'
export { planModels, planRoots } from './plan.read.ts'
export { PlanResolver } from './plan.resolver.ts'
export { ServicePlan } from './plan.type.ts'
export { turkishHolidays } from './public-holidays.ts'

/** Root fields that code answers. */
export const planCodeRoots = ['publicHolidays', 'planPreview']

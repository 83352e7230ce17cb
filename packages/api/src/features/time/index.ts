export { timeDoors } from './time.access.ts'
export { EntryEntity, TimerEntity } from './time.entity.ts'
export { timeAdditions, timeModels, timeRoots } from './time.read.ts'
export { ContractTime, CustomerTime, LineSourceTime, TicketTime, TimeResolver, ViewerTime } from './time.resolver.ts'

/** Root fields that code answers. */
export const timeCodeRoots = ['timeAllowance']

export { contractDoors, contractReaders } from './contract.access.ts'
export {
  ContractEntity,
  ContractPlanEntity,
  ContractTypeEntity,
  NoticeContactEntity,
  NoticeEntity,
  NoticeUserEntity,
  TermEntity,
  type ContractRow,
} from './contract.entity.ts'
export { contractAdditions, contractFilters, contractModels, contractRoots } from './contract.read.ts'
export { ContractResolver, CustomerContracts, PlanContracts } from './contract.resolver.ts'
export { Contract } from './contract.type.ts'

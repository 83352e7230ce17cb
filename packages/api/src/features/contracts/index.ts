export {
  ContractEntity,
  ContractPlanEntity,
  ContractTypeEntity,
  NoticeContactEntity,
  NoticeEntity,
  NoticeUserEntity,
  TermEntity,
  type ContractPlanRow,
  type ContractRow,
  type TermRow,
} from './contract.entity.ts'

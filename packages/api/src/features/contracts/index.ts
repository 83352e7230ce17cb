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
export { NoticeDeliveryEntity, NoticeTemplateEntity } from './notices/notice.entity.ts'
export { startContractWorker, type ContractWorkerOptions } from './renewal/worker.ts'

export { isBefore, nextTerm, type Day, type Term, dueOn, passedWhenSet, type Notice } from './calendar/index.ts'
export { noticeMail, type NoticeSubject } from './notices/notice.mail.ts'
export { contractDoors, contractReaders } from './contract.access.ts'
export {
  ContractEntity,
  ContractPlanEntity,
  ContractTypeEntity,
  NoticeContactEntity,
  NoticeEntity,
  NoticeUserEntity,
  TermEntity,
} from './contract.entity.ts'
export { noticeDoors } from './notices/notice.access.ts'
export { noticeModels, noticeRoots, renewalAdditions } from './notices/notice.read.ts'
export { ContractNotices, NoticeResolver } from './notices/notice.resolver.ts'
export { NoticeDelivery } from './notices/notice.type.ts'
export { NoticeDeliveryEntity, NoticeTemplateEntity } from './notices/notice.entity.ts'
export { foresee, type Foresight } from './renewal/foresight.ts'
export { loadContract } from './renewal/state.ts'
export type { Recipient } from './renewal/step.ts'
export { momentNow } from './renewal/sweep.ts'
export { startContractWorker, type ContractWorkerOptions } from './renewal/worker.ts'
export { contractAdditions, contractFilters, contractModels, contractRoots } from './contract.read.ts'
export { ContractResolver, CustomerContracts, PlanContracts } from './contract.resolver.ts'
export { namedContract, statusOf } from './contract.service.ts'
export { Contract, ContractTerm } from './contract.type.ts'

/** Root fields that code answers. */
export const noticeCodeRoots = ['noticeTemplatePreview']

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

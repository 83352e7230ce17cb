export { partnerDoors } from './partner.access.ts'
export { ApiKeyCustomerEntity, ApiKeyEntity } from './partner.entity.ts'
export { partnerModels, partnerRoots } from './partner.read.ts'
export { PartnerResolver } from './partner.resolver.ts'

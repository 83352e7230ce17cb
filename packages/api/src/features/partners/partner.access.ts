/** Both gates of partners' keys. A key never sees keys, and never makes one. */
import { allow, everybodyOfOurs, reach, rowsOf } from '../../core/db/policies.ts'
import { RESTRICTED } from '../../core/db/roles.ts'
import { staffCan, type Doors } from '../../core/graphql/doors.ts'

const keepers = staffCan('API_KEYS_WRITE')

export const partnerDoors: Doors = {
  types: { ApiKey: keepers },
  fields: { 'Query.apiKeys': keepers, 'Mutation.createApiKey': keepers, 'Mutation.revokeApiKey': keepers },
}

export const apiKeyPolicies = [...everybodyOfOurs(), allow(RESTRICTED, 'created_by = (select app_principal_id())')]
export const apiKeyCustomerPolicies = [
  ...everybodyOfOurs(),
  allow(RESTRICTED, `customer_id in (${reach}) and api_key_id in (${rowsOf('app_own_keys()')})`),
]

/** Both gates of assets and services. The customers' people do not see them. */
import { everybodyOfOurs, partnerTo, restrictedTo } from '../../core/db/policies.ts'
import { can, type Doors } from '../../core/graphql/doors.ts'

const readers = can('CUSTOMERS_READ')
const writers = can('CUSTOMERS_WRITE')

export const assetDoors: Doors = {
  types: { Asset: readers },
  fields: {
    'Query.assets': readers,
    'Query.asset': readers,
    'Asset.contract': can('CONTRACTS_READ'),
    'Customer.assets': readers,
    'Mutation.createAsset': writers,
    'Mutation.updateAsset': writers,
    'Mutation.deleteAsset': writers,
  },
  inputs: {
    'CreateAssetInput.contractId': can('CONTRACTS_READ'),
    'UpdateAssetInput.contractId': can('CONTRACTS_READ'),
  },
}

export const assetPolicies = [...everybodyOfOurs(), restrictedTo('customer_id'), partnerTo('customer_id')]

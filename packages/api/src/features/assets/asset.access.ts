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
    'Customer.assets': readers,
    'Mutation.createAsset': writers,
    'Mutation.updateAsset': writers,
    'Mutation.deleteAsset': writers,
  },
}

export const assetPolicies = [...everybodyOfOurs(), restrictedTo('customer_id'), partnerTo('customer_id')]

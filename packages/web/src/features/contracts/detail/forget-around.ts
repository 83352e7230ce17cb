import type { ApolloCache } from '@apollo/client'
import { forget } from '~/lib/graphql/forget'
import { forgetOf } from '../../customers/forget-of'
import type { Contract } from './use-contract'

/** For a mutation's `update`: what stands around a contract and may have changed with it is asked for again. */
export const forgetAround =
  ({ id, customer }: Pick<Contract, 'id' | 'customer'>) =>
  (cache: ApolloCache): void => {
    forgetOf('Contract', id, 'timeline', 'noticeDeliveries', 'usage', 'forecast')(cache)
    forgetOf('Customer', customer.id, 'timeline', 'contracts', 'activeContractCount')(cache)
    forget('contracts', 'auditEvents')(cache)
  }

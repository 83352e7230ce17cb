import type { ApolloCache } from '@apollo/client'
import { forget } from '~/lib/graphql/forget'
import { forgetOf } from '../customers/forget-of'

/** For a mutation’s `update`: lists of assets and what their customer’s page says about them. */
export const forgetAssets =
  (customerId: string) =>
  (cache: ApolloCache): void => {
    forgetOf('Customer', customerId, 'assets', 'timeline')(cache)
    forget('assets')(cache)
  }

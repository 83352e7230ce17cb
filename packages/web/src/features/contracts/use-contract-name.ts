import { useDeferredValue } from 'react'
import { skipToken } from '@apollo/client/react'
import { useCan } from '../session/SessionProvider'
import { useContractNameQuery } from './__generated__/ContractName'

/** Reference and name behind an id that stands in an address; nothing until they are known. */
export function useContractName(id: string | undefined): string | undefined {
  const sees = useCan('CONTRACTS_READ')
  // The screen stands at once; the name comes in the background.
  const asked = useDeferredValue(sees ? id : undefined, undefined)
  const { data } = useContractNameQuery(asked ? { variables: { id: asked } } : skipToken)
  const contract = data?.contract
  return contract && contract.id === id ? `${contract.reference} · ${contract.name}` : undefined
}

import { useViewer } from '../../session/SessionProvider'
import { useContractPageQuery, type ContractDetailFragment } from './__generated__/ContractPage'
import { contractPageVariables } from './page-variables'

export type Contract = ContractDetailFragment

/** The contract of a page; null when it is not there for the viewer. Suspends. */
export function useContract(id: string): Contract | null {
  const viewer = useViewer()
  return useContractPageQuery({ variables: contractPageVariables(id, viewer) }).data.contract
}

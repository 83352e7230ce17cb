import type { ReactNode } from 'react'
import { Door } from '../session/Door'

/** Before every screen of contracts: it shows customers and people too. */
export const ContractDoor = ({ title, children }: { title: string; children: ReactNode }) => (
  <Door permission="CONTRACTS_READ" title={title}>
    <Door permission="CUSTOMERS_READ" title={title}>
      {children}
    </Door>
  </Door>
)

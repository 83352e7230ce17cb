import type { ReactNode } from 'react'
import { Door } from '../session/Door'

/** Before every screen of tickets: it shows customers and people too. */
export const TicketDoor = ({ title, children }: { title: string; children: ReactNode }) => (
  <Door permission="TICKETS_READ" title={title}>
    <Door permission="CUSTOMERS_READ" title={title}>
      {children}
    </Door>
  </Door>
)

import { useDeferredValue, useEffect, useState } from 'react'
import { skipToken } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import {
  IconAddressBook,
  IconBuilding,
  IconFileCertificate,
  IconStack2,
  IconTicket,
  IconUserCheck,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { PaletteGroup, PaletteOption } from '~/ui/Palette'
import { seesContracts } from '../contracts/sees-contracts'
import { useViewer } from '../session/SessionProvider'
import { seesTickets } from '../tickets/sees-tickets'
import {
  useRecordByIdQuery,
  useSearchQuery,
  useTicketByNumberQuery,
  type FoundRecordFragment,
} from './__generated__/Search'

const PAUSE_MS = 120
const MIN_LENGTH = 2
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A ticket’s number, or the beginning of one: it is looked up as it is. */
const TICKET = /^T-\d{4}-\d+$/i
const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** The text once typing has paused: what is sent to the server. */
export function usePausedText(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused.trim()
}

/** Records whose names hold the text, or the one whose id was pasted, by kind. Suspends. */
export function useFoundRecords(text: string): PaletteGroup[] {
  const { t } = useLingui()
  const router = useRouter()
  const wanted = useDeferredValue(text)
  const isId = UUID.test(wanted)
  const { permissions } = useViewer()
  const tickets = seesTickets(permissions)
  const doors = { tickets, contracts: seesContracts(permissions), plans: permissions.includes('PLANS_READ') }
  const isNumber = tickets && TICKET.test(wanted)
  const { data: found } = useSearchQuery(
    !isId && !isNumber && wanted.length >= MIN_LENGTH ? { variables: { text: wanted, ...doors } } : skipToken,
  )
  const { data: numbered } = useTicketByNumberQuery(isNumber ? { variables: { number: wanted, ...doors } } : skipToken)
  const { data: one } = useRecordByIdQuery(isId ? { variables: { id: wanted, ...doors } } : skipToken)
  const records = [...(found?.search ?? []), ...(numbered?.tickets.nodes ?? []), ...(one?.node ? [one.node] : [])]

  const option = (record: FoundRecordFragment): PaletteOption | null => {
    const go = (path: string) => () => router.history.push(path)
    switch (record.__typename) {
      case 'Customer':
        return {
          id: record.id,
          label: record.name,
          icon: <IconBuilding {...ICON} />,
          aside: record.active ? undefined : t`Passive`,
          run: go(`/customers/${record.id}`),
        }
      case 'Contact':
        return {
          id: record.id,
          label: record.name,
          icon: <IconAddressBook {...ICON} />,
          aside: record.customer.name,
          run: go(`/contacts/${record.id}`),
        }
      case 'Group':
        return {
          id: record.id,
          label: record.name,
          icon: <IconUsersGroup {...ICON} />,
          aside: record.customer.name,
          run: go(`/customers/${record.customer.id}/groups`),
        }
      case 'Ticket': {
        if (!record.number || !record.customer) return null
        return {
          id: record.id,
          label: `${record.number} ${record.subject}`,
          icon: <IconTicket {...ICON} />,
          aside: record.customer.name,
          run: go(`/tickets/${record.id}`),
        }
      }
      case 'Contract': {
        if (!record.reference || !record.customer) return null
        return {
          id: record.id,
          label: `${record.reference} ${record.name}`,
          icon: <IconFileCertificate {...ICON} />,
          aside: record.customer.name,
          run: go(`/contracts/${record.id}`),
        }
      }
      case 'ServicePlan':
        return record.title
          ? { id: record.id, label: record.title, icon: <IconStack2 {...ICON} />, run: go(`/plans/${record.id}`) }
          : null
      case 'Technician':
        return {
          id: record.id,
          label: record.name,
          icon: <IconUserCheck {...ICON} />,
          aside: record.email ?? undefined,
          run: go(`/admin/organization/users/${record.id}`),
        }
      default:
        return null
    }
  }
  const group = (type: FoundRecordFragment['__typename'], heading: string): PaletteGroup => ({
    key: type,
    heading,
    options: records.filter((record) => record.__typename === type).flatMap((record) => option(record) ?? []),
  })
  return [
    group('Ticket', t`Tickets`),
    group('Customer', t`Customers`),
    group('Contact', t`Contacts`),
    group('Contract', t`Contracts`),
    group('ServicePlan', t`Service plans`),
    group('Group', t`Groups`),
    group('Technician', t`Technicians`),
  ]
}

import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import {
  IconActivity,
  IconAddressBook,
  IconBell,
  IconBuilding,
  IconCategory,
  IconChecks,
  IconClockHour4,
  IconCalendarTime,
  IconFileCertificate,
  IconHistory,
  IconHome,
  IconKey,
  IconMail,
  IconTicket,
  IconStack2,
  IconUserCheck,
  IconUserShield,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { Permission } from '~/lib/__generated__/schema'

export interface Place {
  to: NonNullable<LinkProps['to']>
  label: MessageDescriptor
  icon: Icon
  /** Without all of them the place is not shown: its doors would be closed. */
  permission?: Permission | readonly Permission[]
}
interface PlaceGroup {
  key: string
  heading?: MessageDescriptor
  places: Place[]
}

/** A ticket names its customer and its people. */
const TICKETS = ['TICKETS_READ', 'CUSTOMERS_READ'] as const

/** A contract names its customer. */
const CONTRACTS = ['CONTRACTS_READ', 'CUSTOMERS_READ'] as const

/** The places of the staff application, in the order of the side bar. The palette offers the same. */
const placeGroups: PlaceGroup[] = [
  {
    key: 'home',
    places: [
      { to: '/', label: msg`Home`, icon: IconHome },
      { to: '/tickets', label: msg`Tickets`, icon: IconTicket, permission: TICKETS },
      { to: '/approvals', label: msg`Approvals`, icon: IconChecks, permission: TICKETS },
      { to: '/time', label: msg`Time spent`, icon: IconClockHour4, permission: TICKETS },
    ],
  },
  {
    key: 'relations',
    heading: msg`Customer relations`,
    places: [
      { to: '/customers', label: msg`Customers`, icon: IconBuilding, permission: 'CUSTOMERS_READ' },
      { to: '/contacts', label: msg`Contacts`, icon: IconAddressBook, permission: 'CUSTOMERS_READ' },
      { to: '/groups', label: msg`Groups`, icon: IconUsersGroup, permission: 'CUSTOMERS_READ' },
      { to: '/contracts', label: msg`Contracts`, icon: IconFileCertificate, permission: CONTRACTS },
      { to: '/plans', label: msg`Service plans`, icon: IconStack2, permission: 'PLANS_READ' },
    ],
  },
  {
    key: 'admin',
    heading: msg`Administration`,
    places: [
      {
        to: '/admin/organization/users',
        label: msg`Users`,
        icon: IconUserCheck,
        permission: 'ORGANIZATION_WRITE',
      },
      {
        to: '/admin/organization/roles',
        label: msg`Roles`,
        icon: IconUserShield,
        permission: 'ORGANIZATION_WRITE',
      },
      {
        to: '/admin/service/calendars',
        label: msg`Working calendars`,
        icon: IconCalendarTime,
        permission: 'PLANS_READ',
      },
      {
        to: '/admin/service/contract-types',
        label: msg`Contract types`,
        icon: IconCategory,
        permission: 'CONTRACTS_READ',
      },
      {
        to: '/admin/service/notice-templates',
        label: msg`Notice templates`,
        icon: IconBell,
        permission: 'ORGANIZATION_WRITE',
      },
      { to: '/admin/api-keys', label: msg`API keys`, icon: IconKey, permission: 'API_KEYS_WRITE' },
      { to: '/admin/mail', label: msg`Mail`, icon: IconMail, permission: 'ORGANIZATION_WRITE' },
      { to: '/admin/system', label: msg`Jobs & health`, icon: IconActivity, permission: 'ORGANIZATION_WRITE' },
      { to: '/admin/audit', label: msg`Audit log`, icon: IconHistory, permission: 'AUDIT_READ' },
    ],
  },
]

/** The groups with only those places that these permissions open. */
export const openGroups = (permissions: readonly Permission[]): PlaceGroup[] =>
  placeGroups
    .map((group) => ({
      ...group,
      places: group.places.filter(({ permission = [] }) =>
        [permission].flat().every((needed) => permissions.includes(needed)),
      ),
    }))
    .filter((group) => group.places.length > 0)

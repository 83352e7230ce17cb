import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import {
  IconAddressBook,
  IconCircleCheck,
  IconCircleMinus,
  IconEye,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import type { CustomerHeadQuery } from './__generated__/CustomerHead'
import type { CustomerOverviewQuery } from './__generated__/CustomerOverview'
import css from './Overview.module.css'

interface Props {
  head: NonNullable<CustomerHeadQuery['customer']>
  customer: NonNullable<CustomerOverviewQuery['customer']>
}

interface Point {
  key: string
  icon: Icon
  words: ReactNode
}

/** What somebody should do something about, each with the way there. */
export function Attention({ head, customer }: Props) {
  const params = { id: head.id }
  const passive = customer.technicians.nodes.filter(({ active }) => !active).length
  const points: (Point | false)[] = [
    !head.active && {
      key: 'passive',
      icon: IconCircleMinus,
      words: <Trans>The customer is passive: its contacts cannot sign in and nothing new is opened for it.</Trans>,
    },
    customer.activeContacts.totalCount === 0 && {
      key: 'contacts',
      icon: IconAddressBook,
      words: (
        <Trans>
          There is no active contact.{' '}
          <Link to="/customers/$id/contacts" params={params}>
            To the contacts
          </Link>
        </Trans>
      ),
    },
    customer.activeContacts.totalCount > 0 &&
      customer.authorized.totalCount === 0 && {
        key: 'rights',
        icon: IconEye,
        words: (
          <Trans>
            Nobody may see all records of the customer.{' '}
            <Link to="/customers/$id/contacts" params={params}>
              Choose somebody
            </Link>
          </Trans>
        ),
      },
    customer.technicians.totalCount === 0 && {
      key: 'technicians',
      icon: IconUserCheck,
      words: (
        <Trans>
          No technician is authorized; only roles that see all customers see this one.{' '}
          <Link to="/customers/$id/technicians" params={params}>
            To the technicians
          </Link>
        </Trans>
      ),
    },
    passive > 0 && {
      key: 'passive-technicians',
      icon: IconUserCheck,
      words: (
        <Plural
          value={passive}
          one="# authorized technician is passive."
          other="# authorized technicians are passive."
        />
      ),
    },
  ]
  const real = points.filter((point): point is Point => Boolean(point))
  if (real.length === 0)
    return (
      <p className="row">
        <IconCircleCheck size={16} stroke={1.8} aria-hidden className="green" />
        <span className="dim">
          <Trans>Nothing waits for you here.</Trans>
        </span>
      </p>
    )
  return (
    <ul className={css.watch}>
      {real.map(({ key, icon: Drawn, words }) => (
        <li key={key}>
          <Drawn size={16} stroke={1.8} aria-hidden className="amber" />
          <span className="grow">{words}</span>
        </li>
      ))}
    </ul>
  )
}

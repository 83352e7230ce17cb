import { useLingui } from '@lingui/react'
import { Plural } from '@lingui/react/macro'
import type { ContractStatus, DeliveryStatus } from '~/lib/__generated__/schema'
import { Status } from '~/ui/Status'
import { cx } from '~/ui/class-names'
import css from './contracts.module.css'
import { deliveryWords, statusWords } from './words'

type Looks = Pick<Parameters<typeof Status>[0], 'color' | 'shape'>

const STATUS_LOOKS: Record<ContractStatus, Looks> = {
  DRAFT: { color: 'grey', shape: 'dashed' },
  UPCOMING: { color: 'blue', shape: 'ring' },
  ACTIVE: { color: 'green', shape: 'full' },
  EXPIRED: { color: 'red', shape: 'full' },
  TERMINATED: { color: 'grey', shape: 'slashed' },
}

/** Where a contract stands: a drawn dot and the word. */
export function ContractStatusMark({ status }: { status: ContractStatus }) {
  const { i18n } = useLingui()
  return <Status {...STATUS_LOOKS[status]}>{i18n._(statusWords[status])}</Status>
}

const DELIVERY_LOOKS: Record<DeliveryStatus, Looks> = {
  PLANNED: { color: 'blue', shape: 'ring' },
  QUEUED: { color: 'teal', shape: 'half' },
  SENT: { color: 'green', shape: 'full' },
  FAILED: { color: 'red', shape: 'full' },
  SKIPPED: { color: 'grey', shape: 'dashed' },
}

/** What became of a notice. */
export function DeliveryMark({ status }: { status: DeliveryStatus }) {
  const { i18n } = useLingui()
  return <Status {...DELIVERY_LOOKS[status]}>{i18n._(deliveryWords[status])}</Status>
}

/** So many days or fewer are near, or nearly too late. */
const NEAR = 60
const LAST = 14

/** How many days are left, today counted; the fewer, the louder. */
export const DaysLeft = ({ days }: { days: number }) => (
  <span className={cx(css.days, days <= LAST ? css.last : days <= NEAR && css.near)}>
    <Plural value={days} one="# day" other="# days" />
  </span>
)

import type { ReactNode } from 'react'
import { IconAlertCircle, IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import css from './States.module.css'
import { cx } from './class-names'

const ICONS = { info: IconInfoCircle, warning: IconAlertTriangle, error: IconAlertCircle, good: IconCheck }

interface Props {
  tone?: keyof typeof ICONS
  /** `alert` for what has just happened, `status` for what is good to know; nothing for what was always there. */
  role?: 'alert' | 'status'
  children: ReactNode
}

/** A tinted line inside a page or a form. */
export function Note({ tone = 'info', role, children }: Props) {
  const Icon = ICONS[tone]
  return (
    <div className={cx(css.note, tone !== 'info' && css[tone])} role={role}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <div className="grow">{children}</div>
    </div>
  )
}

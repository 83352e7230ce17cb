import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { Button } from './Button'
import { Dialog } from './Dialog'
import css from './Form.module.css'

interface Props {
  title: string
  onClose: () => void
  /** Buttons at the foot; without them there is no foot. */
  actions?: ReactNode
  children: ReactNode
}

/** Something to read at the right edge, over its list; has the width and the head of a DrawerForm. */
export function SidePanel({ title, onClose, actions, children }: Props) {
  const { t } = useLingui()
  return (
    <Dialog place="drawer" aria-label={title} className={css.content} onClose={onClose}>
      <header className={css.head}>
        <h2 className="trunc">{title}</h2>
        <Button look="quiet" size="small" icon aria-label={t`Close`} onClick={onClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </Button>
      </header>
      <div className={css.fields} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
      {actions ? <footer className={css.foot}>{actions}</footer> : null}
    </Dialog>
  )
}

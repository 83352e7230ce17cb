import type { ReactNode } from 'react'
import { Drawer } from '@mantine/core'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import '@mantine/core/styles/Overlay.css'
import { useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { Button } from './Button'
import css from './Form.module.css'
import { Mantine } from './Mantine'

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
    <Mantine>
      <Drawer.Root opened onClose={onClose} position="right" size={520} transitionProps={{ duration: 200 }}>
        <Drawer.Overlay backgroundOpacity={1} color="var(--veil)" />
        <Drawer.Content aria-label={title} className={css.content}>
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
        </Drawer.Content>
      </Drawer.Root>
    </Mantine>
  )
}

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLingui } from '@lingui/react/macro'
import { IconAlertCircle, IconCheck, IconX } from '@tabler/icons-react'
import { Button } from './Button'
import { cx } from './class-names'
import { closeToast, currentToast, onToast } from './toast'
import css from './Toast.module.css'

const STAYS_MS = 8_000

/** The page's one toast, bottom left. Waits while it is pointed at or has the focus. */
export function Toaster({ aboveBar }: { aboveBar?: boolean }) {
  const { t } = useLingui()
  const message = useSyncExternalStore(onToast, currentToast)
  const [held, setHeld] = useState(false)
  const key = message?.key
  const stays = message?.tone === 'error' || held
  useEffect(() => {
    if (key === undefined || stays) return
    const timer = setTimeout(closeToast, STAYS_MS)
    return () => clearTimeout(timer)
  }, [key, stays])
  const Icon = message?.tone === 'error' ? IconAlertCircle : IconCheck
  const action = message?.action
  return (
    <div role={message?.tone === 'error' ? 'alert' : 'status'}>
      {message ? (
        <div
          className={cx(css.toast, message.tone === 'error' && css.error, aboveBar && css.aboveBar)}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Icon size={16} stroke={1.8} aria-hidden />
          <span className="grow">
            {message.text} {message.id ? <span className="muted">{message.id}</span> : null}
          </span>
          {action ? (
            <Button
              size="small"
              onClick={() => {
                closeToast()
                action.run()
              }}
            >
              {action.label}
            </Button>
          ) : null}
          <Button size="small" icon className={css.close} aria-label={t`Close`} onClick={closeToast}>
            <IconX size={14} stroke={1.8} aria-hidden />
          </Button>
        </div>
      ) : null}
    </div>
  )
}

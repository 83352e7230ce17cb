import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from './Button'
import { Dialog } from './Dialog'
import css from './PeekPanel.module.css'
import { useWide } from './use-wide'

interface Props {
  /** What is shown; names the panel. */
  title: string
  onClose: () => void
  /** To the row above or below; without them there is none. `k` and `j` do the same while the panel is open. */
  onPrevious?: () => void
  onNext?: () => void
  /** Where the row stands: "4 / 293". */
  position?: ReactNode
  /** In the head, before the close button: "open the page", "copy link". */
  aside?: ReactNode
  /** Buttons at the foot, or a composer; without them there is no foot. */
  foot?: ReactNode
  children: ReactNode
}

/**
 * One row of a list, read beside it: 480 wide over the list and without a veil, so that the list can be walked on; on a
 * phone it takes the whole screen. Stands inside of the page's main part, after the list; `p` moves the focus between
 * both, Escape closes it.
 */
export function PeekPanel(props: Props) {
  return useWide() ? <Beside {...props} /> : <Whole {...props} />
}

function Whole(props: Props) {
  return (
    <Dialog place="drawer" aria-label={props.title} className={css.whole} onClose={props.onClose}>
      <Content {...props} />
    </Dialog>
  )
}

function Beside(props: Props) {
  const { title, onClose, onPrevious, onNext } = props
  const { t } = useLingui()
  const panel = useRef<HTMLElement>(null)
  const outside = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = panel.current
    outside.current = focused()
    // Before the panel leaves the page: only a focus that would go down with it needs another place.
    return () => {
      if (element?.contains(document.activeElement)) outside.current?.focus()
    }
  }, [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What floats above the panel, a dialog or a menu, has the first right to Escape.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], :popover-open'))
        return
      event.preventDefault()
      close.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const cross = () => {
    const element = panel.current
    if (!element) return
    if (element.contains(document.activeElement)) return outside.current?.focus()
    outside.current = focused()
    element.focus()
  }
  useShortcuts([
    { key: 'p', label: t`Into the side panel and back`, run: cross },
    ...(onPrevious ? [{ key: 'k', label: t`Previous row`, run: onPrevious }] : []),
    ...(onNext ? [{ key: 'j', label: t`Next row`, run: onNext }] : []),
  ])
  return (
    <section ref={panel} className={css.beside} aria-label={title} tabIndex={-1}>
      <Content {...props} />
    </section>
  )
}

const focused = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null)

function Content({ title, onClose, onPrevious, onNext, position, aside, foot, children }: Props) {
  const { t } = useLingui()
  const steps = onPrevious !== undefined || onNext !== undefined
  return (
    <>
      <header className={css.head}>
        <h2 className="trunc" title={title}>
          {title}
        </h2>
        {position ? <span className="muted sm nowrap">{position}</span> : null}
        {steps ? (
          <>
            <Button
              look="quiet"
              size="small"
              icon
              aria-label={t`Previous row`}
              disabled={!onPrevious}
              onClick={onPrevious}
            >
              <IconArrowUp size={16} stroke={1.8} aria-hidden />
            </Button>
            <Button look="quiet" size="small" icon aria-label={t`Next row`} disabled={!onNext} onClick={onNext}>
              <IconArrowDown size={16} stroke={1.8} aria-hidden />
            </Button>
          </>
        ) : null}
        {aside}
        <Button look="quiet" size="small" icon aria-label={t`Close`} onClick={onClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </Button>
      </header>
      {/* Another row begins at its top. */}
      <div key={title} className={css.content} tabIndex={0} role="group" aria-label={title}>
        {children}
      </div>
      {foot ? <footer className={css.foot}>{foot}</footer> : null}
    </>
  )
}

import { useEffect, useLayoutEffect, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { cx } from './class-names'
import css from './Dialog.module.css'

const FIRST = '[data-first], input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)'

interface Props extends Pick<
  ComponentPropsWithoutRef<'dialog'>,
  'role' | 'aria-label' | 'aria-labelledby' | 'className' | 'onKeyDown'
> {
  /** At the right edge, at the left one, in the middle, or near the top. */
  place: 'drawer' | 'menu' | 'modal' | 'top'
  /** Asked to close: Escape or a click beside it. Whoever shows it decides. */
  onClose: () => void
  children: ReactNode
}

/**
 * The browser's own modal dialog: what is behind it is inert, the focus stays inside and goes back where it was.
 * It is open as long as it is rendered.
 */
export function Dialog({ place, onClose, className, children, ...rest }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  // Before the element leaves the page: only closing gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // The first field rather than the close button; on touch screens a keyboard would jump up.
    if (matchMedia('(pointer: fine)').matches) dialog?.querySelector<HTMLElement>(FIRST)?.focus()
    return () => dialog?.close()
  }, [])
  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    const isBeside = ({ clientX, clientY, target }: MouseEvent) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect()
      return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom)
    }
    let pressedBeside = false
    const onPointerDown = (event: PointerEvent) => {
      pressedBeside = isBeside(event)
    }
    // A press that began inside, say to select text, and ended beside it closes nothing.
    const onClick = (event: MouseEvent) => {
      if (pressedBeside && isBeside(event)) close.current()
    }
    // Some browsers close on a second Escape without asking; as long as the dialog is wanted, it stays.
    const onClosed = () => {
      if (!dialog.isConnected || dialog.open) return
      dialog.showModal()
      close.current()
    }
    dialog.addEventListener('pointerdown', onPointerDown)
    dialog.addEventListener('click', onClick)
    dialog.addEventListener('close', onClosed)
    return () => {
      dialog.removeEventListener('pointerdown', onPointerDown)
      dialog.removeEventListener('click', onClick)
      dialog.removeEventListener('close', onClosed)
    }
  }, [])
  return (
    <dialog
      {...rest}
      ref={element}
      className={cx(css.dialog, css[place], className)}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}

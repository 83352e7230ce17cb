import {
  useId,
  useRef,
  useState,
  type ComponentPropsWithRef,
  type KeyboardEvent,
  type ReactNode,
  type ToggleEvent,
} from 'react'
import { createLink } from '@tanstack/react-router'
import { IconCheck } from '@tabler/icons-react'
import { cx } from './class-names'
import css from './Menu.module.css'

const GAP = 4

/** Below the button where there is room, else above; never outside of the window. */
function place(menu: HTMLElement, button: HTMLElement) {
  const box = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const below = box.bottom + GAP + height <= innerHeight
  menu.style.top = `${Math.max(8, below ? box.bottom + GAP : box.top - GAP - height)}px`
  const left = box.left + width > innerWidth - 8 ? box.right - width : box.left
  menu.style.left = `${Math.max(8, left)}px`
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent) {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined) return false
  items.at(to % items.length)?.focus()
  return true
}

interface Props {
  /** The button that opens it; gets the attributes it needs. */
  button: (attributes: {
    popoverTarget: string
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    ref: (element: HTMLButtonElement | null) => void
  }) => ReactNode
  label: string
  children: ReactNode
}

/** A menu on the browser's own popover: closes by Escape or a click elsewhere and gives the focus back. */
export function Menu({ button, label, children }: Props) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const opened = event.newState === 'open'
    setOpen(opened)
    if (!opened || !menu.current || !opener.current) return
    place(menu.current, opener.current)
    menu.current.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
  }
  return (
    <>
      {button({
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        ref: (element) => {
          opener.current = element
        },
      })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={css.menu}
        onToggle={onToggle}
        onClick={(event) => (event.target as HTMLElement).closest('[role^=menuitem]') && menu.current?.hidePopover()}
        onKeyDown={(event) => {
          if (event.key === 'Tab') menu.current?.hidePopover()
          else if (menu.current && moveFocus(menu.current, event)) event.preventDefault()
        }}
      >
        {children}
      </div>
    </>
  )
}

type ItemProps = Omit<ComponentPropsWithRef<'button'>, 'role'> & {
  icon?: ReactNode
  danger?: boolean
  /** For one of several: shows a tick when chosen. */
  checked?: boolean
}

export function MenuItem({ icon, danger, checked, children, ...rest }: ItemProps) {
  return (
    <button
      {...rest}
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      className={cx(css.item, danger && css.danger)}
    >
      {icon}
      <span className="grow">{children}</span>
      {checked ? <IconCheck size={14} stroke={2} aria-hidden /> : null}
    </button>
  )
}

function Anchor({ icon, children, className: _className, ...rest }: ComponentPropsWithRef<'a'> & { icon?: ReactNode }) {
  return (
    <a {...rest} role="menuitem" tabIndex={-1} className={css.item}>
      {icon}
      <span className="grow">{children}</span>
    </a>
  )
}

/** A place to go, in a menu. */
export const MenuLink = createLink(Anchor)

export function MenuGroup({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <p className={css.heading} id={id}>
        {heading}
      </p>
      {children}
    </div>
  )
}

export const MenuLine = () => <div className={css.line} role="separator" />

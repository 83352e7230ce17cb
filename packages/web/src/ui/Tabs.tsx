import { useEffect, useRef, type ComponentPropsWithRef, type ReactNode } from 'react'
import { createLink } from '@tanstack/react-router'
import css from './Tabs.module.css'

/** Views of a list or parts of a page. They are links: each has its address. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row of tabs is wider than the window: the one that is shown must be seen.
    const shown = tabs.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (shown && tabs.current)
      tabs.current.scrollLeft = shown.offsetLeft - (tabs.current.clientWidth - shown.clientWidth) / 2
  })
  return (
    <nav ref={tabs} className={css.tabs} aria-label={label}>
      {children}
    </nav>
  )
}

type AnchorProps = ComponentPropsWithRef<'a'> & {
  /** How many are behind it; `null` while it is asked. */
  count?: ReactNode
  /** For views that differ by search parameters only: the screen says which one is shown. */
  current?: boolean
}

function Anchor({ count, current, children, className: _className, ...rest }: AnchorProps) {
  const currentness = current === undefined ? {} : { 'aria-current': current ? ('page' as const) : undefined }
  return (
    <a {...rest} {...currentness} className={css.tab}>
      {children}
      {count === undefined ? null : <span className={css.count}>{count}</span>}
    </a>
  )
}

/** `<Tab to="/customers" search={{ active: false }} current={…} count={19}>Passive</Tab>` */
export const Tab = createLink(Anchor)

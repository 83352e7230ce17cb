import type { KeyboardEvent, ReactNode } from 'react'

/** While a picker's list is open, Escape closes the list and not the drawer around it. */
function keepDrawer(event: KeyboardEvent<HTMLElement>) {
  if (event.key === 'Escape' && (event.target as HTMLElement).hasAttribute('data-expanded')) event.preventDefault()
}

/** Stands around a picker inside of a drawer. */
export const EscapeClosesList = ({ children }: { children: ReactNode }) => (
  <div onKeyDownCapture={keepDrawer}>{children}</div>
)

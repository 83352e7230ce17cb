import type { ReactNode } from 'react'
import { Logo } from './Nav'
import { useTitle } from './Page'
import css from './States.module.css'

/** A page that has only something to say: not found, offline, an expired link. */
export function PageState({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  useTitle(title)
  return (
    <main className={css.page}>
      <Logo size={24} />
      <h1>{title}</h1>
      <p>{children}</p>
      {actions ? <div className="wrap">{actions}</div> : null}
    </main>
  )
}

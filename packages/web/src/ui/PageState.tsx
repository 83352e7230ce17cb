import { createContext, use, type ComponentPropsWithRef, type ReactNode } from 'react'
import { Logo } from './Nav'
import { useTitle } from './Page'
import css from './States.module.css'

const InsideMain = createContext(false)

/** A frame's `<main>`: there is one of it on a page, so what stands inside makes none of its own. */
export const Main = ({ children, ...rest }: ComponentPropsWithRef<'main'>) => (
  <main {...rest} id="content" tabIndex={-1}>
    <InsideMain value>{children}</InsideMain>
  </main>
)

/** A page that has only something to say: not found, offline, an expired link. */
export function PageState({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  useTitle(title)
  const Part = use(InsideMain) ? 'div' : 'main'
  return (
    <Part className={css.page}>
      <Logo size={24} />
      <h1>{title}</h1>
      <p>{children}</p>
      {actions ? <div className="wrap">{actions}</div> : null}
    </Part>
  )
}

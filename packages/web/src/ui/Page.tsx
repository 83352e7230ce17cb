import { useEffect, useId, type ReactNode } from 'react'
import { IconChevronRight } from '@tabler/icons-react'
import { cx } from './class-names'
import css from './Page.module.css'

/** Names the browser's tab; the page's own title comes first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Accord`
  }, [title])
}

interface HeadProps {
  title: string
  count?: ReactNode
  /** Buttons at the right, the primary one last. */
  actions?: ReactNode
}

/** Head of a list: title, count, actions. */
export function PageHead({ title, count, actions }: HeadProps) {
  useTitle(title)
  return (
    <div className={css.head}>
      <h1>
        {title} {count === undefined ? null : <span className={css.count}>{count}</span>}
      </h1>
      {actions ? <div className={css.actions}>{actions}</div> : null}
    </div>
  )
}

/** Where one is: links to what is above, then the page itself. `aside` takes position, arrows and "copy link". */
export function Crumbs({
  label,
  links,
  here,
  aside,
}: {
  label: string
  links: ReactNode[]
  here: ReactNode
  aside?: ReactNode
}) {
  return (
    <nav className={css.crumb} aria-label={label}>
      <ol>
        {links.map((link, i) => (
          <li key={i}>
            {link}
            <IconChevronRight size={13} stroke={1.8} aria-hidden />
          </li>
        ))}
        <li>
          <span aria-current="page" className="trunc">
            {here}
          </span>
        </li>
      </ol>
      {aside}
    </nav>
  )
}

/** Head of a detail page: title, a line of short facts under it, actions. `divided` draws the line that tabs would draw. */
export function TitleBar({
  title,
  meta,
  actions,
  divided,
}: {
  title: string
  meta?: ReactNode
  actions?: ReactNode
  divided?: boolean
}) {
  useTitle(title)
  return (
    <div className={cx(css.title, divided && css.divided)}>
      <div>
        <h1>{title}</h1>
        {meta ? <div className={css.meta}>{meta}</div> : null}
      </div>
      {actions ? <div className={css.actions}>{actions}</div> : null}
    </div>
  )
}

/** The part of a page that scrolls; can be reached by keyboard. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}

/** A column of text and settings, not wider than one reads well. */
export const Body = ({ children }: { children: ReactNode }) => <div className={css.body}>{children}</div>

/** Content with a rail of facts at its right; the rail follows the content on narrow windows. Without a rail the content stands alone. `railLabel` names a rail whose sections do not name it. */
export function Columns({ children, rail, railLabel }: { children: ReactNode; rail?: ReactNode; railLabel?: string }) {
  return (
    <div className={rail ? css.cols : undefined}>
      <div className={css.col}>{children}</div>
      {rail && railLabel ? (
        <section className={css.rail} aria-label={railLabel}>
          {rail}
        </section>
      ) : rail ? (
        <div className={css.rail}>{rail}</div>
      ) : null}
    </div>
  )
}

/** A titled part of a page, divided by a hairline. */
export function Section({
  title,
  note,
  aside,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.sectionHead}>
        <h2 id={id}>{title}</h2>
        {note ? <span className="muted">{note}</span> : null}
        {aside ? <span className={css.sectionAside}>{aside}</span> : null}
      </div>
      {children}
    </section>
  )
}

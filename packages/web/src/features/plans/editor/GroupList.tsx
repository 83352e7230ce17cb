import { useEffect, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { cx } from '~/ui/class-names'
import css from './PlanForm.module.css'

interface Props {
  groups: { id: string; name: string; wrong: boolean }[]
}

/** The parts of the form, always in sight: leads to each, shows where one is and where something is wrong. */
export function GroupList({ groups }: Props) {
  const { t } = useLingui()
  const [current, setCurrent] = useState(groups[0]?.id)
  const ids = groups.map(({ id }) => id).join(' ')
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) seen.add(target.id)
          else seen.delete(target.id)
        const first = ids.split(' ').find((id) => seen.has(id))
        if (first) setCurrent(first)
      },
      // A band below the list: what crosses it is what is being read.
      { rootMargin: '-200px 0px -55% 0px' },
    )
    for (const id of ids.split(' ')) {
      const section = document.getElementById(id)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [ids])

  const go = (id: string) => {
    const section = document.getElementById(id)
    section?.scrollIntoView({ block: 'start', behavior: 'smooth' })
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    setCurrent(id)
  }
  return (
    <nav className={css.groups} aria-label={t`Parts of the plan`}>
      <ol>
        {groups.map(({ id, name, wrong }) => (
          <li key={id}>
            <button
              type="button"
              className={cx(css.group, wrong && css.wrong)}
              aria-current={current === id ? 'true' : undefined}
              onClick={() => go(id)}
            >
              {name}
              {wrong ? <span className="sr"> {t`needs correction`}</span> : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { useId, useState } from 'react'
import { Plural, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '~/lib/format'
import { Avatar } from './Avatar'
import { cx } from './class-names'
import css from './PresenceDots.module.css'

export interface Present {
  id: string
  name: string
  /** Is writing at this moment: a filled dot that a word explains. */
  writing?: boolean
}

interface Props {
  /** Others who look at the same thing; without the reader. Nobody: nothing is drawn. */
  people: Present[]
  /** How many avatars at most; the rest is a number. */
  max?: number
}

/** Who else is here: avatars with a dot; hover, focus or touch tells the names, and a sentence reads them out. */
export function PresenceDots({ people, max = 3 }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const id = useId()
  const [closed, setClosed] = useState(false)
  if (people.length === 0) return null
  const shown = people.slice(0, people.length > max ? max - 1 : max)
  const rest = people.length - shown.length
  const here = people.filter(({ writing }) => !writing).map(({ name }) => name)
  const writers = people.filter(({ writing }) => writing).map(({ name }) => name)
  const [hereNames, writerNames] = [format.list(here), format.list(writers)]
  const sentences = [
    writers.length > 0 &&
      plural(writers.length, { one: `${writerNames} is writing`, other: `${writerNames} are writing` }),
    here.length > 0 &&
      plural(here.length, {
        one: `${hereNames} is looking at this too`,
        other: `${hereNames} are looking at this too`,
      }),
  ].filter((sentence) => sentence !== false)
  return (
    <span
      className={cx(css.presence, closed && css.closed)}
      onPointerEnter={() => setClosed(false)}
      onBlur={() => setClosed(false)}
    >
      <span
        className={css.people}
        tabIndex={0}
        role="img"
        aria-label={sentences.join('; ')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || closed) return
          event.stopPropagation()
          setClosed(true)
        }}
      >
        {shown.map(({ id, name, writing }) => (
          <span key={id} className={cx(css.one, writing && css.writing)}>
            <Avatar name={name} />
          </span>
        ))}
        {rest > 0 ? <span className={css.rest}>+{format.number(rest)}</span> : null}
        <span className={css.words}>
          {people.length === 1 ? (
            sentences[0]
          ) : (
            <Plural value={people.length} one="# person is here" other="# people are here" />
          )}
        </span>
      </span>
      <span className={css.tip} id={id} role="tooltip" aria-hidden>
        {people.map(({ id, name, writing }) => (
          <span key={id}>{writing ? t`${name} – writing` : name}</span>
        ))}
      </span>
    </span>
  )
}

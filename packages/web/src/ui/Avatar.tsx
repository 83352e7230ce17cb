import css from './Avatar.module.css'
import { cx } from './class-names'

/** First letters of the first and the last word, in Turkish capitals. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => Array.from(word ?? '')[0] ?? '')
  return letters.join('').toLocaleUpperCase('tr')
}

/** Two letters in a circle, beside the name itself; filled for people of the house. */
export const Avatar = ({ name, us, large }: { name: string; us?: boolean; large?: boolean }) => (
  <span className={cx(css.avatar, us && css.us, large && css.large)} aria-hidden>
    {initials(name)}
  </span>
)

/** Some people in little room; all names are read out and shown on hover. */
export function Avatars({ names, max = 3, total = names.length }: { names: string[]; max?: number; total?: number }) {
  const shown = names.slice(0, total > max ? max - 1 : max)
  const rest = total - shown.length
  return (
    <span className={css.group} role="img" aria-label={names.join(', ')} title={names.join(', ')}>
      {shown.map((name, i) => (
        <Avatar key={i} name={name} />
      ))}
      {rest > 0 ? (
        <span className={css.avatar} aria-hidden>
          +{rest}
        </span>
      ) : null}
    </span>
  )
}

import css from './Ruler.module.css'
import { cx } from './class-names'

export interface RulerPart {
  /** Ends of the part, as shares of the whole (0…1). */
  from: number
  to: number
  kind?: 'used' | 'carried' | 'over' | 'gone'
}

interface Props {
  /** The whole in words: what it measures, what is used, what is left. A bar without its figure says nothing. */
  sentence: string
  parts: RulerPart[]
  /** Where months, hours or days begin, as shares. */
  ticks?: number[]
  now?: number
  notices?: { at: number; sent: boolean }[]
  /** 4 px high, for table rows. */
  mini?: boolean
  /** The term has not begun. */
  waiting?: boolean
}

const percent = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`

/** The one bar for everything that runs out: filled is gone, pale is left. */
export function Ruler({ sentence, parts, ticks = [], now, notices = [], mini, waiting }: Props) {
  return (
    <div className={cx(css.ruler, mini && css.mini, waiting && css.waiting)} role="img" aria-label={sentence}>
      {parts.map(({ from, to, kind = 'used' }, i) => (
        <i
          key={i}
          className={cx(css.part, kind !== 'used' && css[kind])}
          style={{ left: percent(from), width: percent(to - from) }}
        />
      ))}
      {ticks.map((at) => (
        <span key={at} className={css.tick} style={{ left: percent(at) }} />
      ))}
      {notices.map(({ at, sent }) => (
        <b key={at} className={cx(css.notice, sent && css.sent)} style={{ left: percent(at) }} />
      ))}
      {now === undefined ? null : <u className={css.now} style={{ left: percent(now) }} />}
    </div>
  )
}

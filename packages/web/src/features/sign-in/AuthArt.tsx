import { Ruler } from '~/ui/Ruler'
import css from './AuthFrame.module.css'

/** Terms around today: where each begins, how long it is, in hundredths of the width. Today stands at 58. */
const TERMS: [start: number, length: number][] = [
  [-6, 40],
  [0, 38],
  [12, 46],
  [30, 52],
  [4, 30],
  [34, 60],
  [-4, 44],
  [22, 44],
  [50, 60],
  [8, 62],
  [40, 34],
  [58, 60],
  [16, 36],
  [26, 70],
  [2, 50],
  [46, 44],
  [64, 40],
  [10, 42],
]
const TODAY = 58

const MONTHS = Array.from({ length: 11 }, (_, month) => (month + 1) / 12)

/** Contracts on a calendar, as Accord sees them: gone, left, and the line of today. */
export function AuthArt() {
  return (
    <div className={css.art} aria-hidden>
      {TERMS.map(([start, length], i) => {
        const gone = Math.min(1, Math.max(0, (TODAY - start) / length))
        return (
          <div
            key={i}
            className={gone === 1 ? css.past : undefined}
            style={{ marginLeft: `${start}%`, width: `${length}%` }}
          >
            <Ruler sentence="" parts={[{ from: 0, to: gone }]} ticks={MONTHS} />
          </div>
        )
      })}
      <span className={css.now} />
    </div>
  )
}

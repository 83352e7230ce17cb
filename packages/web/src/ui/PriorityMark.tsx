import type { ReactNode } from 'react'
import { cx } from './class-names'
import css from './PriorityMark.module.css'

interface Props {
  /** How many bars are filled; `top` is drawn as a filled sign instead. */
  level: 'low' | 'middle' | 'high' | 'top'
  /** The word for it. */
  children: ReactNode
  /** For a narrow column: the word is only read out; the cell needs a title then. */
  bare?: boolean
}

const FILLED = { low: 1, middle: 2, high: 3, top: 3 }

/** How pressing something is: bars that grow, and a word. */
export const PriorityMark = ({ level, bare, children }: Props) => (
  <span className={cx(css.mark, css[level])}>
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
      {level === 'top' ? (
        <>
          <rect width="14" height="14" rx="3" className={css.on} />
          <path d="M7 3.2v4.6M7 10.4v.4" className={css.sign} />
        </>
      ) : (
        [0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={1 + bar * 4.5}
            y={9 - bar * 3.5}
            width="3"
            height={4 + bar * 3.5}
            rx="1"
            className={bar < FILLED[level] ? css.on : css.off}
          />
        ))
      )}
    </svg>
    <span className={bare ? 'sr' : undefined}>{children}</span>
  </span>
)

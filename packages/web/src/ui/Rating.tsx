import { useId } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import css from './Rating.module.css'

const STARS = [1, 2, 3, 4, 5]

interface Props {
  /** The question: "How was it?" */
  legend: string
  /** 1 to 5; null as long as nothing is chosen. */
  value: number | null
  onChange: (value: number) => void
  disabled?: boolean
}

/** Five stars to choose from, each a radio button with a word of its own. */
export function Rating({ legend, value, onChange, disabled }: Props) {
  const { t } = useLingui()
  const name = useId()
  const words = [t`Very bad`, t`Bad`, t`Fair`, t`Good`, t`Very good`]
  return (
    <fieldset className={css.rating} disabled={disabled}>
      <legend className={css.legend}>{legend}</legend>
      <div className={css.row}>
        <span className={css.stars}>
          {STARS.map((star) => (
            <label key={star} title={words[star - 1]}>
              <input
                type="radio"
                name={name}
                value={star}
                checked={value === star}
                onChange={() => onChange(star)}
                aria-label={`${star} – ${words[star - 1]}`}
              />
              <IconStar className={css.empty} size={26} stroke={1.6} aria-hidden />
              <IconStarFilled className={css.full} size={26} aria-hidden />
            </label>
          ))}
        </span>
        <span className={css.word} aria-hidden>
          {value === null ? null : words[value - 1]}
        </span>
      </div>
    </fieldset>
  )
}

/** A rating that was given, to read. */
export function RatingMark({ value }: { value: number }) {
  return (
    <span className={css.mark}>
      <IconStarFilled size={14} aria-hidden />
      <span className="num">
        <Trans>{value} of 5</Trans>
      </span>
    </span>
  )
}

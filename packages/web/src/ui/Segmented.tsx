import { useId, type ReactNode } from 'react'
import css from './Segmented.module.css'
import { cx } from './class-names'

interface Props<T extends string> {
  /** Read out before the choices. */
  legend: string
  options: { value: T; label: ReactNode }[]
  value: T
  onChange: (value: T) => void
  size?: 'normal' | 'large'
}

/** Two to four choices in a row that take effect at once. */
export function Segmented<T extends string>({ legend, options, value, onChange, size }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={cx(css.seg, size === 'large' && css.large)}>
      <legend className="sr">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

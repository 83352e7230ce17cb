import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import css from './Check.module.css'
import { cx } from './class-names'

type Input = Omit<ComponentPropsWithRef<'input'>, 'type' | 'className' | 'size'>
interface Words {
  label: ReactNode
  /** One line under the label: what will be so. */
  hint?: ReactNode
  size?: 'normal' | 'large'
}

function Line({ label, hint, size, kind, ...rest }: Words & Input & { kind: 'box' | 'radio' | 'switch' }) {
  const hintId = useId()
  return (
    <label className={cx(css.line, size === 'large' && css.large)}>
      <input
        {...rest}
        type={kind === 'radio' ? 'radio' : 'checkbox'}
        role={kind === 'switch' ? 'switch' : undefined}
        className={css[kind]}
        aria-describedby={hint ? hintId : undefined}
      />
      <span>
        {label}
        {hint ? <small id={hintId}>{hint}</small> : null}
      </span>
    </label>
  )
}

/** A choice that takes effect with the form's button. */
export const Checkbox = (props: Words & Input) => <Line {...props} kind="box" />

/** A right or a setting that is on or off. */
export const Switch = (props: Words & Input) => <Line {...props} kind="switch" />

/** One of several, all in sight. */
export const Radio = (props: Words & Input) => <Line {...props} kind="radio" />

type BareProps = Input & { 'aria-label': string; mixed?: boolean }

/** A checkbox without words in sight, for table rows. */
export function BareCheckbox({ mixed = false, ref: _ref, ...rest }: BareProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      className={css.box}
      ref={(element) => {
        if (element) element.indeterminate = mixed
      }}
    />
  )
}

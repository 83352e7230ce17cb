import type { ComponentPropsWithRef } from 'react'
import css from './Button.module.css'
import { cx } from './class-names'

export interface ButtonLook {
  /** `primary` once a screen; `quiet` for what stands beside it; `danger` opens a confirmation. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  /** `large` is the portal's: 44 px for a thumb. */
  size?: 'normal' | 'small' | 'large'
  /** Square, for a single icon; then `aria-label` names it. */
  icon?: boolean
  wide?: boolean
}

/** Class names of a button, for a link that looks like one. */
export const buttonClass = ({ look = 'plain', size = 'normal', icon, wide }: ButtonLook = {}): string =>
  cx(css.button, look !== 'plain' && css[look], size !== 'normal' && css[size], icon && css.icon, wide && css.wide)

type Props = ButtonLook & Omit<ComponentPropsWithRef<'button'>, 'aria-busy'> & { pending?: boolean }

/** A button; `pending` keeps its place and its focus while the server works, and takes no second click. */
export function Button({ look, size, icon, wide, pending, className, onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(buttonClass({ look, size, icon, wide }), className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    />
  )
}

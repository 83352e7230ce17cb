import type { ComponentPropsWithRef, ReactNode } from 'react'
import { createLink } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { Avatar } from './Avatar'
import css from './Nav.module.css'
import { cx } from './class-names'

/** A titled list of links in the side bar; a group without links is not drawn. */
export function NavGroup({ heading, children }: { heading?: ReactNode; children: ReactNode }) {
  return (
    <>
      {heading ? <p className={css.heading}>{heading}</p> : null}
      <ul>{children}</ul>
    </>
  )
}

type AnchorProps = ComponentPropsWithRef<'a'> & { icon: ReactNode; count?: ReactNode }

function Anchor({ icon, count, children, className, ...rest }: AnchorProps) {
  return (
    <li>
      <a {...rest} className={cx(css.link, className)}>
        {icon}
        <span className="trunc">{children}</span>
        {count === undefined ? null : (
          <span className={css.count}>
            <span className="sr">, </span>
            {count}
          </span>
        )}
      </a>
    </li>
  )
}

/** A place in the side bar: `<NavLink to="/customers" icon={…}>Customers</NavLink>`. */
export const NavLink = createLink(Anchor)

function BrandAnchor({ ref, ...rest }: ComponentPropsWithRef<'a'>) {
  return (
    <a {...rest} ref={ref} className={css.brand}>
      <Logo size={18} />
      <span>Accord</span>
    </a>
  )
}

/** The name of the house; leads home. */
export const Brand = createLink(BrandAnchor)

export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden fill="currentColor">
      <rect x="1" y="3.5" width="11" height="4.5" rx="1" />
      <rect x="6" y="10" width="11" height="4.5" rx="1" opacity=".5" />
      <rect x="8.2" y="1" width="1.6" height="16" rx=".8" />
    </svg>
  )
}

/** Opens the palette; looks like a field, since that is what one gets. */
export function FindButton({ onClick, keys }: { onClick: () => void; keys: string }) {
  return (
    <button type="button" className={css.find} onClick={onClick} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <span>
        <Trans>Search or go to</Trans>
      </span>
      <kbd aria-hidden>{keys}</kbd>
    </button>
  )
}

/** The signed-in person at the foot of the side bar; opens the account menu. */
export function MeButton({
  name,
  menuName,
  ...rest
}: ComponentPropsWithRef<'button'> & { name: string; menuName: string }) {
  return (
    <button {...rest} type="button" className={css.me}>
      <Avatar name={name} us />
      <span className="grow">
        <span className="sr">{menuName}: </span>
        <span className="trunc">{name}</span>
      </span>
      <IconChevronDown size={16} stroke={1.8} aria-hidden />
    </button>
  )
}

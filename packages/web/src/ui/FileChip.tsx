import { useState, type ReactNode } from 'react'
import { IconPaperclip } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { cx } from './class-names'
import css from './FileChip.module.css'
import { fileSize } from './file-size'

interface Props {
  name: string
  bytes: number
  /** Where it is fetched from; without it the chip is words only. */
  href?: string
  /** It is a picture that browsers can draw: a small one of it stands above the name. */
  picture?: boolean
  /** `large` is the portal's: 44 px for a thumb. */
  size?: 'normal' | 'large'
  /** Something is wrong with it. */
  failed?: boolean
  /** Behind the size: what happens to it, buttons. */
  children?: ReactNode
}

/** A file with its name and size; a long name is cut in the middle of the line, its ending stays in sight. */
export function FileChip({ name, bytes, href, picture, size, failed, children }: Props) {
  const { locale } = useFormat()
  const [undrawn, setUndrawn] = useState(false)
  const drawn = picture === true && href !== undefined && !undrawn
  const dot = name.lastIndexOf('.')
  const cut = dot > 0 && name.length - dot <= 8 ? dot : name.length
  const content = (
    <>
      {drawn ? (
        <img
          className={css.picture}
          src={href}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setUndrawn(true)}
        />
      ) : null}
      <IconPaperclip size={14} stroke={1.8} aria-hidden />
      {/* Two parts of a line would be read as two words. */}
      <span className="sr">{name}</span>
      <span className={css.name} aria-hidden>
        <span className={css.stem}>{name.slice(0, cut)}</span>
        {name.slice(cut)}
      </span>{' '}
      <span className={css.bytes}>{fileSize(bytes, locale)}</span>
    </>
  )
  const className = cx(css.chip, size === 'large' && css.large, failed && css.failed, drawn && css.drawn)
  return href ? (
    <a className={className} href={href} title={name} download={name}>
      {content}
      {children}
    </a>
  ) : (
    <span className={className} title={name}>
      {content}
      {children}
    </span>
  )
}

import { useRef } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconRefresh, IconX } from '@tabler/icons-react'
import { announce } from './announce'
import { Button } from './Button'
import { cx } from './class-names'
import css from './Composer.module.css'
import { FileChip } from './FileChip'
import type { AttachedFile } from './use-attached-files'

interface Props {
  files: AttachedFile[]
  /** How much of all files has been sent with the message, from 0 to 1; null when none is on its way so. */
  sending: number | null
  /** While the message is sent, nothing can be removed. */
  locked: boolean
  size?: 'normal' | 'large'
  onRemove: (key: string) => void
  onRetry: (key: string, file: File) => void
  /** The last one was removed; the focus needs another place. */
  onEmpty: () => void
}

/** The chosen files, how far they are, and a button to remove each. */
export function AttachedList({ files, sending, locked, size, onRemove, onRetry, onEmpty }: Props) {
  const { t, i18n } = useLingui()
  const percents = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 0 })
  const list = useRef<HTMLUListElement>(null)
  const remove = ({ key, file: { name } }: AttachedFile, at: number) => {
    onRemove(key)
    announce(t`${name} removed`)
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])]
    const next = buttons[at + 1] ?? buttons[at - 1]
    if (next) next.focus()
    else onEmpty()
  }
  if (files.length === 0) return null
  return (
    <ul ref={list} className={css.files} aria-label={t`Attached files`}>
      {files.map((file, at) => {
        const { key, state, refusal, file: content } = file
        const { name } = content
        const share = state === 'uploading' ? file.share : sending
        const percent = share === null ? 0 : Math.round(share * 100)
        return (
          <li key={key}>
            <FileChip name={name} bytes={content.size} size={size} failed={state === 'failed'}>
              {state === 'failed' ? (
                <span className={cx('red', css.refusal)} role="alert">
                  {refusal ?? <Trans>not uploaded</Trans>}
                </span>
              ) : share === null ? null : (
                <>
                  <span className="muted num" aria-hidden>
                    {percents.format(share)}
                  </span>
                  <progress className={css.progress} value={percent} max={100} aria-label={t`Uploading ${name}`} />
                </>
              )}
              {state === 'failed' ? (
                <Button
                  size="small"
                  look="quiet"
                  icon
                  aria-label={t`Upload ${name} again`}
                  onClick={() => onRetry(key, content)}
                >
                  <IconRefresh size={14} stroke={1.8} aria-hidden />
                </Button>
              ) : null}
              {locked ? null : (
                <Button
                  size="small"
                  look="quiet"
                  icon
                  data-remove
                  aria-label={t`Remove ${name}`}
                  onClick={() => remove(file, at)}
                >
                  <IconX size={14} stroke={1.8} aria-hidden />
                </Button>
              )}
            </FileChip>
          </li>
        )
      })}
    </ul>
  )
}

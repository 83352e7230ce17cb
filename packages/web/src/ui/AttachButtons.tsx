import type { ChangeEvent } from 'react'
import { Trans } from '@lingui/react/macro'
import { IconCamera, IconPaperclip } from '@tabler/icons-react'
import { buttonClass } from './Button'
import { cx } from './class-names'
import css from './Composer.module.css'

interface Props {
  accept?: string
  large?: boolean
  onChoose: (files: File[]) => void
}

/** Chooses files; on touch screens a second button opens the camera at once. */
export function AttachButtons({ accept, large, onChoose }: Props) {
  const size = large ? 22 : 16
  const stroke = large ? 1.6 : 1.8
  const className = cx(buttonClass({ look: 'quiet', size: large ? 'large' : 'normal', icon: true }), css.attach)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    // The same file may be chosen again after it was removed.
    target.value = ''
    if (files.length > 0) onChoose(files)
  }
  const pictures = !accept || accept.includes('image/')
  return (
    <span className={css.attachers}>
      <label className={className}>
        <input type="file" className={css.file} multiple accept={accept} onChange={onChange} />
        <IconPaperclip size={size} stroke={stroke} aria-hidden />
        <span className="sr">
          <Trans>Attach files</Trans>
        </span>
      </label>
      {pictures ? (
        <label className={cx(className, css.camera)}>
          <input type="file" className={css.file} accept="image/*" capture="environment" onChange={onChange} />
          <IconCamera size={size} stroke={stroke} aria-hidden />
          <span className="sr">
            <Trans>Take a photo</Trans>
          </span>
        </label>
      ) : null}
    </span>
  )
}

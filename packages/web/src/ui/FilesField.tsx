import { useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { AttachButtons } from './AttachButtons'
import { AttachedList } from './AttachedList'
import css from './FilesField.module.css'
import { Note } from './Note'
import type { useAttachedFiles } from './use-attached-files'

interface Props {
  attached: ReturnType<typeof useAttachedFiles>
  accept?: string
  /** While the form is sent, nothing can be removed. */
  locked: boolean
  /** `large` is the portal's. */
  size?: 'normal' | 'large'
}

/** The files of a form: chosen here, each with how far it is; what is wrong with one is said here. */
export function FilesField({ attached, accept, locked, size }: Props) {
  const { t } = useLingui()
  const place = useRef<HTMLDivElement>(null)
  const [refusals, setRefusals] = useState<string[]>([])
  return (
    <div className={css.place} ref={place} role="group" aria-label={t`Photos and files`}>
      <div className={size === 'large' ? css.large : css.head}>
        <span className="grow">
          <b className={css.name}>
            <Trans>Photos and files</Trans>
          </b>{' '}
          <span className="muted">
            <Trans>(optional)</Trans>
          </span>
        </span>
        <AttachButtons
          large={size === 'large'}
          accept={accept}
          onChoose={(chosen) => setRefusals(attached.add(chosen))}
        />
      </div>
      {refusals.map((refusal) => (
        <Note key={refusal} tone="error" role="alert">
          {refusal}
        </Note>
      ))}
      <AttachedList
        files={attached.files}
        sending={null}
        locked={locked}
        size={size}
        onRemove={attached.remove}
        onRetry={attached.retry}
        onEmpty={() => place.current?.querySelector('input')?.focus()}
      />
    </div>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { keyLabel } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import type { useLeaveGuard } from '~/ui/use-leave-guard'
import css from './RoleForm.module.css'

interface Props {
  dirty: boolean
  guard: ReturnType<typeof useLeaveGuard>
  pending: boolean
  submitLabel: string
  /** Words of an earlier time are back in the form. */
  restored: boolean
  onDiscard: () => void
  /** Forgets the kept words before the page is left. */
  onDrop: () => void
  /** Another way to save, beside the button. */
  more?: ReactNode
}

/** Foot of a page that is a form: saves, or asks before unsaved words are left. */
export function SaveBar({ dirty, guard, pending, submitLabel, restored, onDiscard, onDrop, more }: Props) {
  if (guard.asking)
    return (
      <div className={css.bar}>
        <p role="alert">
          <Trans>There are unsaved changes.</Trans>
        </p>
        <Button look="primary" autoFocus onClick={guard.stay}>
          <Trans>Keep editing</Trans>
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onDrop()
            guard.leave()
          }}
        >
          <Trans>Discard changes</Trans>
        </Button>
      </div>
    )
  return (
    <div className={css.bar}>
      <Button type="submit" look="primary" pending={pending}>
        {submitLabel}
      </Button>
      {more}
      <Button look="quiet" onClick={guard.requestClose}>
        <Trans>Cancel</Trans>
      </Button>
      <span className="muted grow" role="status">
        {restored ? (
          <>
            <Trans>Your unsaved words are back.</Trans>{' '}
            <Button size="small" look="quiet" onClick={onDiscard}>
              <Trans>Discard them</Trans>
            </Button>
          </>
        ) : dirty ? (
          <Trans>Not saved yet</Trans>
        ) : null}
      </span>
      <span className={cx('muted sm', css.keys)} aria-hidden>
        {keyLabel('mod+enter')}
      </span>
    </div>
  )
}

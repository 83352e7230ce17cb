import { useId, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from './Button'
import { Dialog } from './Dialog'
import css from './Form.module.css'
import { Note } from './Note'

interface Props {
  /** What will happen, as a sentence with the object's name: "Delete Ege Tekstil?" */
  title: string
  /** What it entails, with counts: "3 contacts lose their sign-in". Never an empty "are you sure". */
  consequences: ReactNode[]
  /** Names the deed: "Delete customer". */
  confirmLabel: string
  onConfirm: () => void
  onClose: () => void
  pending: boolean
  error: unknown
  /** Refusals of the server, e.g. what stands in the way. */
  refusals?: string[]
}

/** Before something that cannot be undone. */
export function ConfirmDialog({
  title,
  consequences,
  confirmLabel,
  onConfirm,
  onClose,
  pending,
  error,
  refusals = [],
}: Props) {
  const id = useId()
  const problem = error ? problemOf(error) : null
  return (
    <Dialog place="modal" role="alertdialog" aria-labelledby={id} onClose={onClose}>
      <div className={css.dialog}>
        <h2 id={id}>{title}</h2>
        <ul>
          {consequences.map((consequence, i) => (
            <li key={i}>{consequence}</li>
          ))}
        </ul>
        {refusals.map((refusal) => (
          <Note key={refusal} tone="warning" role="alert">
            {refusal}
          </Note>
        ))}
        {problem ? (
          <Note tone="error" role="alert">
            {problem.kind === 'offline' ? (
              <Trans>Not done: the server cannot be reached.</Trans>
            ) : (
              <Trans>Not done. Try again.</Trans>
            )}{' '}
            {problem.id}
          </Note>
        ) : null}
        <div className={css.buttons}>
          <Button look="primary" className={css.confirm} pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
          <Button look="quiet" onClick={onClose} data-first>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

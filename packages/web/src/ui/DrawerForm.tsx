import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { problemOf } from '~/lib/problem'
import { keyLabel } from '~/lib/shortcuts'
import { announce } from './announce'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { placeErrors, type ServerError } from './form-errors'
import css from './Form.module.css'
import { Note } from './Note'
import { useFormDraft } from './use-form-draft'
import { useLeaveGuard } from './use-leave-guard'

interface Props<V extends FieldValues> {
  title: string
  form: UseFormReturn<V>
  /** Saves. Gives back the payload's errors; none means it is saved and the drawer closes by `onSaved`. */
  onSubmit: (values: V) => Promise<readonly ServerError[] | undefined>
  /** After saving; closes the drawer, mostly by leaving its address. */
  onSaved: () => void
  onClose: () => void
  /** There is more to lose than the fields hold: files that were attached. */
  holdsMore?: boolean
  /** From the mutation's hook: without them a form would fail or wait in silence. */
  pending: boolean
  error: unknown
  /** Names the result: "Save customer". */
  submitLabel: string
  /** Where unsaved words are kept; one for each form and object: `customer:new`, `customer:<id>`. */
  draftKey?: string
  /** Beside the buttons, e.g. a checkbox "add a contact next". */
  footer?: ReactNode
  children: ReactNode
}

/** A form at the right edge, 520 wide. Nothing typed is lost: not on a failed save, not on leaving. */
export function DrawerForm<V extends FieldValues>(props: Props<V>) {
  const { title, form, onSubmit, onSaved, onClose, pending, error, submitLabel, draftKey, footer, children } = props
  const { t } = useLingui()
  const [general, setGeneral] = useState<string[]>([])
  const [saved, setSaved] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const draft = useFormDraft(form, draftKey)
  const { isDirty } = form.formState
  const guard = useLeaveGuard((isDirty || props.holdsMore === true) && !saved, onClose)

  const submit = form.handleSubmit(async (values) => {
    setGeneral([])
    // The form's own answer to a failure is `error`; the words stay where they are.
    const errors = await onSubmit(values).catch(() => null)
    if (errors === null) return
    if (errors && errors.length > 0) return setGeneral(placeErrors(form, [...errors]))
    draft.drop()
    setSaved(true)
    announce(t`Saved`)
    // The guard must have seen that nothing is left to lose before the address changes.
    setTimeout(onSaved)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    element.current?.requestSubmit()
  }
  const problem = error ? problemOf(error) : null
  return (
    <Dialog
      place="drawer"
      aria-label={title}
      className={css.content}
      onClose={guard.requestClose}
      onKeyDown={onKeyDown}
    >
      <header className={css.head}>
        <h2>{title}</h2>
        <Button look="quiet" size="small" icon aria-label={t`Close`} onClick={guard.requestClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </Button>
      </header>
      <form ref={element} className={css.form} noValidate onSubmit={submit} aria-label={title}>
        <div className={css.fields}>
          {problem ? (
            <Note tone="error" role="alert">
              {problem.kind === 'offline' ? (
                <Trans>Not saved: the server cannot be reached. What you typed stays here.</Trans>
              ) : problem.kind === 'forbidden' ? (
                <Trans>Not saved: your role does not allow this.</Trans>
              ) : (
                <Trans>Not saved. What you typed stays here; try again.</Trans>
              )}{' '}
              {problem.id ? <span className="muted">{problem.id}</span> : null}
            </Note>
          ) : null}
          {general.map((message) => (
            <Note key={message} tone="error" role="alert">
              {message}
            </Note>
          ))}
          {draft.restored ? (
            <Note role="status">
              <Trans>Your unsaved words are back.</Trans>{' '}
              <Button size="small" look="quiet" onClick={draft.discard}>
                <Trans>Discard them</Trans>
              </Button>
            </Note>
          ) : null}
          {children}
        </div>
        <footer className={css.foot}>
          {guard.asking ? (
            <>
              <p className={css.question} role="alert">
                <Trans>There are unsaved changes.</Trans>
              </p>
              <Button look="primary" autoFocus onClick={guard.stay}>
                <Trans>Keep editing</Trans>
              </Button>
              <Button
                look="danger"
                onClick={() => {
                  draft.drop()
                  guard.leave()
                }}
              >
                <Trans>Discard changes</Trans>
              </Button>
            </>
          ) : (
            <>
              <Button type="submit" look="primary" pending={pending}>
                {submitLabel}
              </Button>
              <Button look="quiet" onClick={guard.requestClose}>
                <Trans>Cancel</Trans>
              </Button>
              <span className="grow">{footer}</span>
              <span className="muted sm" aria-hidden>
                {keyLabel('mod+enter')}
              </span>
            </>
          )}
        </footer>
      </form>
    </Dialog>
  )
}

/** Two fields side by side where there is room. */
export const Pair = ({ children }: { children: ReactNode }) => <div className={css.pair}>{children}</div>

import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconLock, IconMessage, IconSend } from '@tabler/icons-react'
import { draftKeeper, readDraft, type DraftKeeper } from '~/lib/draft'
import { problemOf, type Problem } from '~/lib/problem'
import { keyLabel } from '~/lib/shortcuts'
import { announce } from './announce'
import { AttachButtons } from './AttachButtons'
import { AttachedList } from './AttachedList'
import { Button } from './Button'
import { cx } from './class-names'
import css from './Composer.module.css'
import type { ServerError } from './form-errors'
import { Note } from './Note'
import { Segmented } from './Segmented'
import { useAttachedFiles, type FileRules } from './use-attached-files'
import { useGrownArea } from './use-grown-area'

export interface SendOptions {
  internal: boolean
  /** `uploadId` is what `files.upload` gave back; without `upload` the file itself has to be sent. */
  files: { file: File; uploadId?: string }[]
  /** For files that travel with the message: how much of all of them has arrived, from 0 to 1. */
  progress: (share: number) => void
}

interface Props {
  /** Names the field for screen readers and as its placeholder: "Reply". */
  label: string
  /**
   * Sends what was written. Gives back the payload's errors; none means it is sent and the field is emptied. When it
   * fails or is refused, words and files stay.
   */
  send: (body: string, options: SendOptions) => Promise<readonly ServerError[] | undefined>
  /** Where unsent words are kept; one for each conversation. Files are not kept. */
  draftKey?: string
  /** Shows the switch between a reply and an internal note. */
  internal?: {
    /** Names the reply in the switch: "Reply to the company". */
    replyLabel?: string
    noteLabel?: string
    /** Who sees the note and who does not. */
    hint?: ReactNode
  }
  /** Who gets the reply: "Selin Arslan and 1 follower get an e-mail". */
  hint?: ReactNode
  /** Files may be attached: by the button, dropped or pasted. */
  files?: FileRules
  /** Names the button; "Send" and "Save note" by default. */
  sendLabel?: string
  /** More buttons beside the attach button. */
  tools?: ReactNode
  /** Above the field, e.g. answers by one tap. */
  above?: ReactNode
  /** `large` is the portal's: one row, 44 px, the button is an icon. */
  size?: 'normal' | 'large'
  /** Why nothing can be written at the moment; takes the place of the field. */
  locked?: ReactNode
  /** To set the focus from outside, e.g. by a key. */
  field?: RefObject<HTMLTextAreaElement | null>
}

/** Where a message is written. Ctrl or ⌘ with Enter sends; nothing typed is lost, neither on failing nor on leaving. */
export const Composer = (props: Props) => <Field key={props.draftKey} {...props} />

function Field(props: Props) {
  const { label, send, draftKey, internal: choice, hint, files: rules, sendLabel, tools, above, locked } = props
  const large = props.size === 'large'
  const { t } = useLingui()
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const area = props.field ?? own
  const form = useRef<HTMLFormElement>(null)
  const [draft] = useState(() => (draftKey ? readDraft(draftKey) : null))
  const [body, setBody] = useState(typeof draft?.body === 'string' ? draft.body : '')
  const [wantsNote, setWantsNote] = useState(draft?.internal === true)
  const internal = choice !== undefined && wantsNote
  const [restored, setRestored] = useState(body !== '')
  const [pending, setPending] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusals, setRefusals] = useState<string[]>([])
  const [dragged, setDragged] = useState(false)
  const attached = useAttachedFiles(rules ?? {})
  const keeper = useRef<DraftKeeper>(null)
  useGrownArea(area, body)
  useEffect(() => {
    if (!draftKey) return
    const kept = draftKeeper(draftKey)
    keeper.current = kept
    return kept.stop
  }, [draftKey])

  const write = (text: string, note: boolean) => {
    setBody(text)
    setWantsNote(note)
    keeper.current?.change(text.trim() === '' ? null : { body: text, internal: note })
  }
  const empty = () => {
    setRestored(false)
    setBody('')
    keeper.current?.settle({ body, internal: wantsNote })
  }
  const attach = (chosen: Iterable<File>) => {
    if (pending) return
    setRefusals(attached.add(chosen))
    area.current?.focus()
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    setProblem(null)
    setRefusals([])
    if (body.trim() === '') {
      setRefusals([t`There is nothing to send yet: write something first.`])
      area.current?.focus()
      return
    }
    setPending(true)
    try {
      const files = await attached.arrived()
      if (!files) {
        setRefusals([t`Not sent: a file could not be uploaded. Try it again or remove it.`])
        return
      }
      const progress = files.length > 0 ? setShare : () => undefined
      const errors = (await send(body.trim(), { internal, files, progress })) ?? []
      setRefusals(errors.map(({ message }) => message))
      if (errors.length > 0) return
      empty()
      attached.clear()
      announce(internal ? t`Note saved` : t`Sent`)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
      setShare(null)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  const onPaste = (event: ClipboardEvent) => {
    // Offices paste a picture of the text beside the text; then the text is meant.
    const { files, types } = event.clipboardData
    if (!rules || files.length === 0 || types.includes('text/plain')) return
    event.preventDefault()
    attach(files)
  }
  const holdsFiles = (event: DragEvent) => rules !== undefined && event.dataTransfer.types.includes('Files')
  const onDragOver = (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    setDragged(true)
  }
  const onDragLeave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragged(false)
  }
  const onDrop = (event: DragEvent) => {
    setDragged(false)
    if (!holdsFiles(event)) return
    event.preventDefault()
    attach(event.dataTransfer.files)
  }

  if (locked) return <div className={cx(css.composer, css.locked)}>{locked}</div>
  const button = sendLabel && !internal ? sendLabel : internal ? t`Save note` : t`Send`
  const buttons = rules ? <AttachButtons accept={rules.accept} large={large} onChoose={attach} /> : null
  const noteId = `${id}-note`
  return (
    <form
      ref={form}
      className={cx(css.composer, large && css.large, internal && css.internal, dragged && css.dragged)}
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {problem ? (
        <Note tone="error" role="alert">
          {problem.kind === 'offline' ? (
            <Trans>Not sent: the server cannot be reached. What you wrote stays here.</Trans>
          ) : problem.kind === 'forbidden' ? (
            <Trans>Not sent: your role does not allow this.</Trans>
          ) : (
            <Trans>Not sent. What you wrote stays here; try again.</Trans>
          )}{' '}
          {problem.id ? <span className="muted">{problem.id}</span> : null}
        </Note>
      ) : null}
      {refusals.map((refusal) => (
        <Note key={refusal} tone="error" role="alert">
          {refusal}
        </Note>
      ))}
      {above}
      {choice || hint ? (
        <div className={css.head}>
          {choice ? (
            <Segmented
              legend={t`Who sees it`}
              value={internal ? 'note' : 'reply'}
              onChange={(value) => write(body, value === 'note')}
              size={props.size}
              options={[
                {
                  value: 'reply',
                  label: (
                    <>
                      <IconMessage size={15} stroke={1.8} aria-hidden />
                      {choice.replyLabel ?? <Trans>Reply</Trans>}
                    </>
                  ),
                },
                {
                  value: 'note',
                  label: (
                    <>
                      <IconLock size={15} stroke={1.8} aria-hidden />
                      {choice.noteLabel ?? <Trans>Internal note</Trans>}
                    </>
                  ),
                },
              ]}
            />
          ) : null}
          <span id={noteId} className={cx('sm', internal ? css.warning : 'muted')}>
            {internal ? (
              <>
                <IconLock size={14} stroke={1.8} aria-hidden />
                <span>{choice.hint ?? <Trans>Only the team sees it; no e-mail is sent</Trans>}</span>
              </>
            ) : (
              hint
            )}
          </span>
        </div>
      ) : null}
      <div className={css.body}>
        {large ? buttons : null}
        <div className={css.writing}>
          <label className="sr" htmlFor={id}>
            {internal ? (choice.noteLabel ?? t`Internal note`) : label}
          </label>
          <textarea
            ref={area}
            id={id}
            className={css.area}
            rows={large ? 1 : 3}
            value={body}
            placeholder={large ? label : undefined}
            readOnly={pending}
            aria-describedby={choice || hint ? noteId : undefined}
            onChange={(event) => {
              setRestored(false)
              write(event.target.value, wantsNote)
            }}
          />
          <AttachedList
            files={attached.files}
            sending={pending ? share : null}
            locked={pending}
            size={props.size}
            onRemove={attached.remove}
            onRetry={attached.retry}
            onEmpty={() => area.current?.focus()}
          />
          {dragged ? (
            <p className={css.drop} aria-hidden>
              <Trans>Drop files here</Trans>
            </p>
          ) : null}
        </div>
        {large ? null : (
          <div className={css.tools}>
            {buttons}
            {tools}
          </div>
        )}
        <div className={css.end}>
          {large ? null : (
            <span className="muted sm" role={restored ? 'status' : undefined}>
              {restored ? (
                <>
                  <Trans>Your unsent words are back.</Trans>{' '}
                  <Button size="small" look="quiet" onClick={empty}>
                    <Trans>Discard them</Trans>
                  </Button>
                </>
              ) : draftKey && body.trim() !== '' ? (
                <Trans>Draft is kept</Trans>
              ) : null}
            </span>
          )}
          {large ? (
            <Button type="submit" look="primary" size="large" icon pending={pending} aria-label={button}>
              <IconSend size={20} stroke={1.6} aria-hidden />
            </Button>
          ) : (
            <Button type="submit" look="primary" pending={pending}>
              {button}
              <span className={cx('sm', css.keys)} aria-hidden>
                {keyLabel('mod+enter')}
              </span>
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}

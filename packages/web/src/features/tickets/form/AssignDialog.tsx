import { useId, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Dialog } from '~/ui/Dialog'
import { useViewer } from '../../session/SessionProvider'
import { RecordPicker, type Chosen } from './RecordPicker'
import css from '../list/list.module.css'

interface Props {
  /** What is assigned: a number, or how many. */
  what: string
  assignee: Chosen | null
  onAssign: (assignee: Chosen | null) => void
  onClose: () => void
}

/** Chooses who works on one or many tickets. */
export function AssignDialog({ what, assignee, onAssign, onClose }: Props) {
  const { t } = useLingui()
  const { person } = useViewer()
  const id = useId()
  const [chosen, setChosen] = useState<Chosen | null>(assignee)
  const assign = (to: Chosen | null) => {
    onClose()
    onAssign(to)
  }
  return (
    <Dialog place="modal" aria-labelledby={id} onClose={onClose}>
      <form
        className={css.name}
        onSubmit={(event) => {
          event.preventDefault()
          assign(chosen)
        }}
      >
        <h2 id={id}>
          <Trans>Assign {what}</Trans>
        </h2>
        <RecordPicker
          of="technicians"
          label={t`Assignee`}
          placeholder={t`Nobody`}
          clearable
          value={chosen?.id ?? null}
          known={assignee ? [assignee] : []}
          onChange={setChosen}
        />
        <div className="wrap">
          <Button type="submit" look="primary">
            <Trans>Assign</Trans>
          </Button>
          {person ? (
            <Button onClick={() => assign({ id: person.id, name: person.name })}>
              <Trans>Assign to me</Trans>
            </Button>
          ) : null}
          <Button look="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

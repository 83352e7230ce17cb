import { useId, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Dialog } from '~/ui/Dialog'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import css from './list.module.css'
import { saveView } from './saved-views'
import type { TicketSearch } from './search'

/** Gives what the list shows a name, and keeps it. */
export function NameViewDialog({ search, onClose }: { search: TicketSearch; onClose: () => void }) {
  const { t } = useLingui()
  const id = useId()
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const save = () => {
    if (name.trim() === '') return setError(t`Give the view a name.`)
    saveView(name.trim(), search)
    onClose()
    toast(t`View saved in this browser`)
  }
  return (
    <Dialog place="modal" aria-labelledby={id} onClose={onClose}>
      <form
        className={css.name}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2 id={id}>
          <Trans>Save as a view</Trans>
        </h2>
        <TextField
          label={t`Name`}
          hint={t`Filter, order and form are kept in this browser, under this name.`}
          error={error || undefined}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <div className="wrap">
          <Button type="submit" look="primary">
            <Trans>Save the view</Trans>
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

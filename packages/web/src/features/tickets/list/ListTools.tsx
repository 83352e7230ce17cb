import { useId, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconBookmark, IconLayoutKanban, IconList } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { Dialog } from '~/ui/Dialog'
import { Segmented } from '~/ui/Segmented'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { isView, removeView, saveView, useSavedViews } from './saved-views'
import { NARROWING, type TicketSearch } from './search'
import { isHouseView } from './TicketListHead'
import css from './list.module.css'

interface Props {
  search: TicketSearch
  onChange: (part: TicketSearch) => void
}

/** Table or board, and the view on screen as one of one’s own. */
export function ListTools({ search, onChange }: Props) {
  const { t } = useLingui()
  const views = useSavedViews()
  const [naming, setNaming] = useState(false)
  const current = views.find((view) => isView(search, view.search))
  const nameable = !current && !isHouseView(search) && NARROWING.some((key) => search[key] !== undefined)
  const remove = () => {
    if (!current) return
    removeView(current.id)
    toast(t`View “${current.name}” removed`, { label: t`Undo`, run: () => saveView(current.name, current.search) })
  }
  return (
    <>
      {nameable ? (
        <Button look="quiet" size="small" onClick={() => setNaming(true)}>
          <IconBookmark size={14} stroke={1.8} aria-hidden />
          <Trans>Save as a view</Trans>
        </Button>
      ) : null}
      {current ? (
        <Button look="quiet" size="small" onClick={remove}>
          <Trans>Remove this view</Trans>
        </Button>
      ) : null}
      <Segmented
        legend={t`Shown as`}
        value={search.as ?? 'list'}
        onChange={(as) => onChange({ as: as === 'board' ? 'board' : undefined, peek: undefined })}
        options={[
          { value: 'list', label: <Choice icon={IconList} name={t`List`} /> },
          { value: 'board', label: <Choice icon={IconLayoutKanban} name={t`Board`} /> },
        ]}
      />
      {naming ? <NameDialog search={search} onClose={() => setNaming(false)} /> : null}
    </>
  )
}

const Choice = ({ icon: Icon, name }: { icon: typeof IconList; name: string }) => (
  <>
    <Icon size={15} stroke={1.8} aria-hidden />
    <span>{name}</span>
  </>
)

function NameDialog({ search, onClose }: { search: TicketSearch; onClose: () => void }) {
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

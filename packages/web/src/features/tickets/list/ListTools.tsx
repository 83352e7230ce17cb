import { Trans, useLingui } from '@lingui/react/macro'
import { IconBookmark, IconLayoutKanban, IconList } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { Segmented } from '~/ui/Segmented'
import { toast } from '~/ui/toast'
import { isView, removeView, saveView, useSavedViews } from './saved-views'
import { NARROWING, type TicketSearch } from './search'
import { isHouseView } from './TicketListHead'

interface Props {
  search: TicketSearch
  onChange: (part: TicketSearch) => void
  /** Asks for the name of a new view. */
  onName: () => void
}

/** Table or board, and the view on screen as one of one’s own. */
export function ListTools({ search, onChange, onName }: Props) {
  const { t } = useLingui()
  const views = useSavedViews()
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
        <Button look="quiet" size="small" onClick={onName}>
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
    </>
  )
}

const Choice = ({ icon: Icon, name }: { icon: typeof IconList; name: string }) => (
  <>
    <Icon size={15} stroke={1.8} aria-hidden />
    <span>{name}</span>
  </>
)

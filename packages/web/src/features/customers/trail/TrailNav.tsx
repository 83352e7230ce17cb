import { useState } from 'react'
import { Link, useMatches, useNavigate, type LinkProps } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowDown, IconArrowUp, IconLink } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE, type PageParams } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { Button, buttonClass } from '~/ui/Button'
import { toast, toastError } from '~/ui/toast'
import { placeIn, readTrail, type ListName, type Trail } from './trail'
import css from './Trail.module.css'

interface Props {
  list: ListName
  id: string
  /** Loads the page beside the remembered one and remembers it; a list that grows while one scrolls has no such pages. */
  load?: (search: PageParams) => Promise<Trail | null>
  /** Keys for the previous and the next one. */
  keys?: readonly [string, string]
}

const KEYS = ['p', 'n'] as const

/** The route on screen, as a template: the neighbour opens at the same tab. */
function useSameTab(): NonNullable<LinkProps['to']> {
  return useMatches({
    select: (matches) => matches.at(-1)?.fullPath.replace(/\/$/, '') as NonNullable<LinkProps['to']>,
  })
}

/** "4 / 293", previous, next, copy link. */
export function TrailNav({ list, id, load, keys: [previousKey, nextKey] = KEYS }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const to = useSameTab()
  const [loading, setLoading] = useState(false)
  const trail = readTrail(list)
  const place = placeIn(trail, id)

  const open = (next: string) => void navigate({ to, params: { id: next } as never })
  const turn = async (page: PageParams | undefined, end: 0 | -1) => {
    if (!trail || !page || !load || loading) return
    setLoading(true)
    const loaded = await load({ ...trail.search, ...FIRST_PAGE, ...page }).catch(() => null)
    setLoading(false)
    const row = loaded?.rows.at(end)
    if (row) open(row.id)
    else toastError(t`The list did not load. Try again.`)
  }
  const back = () => (place?.before ? open(place.before.id) : turn(trail?.previous, -1))
  const forth = () => (place?.after ? open(place.after.id) : turn(trail?.next, 0))
  useShortcuts(
    place
      ? [
          { key: previousKey, label: t`Previous of the list`, run: () => void back() },
          { key: nextKey, label: t`Next of the list`, run: () => void forth() },
        ]
      : [],
  )
  const number = place ? format.number(place.number) : ''
  const total = place ? format.number(place.total) : ''
  return (
    <div className={css.trail}>
      {place ? (
        <>
          <span className={css.place}>
            <span aria-hidden>
              {number} / {total}
            </span>
            <span className="sr">
              <Trans>
                {number} of {total}
              </Trans>
            </span>
          </span>
          <Step
            icon={IconArrowUp}
            label={t`Previous`}
            to={to}
            row={place.before}
            more={trail?.previous}
            pending={loading}
            onTurn={back}
          />
          <Step
            icon={IconArrowDown}
            label={t`Next`}
            to={to}
            row={place.after}
            more={trail?.next}
            pending={loading}
            onTurn={forth}
          />
        </>
      ) : null}
      <CopyLink />
    </div>
  )
}

interface StepProps {
  icon: typeof IconArrowUp
  label: string
  to: NonNullable<LinkProps['to']>
  row: { id: string; name: string } | undefined
  more: PageParams | undefined
  pending: boolean
  onTurn: () => void
}

/** A link to the neighbour; at the edge of the remembered page a button that turns it. */
function Step({ icon: Icon, label, to, row, more, pending, onTurn }: StepProps) {
  const drawn = <Icon size={16} stroke={1.8} aria-hidden />
  const name = row ? `${label}: ${row.name}` : label
  if (row)
    return (
      <Link
        to={to}
        params={{ id: row.id } as never}
        className={buttonClass({ look: 'quiet', size: 'small', icon: true })}
        aria-label={name}
        title={name}
      >
        {drawn}
      </Link>
    )
  return (
    <Button look="quiet" size="small" icon aria-label={name} disabled={!more} pending={pending} onClick={onTurn}>
      {drawn}
    </Button>
  )
}

/** Copies the address of the page without what is open over it. */
function CopyLink() {
  const { t } = useLingui()
  const copy = () =>
    navigator.clipboard.writeText(location.origin + location.pathname).then(
      () => toast(t`Link copied`),
      () => toastError(t`The browser did not allow copying. Copy the address from its bar.`),
    )
  return (
    <Button look="quiet" size="small" icon aria-label={t`Copy link`} title={t`Copy link`} onClick={() => void copy()}>
      <IconLink size={16} stroke={1.8} aria-hidden />
    </Button>
  )
}

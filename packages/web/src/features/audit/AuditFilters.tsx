import { Suspense, useId, useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconFilter, IconX } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import { useCan } from '../session/SessionProvider'
import { ActorFilter, CustomerFilter } from './PickFilters'
import css from './AuditFilters.module.css'
import type { AuditSearch } from './list-variables'
import { useThingName } from './use-thing-name'
import { actionWords } from './words'

interface Props {
  search: AuditSearch
  onChange: (part: AuditSearch) => void
  onClear: () => void
}

/** From which day to which, what, who, for which customer; all of it stands in the address. */
export function AuditFilters({ search, onChange, onClear }: Props) {
  const { t, i18n } = useLingui()
  const customers = useCan('CUSTOMERS_READ')
  const inForce = [search.from, search.to, search.action, search.actor, search.customer, search.object].filter(Boolean)
  const [open, setOpen] = useState(false)
  const count = inForce.length
  return (
    <form
      className={css.bar}
      role="search"
      aria-label={t`Filter the audit log`}
      onSubmit={(event) => event.preventDefault()}
    >
      <Button className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconFilter size={16} stroke={1.8} aria-hidden />
        {count > 0 ? <Trans>Filters ({count})</Trans> : <Trans>Filters</Trans>}
      </Button>
      <div className={cx(css.fields, open && css.open)}>
        <Control label={t`From`}>
          {(id) => (
            <input
              id={id}
              type="date"
              value={search.from ?? ''}
              max={search.to}
              onChange={(event) => onChange({ from: event.target.value || undefined })}
            />
          )}
        </Control>
        <Control label={t`Until`}>
          {(id) => (
            <input
              id={id}
              type="date"
              value={search.to ?? ''}
              min={search.from}
              onChange={(event) => onChange({ to: event.target.value || undefined })}
            />
          )}
        </Control>
        <Control label={t`What`}>
          {(id) => (
            <select
              id={id}
              value={search.action ?? ''}
              onChange={(event) => onChange({ action: event.target.value || undefined })}
            >
              <option value="">{t`everything`}</option>
              {search.action && !actionWords[search.action] ? (
                <option value={search.action}>{search.action}</option>
              ) : null}
              {Object.entries(actionWords).map(([action, word]) => (
                <option key={action} value={action}>
                  {i18n._(word)}
                </option>
              ))}
            </select>
          )}
        </Control>
        <Suspense>
          <div className={css.pick}>
            <ActorFilter value={search.actor} onChange={(actor) => onChange({ actor })} />
          </div>
          {customers ? (
            <div className={css.pick}>
              <CustomerFilter value={search.customer} onChange={(customer) => onChange({ customer })} />
            </div>
          ) : null}
          {search.object ? <ObjectChip id={search.object} onRemove={() => onChange({ object: undefined })} /> : null}
        </Suspense>
        {count > 0 ? (
          <Button look="quiet" size="small" className={css.clear} onClick={onClear}>
            <Trans>Clear</Trans>
          </Button>
        ) : null}
      </div>
    </form>
  )
}

/** A small label above a control of the bar. */
function Control({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** The one object whose events are shown; it is chosen on an event, not here. */
function ObjectChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useLingui()
  const name = useThingName(id)
  return (
    <span className={css.chip}>
      <span>
        <i>
          <Trans>Object</Trans> =
        </i>{' '}
        {name}
      </span>
      <button type="button" aria-label={t`Remove filter Object`} onClick={onRemove}>
        <IconX size={13} stroke={1.8} aria-hidden />
      </button>
    </span>
  )
}

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from './Button'
import css from './FilterBar.module.css'
import { parseFilter, type FilterField } from './filter-text'
import { Menu, MenuGroup, MenuItem } from './Menu'

interface Props {
  /** What is filtered: "Filter customers". */
  label: string
  placeholder: string
  /** What the address says now. */
  text: string
  values: Record<string, string | undefined>
  fields: FilterField[]
  /** Puts the change into the address. */
  onChange: (change: { text?: string; values?: Record<string, string | undefined> }) => void
  end?: ReactNode
}

const PAUSE_MS = 200

/** Free text and chips over a list. `durum:pasif` typed and finished by a space or Enter becomes a chip. */
export function FilterBar({ label, placeholder, text, values, fields, onChange, end }: Props) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(text)
  useShortcuts([{ key: '/', label: t`Filter the list`, run: () => input.current?.focus() }])

  // The address can change without typing: by "clear", by a view's tab, by the browser's back.
  useEffect(() => {
    if (text !== sent.current) setTyped(text)
    sent.current = text
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (line: string, finished: boolean) => {
    clearTimeout(timer.current)
    const parsed = finished ? parseFilter(line, fields) : { text: line.trim(), values: {} }
    if (Object.keys(parsed.values).length > 0) setTyped(parsed.text)
    sent.current = parsed.text
    if (parsed.text !== text || Object.keys(parsed.values).length > 0) onChange(parsed)
  }
  const type = (line: string) => {
    setTyped(line)
    clearTimeout(timer.current)
    if (line.endsWith(' ') && line.includes(':')) send(line, true)
    else if (!/\S:\S*$/.test(line)) timer.current = setTimeout(() => send(line, false), PAUSE_MS)
  }
  const chips = fields.flatMap((field) => {
    const option = field.options.find((candidate) => candidate.value === values[field.key])
    return option ? [{ field, option }] : []
  })
  return (
    <form
      className={css.bar}
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        send(typed, true)
      }}
    >
      <div className={css.search}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={typed}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          // A form with another field in it, such as one customer, is not sent by this key.
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            send(typed, true)
          }}
        />
      </div>
      {chips.length > 0 ? (
        <ul className={css.chips} aria-label={t`Filters in force`}>
          {chips.map(({ field, option }) => (
            <li key={field.key} className={css.chip}>
              <span>
                <i>{field.label} =</i> {option.label}
              </span>
              <button
                type="button"
                aria-label={t`Remove filter ${field.label}`}
                onClick={() => onChange({ values: { [field.key]: undefined } })}
              >
                <IconX size={13} stroke={1.8} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {fields.length > 0 ? (
        <Menu
          label={t`Add filter`}
          button={(attributes) => (
            <Button look="quiet" size="small" {...attributes}>
              <IconPlus size={14} stroke={1.8} aria-hidden />
              <Trans>Filter</Trans>
            </Button>
          )}
        >
          {fields.map((field) => (
            <MenuGroup key={field.key} heading={field.label}>
              {field.options.map((option) => (
                <MenuItem
                  key={option.value}
                  checked={values[field.key] === option.value}
                  onClick={() => onChange({ values: { [field.key]: option.value } })}
                >
                  {option.label}
                </MenuItem>
              ))}
            </MenuGroup>
          ))}
        </Menu>
      ) : null}
      {chips.length > 0 || text !== '' ? (
        <Button
          look="quiet"
          size="small"
          onClick={() =>
            onChange({ text: '', values: Object.fromEntries(fields.map((field) => [field.key, undefined])) })
          }
        >
          <Trans>Clear</Trans>
        </Button>
      ) : null}
      {end ? <span className={css.end}>{end}</span> : null}
    </form>
  )
}

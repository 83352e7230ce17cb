import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { foldedRange } from '~/lib/fold'
import { Dialog } from './Dialog'
import css from './Palette.module.css'

export interface PaletteOption {
  id: string
  label: string
  icon: ReactNode
  /** At the right, small: what else tells it apart. */
  aside?: string
  run: () => void
}
export interface PaletteGroup {
  key: string
  heading: string
  options: PaletteOption[]
}

interface Props {
  label: string
  text: string
  onText: (text: string) => void
  groups: PaletteGroup[]
  /** More may come. */
  searching: boolean
  onClose: () => void
}

/** The part of the label that was typed, found without regard to marks and case. */
function Marked({ label, text }: { label: string; text: string }) {
  const range = foldedRange(label, text)
  if (!range) return label
  return (
    <>
      {label.slice(0, range[0])}
      <mark>{label.slice(...range)}</mark>
      {label.slice(range[1])}
    </>
  )
}

/** One box to go anywhere and do anything. The focus stays in the field; the arrows walk the list under it. */
export function Palette({ label, text, onText, groups, searching, onClose }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const options = groups.flatMap((group) => group.options)
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    options.findIndex((option) => option.id === chosen),
  )
  const current = options[at]
  const idOf = (option: PaletteOption) => `${id}-${option.id}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])

  const run = (option: PaletteOption | undefined) => {
    if (!option) return
    onClose()
    option.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) setChosen(options.at((at + step) % options.length)?.id ?? null)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(current)
    else return
    event.preventDefault()
  }
  return (
    <Dialog place="top" aria-label={label} onClose={onClose}>
      <div className={css.question}>
        <IconSearch size={18} stroke={1.8} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? idOf(current) : undefined}
          aria-autocomplete="list"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setChosen(null)
            onText(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
        <kbd aria-hidden>Esc</kbd>
      </div>
      <div className={css.list} ref={list}>
        <div role="listbox" id={`${id}-list`} aria-label={label} aria-busy={searching || undefined}>
          {groups
            .filter((group) => group.options.length > 0)
            .map((group) => (
              <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
                <p className={css.heading} id={`${id}-${group.key}`} role="presentation">
                  {group.heading}
                </p>
                {group.options.map((option) => (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the focus and its keys walk the list
                  <div
                    key={option.id}
                    id={idOf(option)}
                    role="option"
                    aria-selected={option === current}
                    className={css.option}
                    onPointerMove={() => setChosen(option.id)}
                    onClick={() => run(option)}
                  >
                    {option.icon}
                    <span className="grow trunc">
                      <Marked label={option.label} text={text} />
                    </span>
                    {option.aside ? <span className={`${css.aside} trunc`}>{option.aside}</span> : null}
                    {option === current ? <kbd aria-hidden>↵</kbd> : null}
                  </div>
                ))}
              </div>
            ))}
        </div>
        {options.length === 0 ? (
          <p className={css.empty} role="status">
            {searching ? (
              <Trans>Searching…</Trans>
            ) : (
              <Trans>Nothing found. Check the spelling; capitals and marks do not matter.</Trans>
            )}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}

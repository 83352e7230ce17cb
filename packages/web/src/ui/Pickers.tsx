import { MultiSelect, Select, type OptionsFilter } from '@mantine/core'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { fold } from '~/lib/fold'
import css from './Combo.module.css'
import type { ComboProps, ComboStart, MultiComboProps } from './ComboField'
import type { ControlProps } from './Field'
import { Mantine } from './Mantine'

const classNames = {
  input: css.input,
  dropdown: css.dropdown,
  options: css.options,
  option: css.option,
  empty: css.empty,
}
// Inside a modal dialog only what is inside it can be reached; fixed, so that no scrolling box cuts the list.
const dropdown = { withinPortal: false, floatingStrategy: 'fixed' } as const

/** Finds `şişli` when `sisli` is typed. What the server has found is not sifted again. */
const folded: OptionsFilter = ({ options, search }) => {
  const wanted = fold(search.trim())
  return options.filter((option) => 'value' in option && fold(option.label).includes(wanted))
}
const asFound: OptionsFilter = ({ options }) => options

interface Late {
  control: ControlProps
  start: ComboStart
}

function useShared({
  label,
  options,
  placeholder,
  disabled,
  onSearch,
  onBlur,
  error,
  control,
  start,
}: Omit<ComboProps, 'value' | 'onChange' | 'clearable'> & Late) {
  const { t } = useLingui()
  const [searchValue, setSearchValue] = useState('')
  const onSearchChange = (text: string) => {
    setSearchValue(text)
    onSearch?.(text)
  }
  // Once, when it takes the place of the plain field: with its focus and with what was typed there.
  const takeFocus = useEffectEvent(() => {
    if (start.focused) document.getElementById(control.id)?.focus()
  })
  const takeText = useEffectEvent(() => {
    if (start.text) onSearchChange(start.text + searchValue)
  })
  const note = control['aria-describedby']
  useLayoutEffect(() => {
    // Mantine names only descriptions that it draws itself; the field's sentence is ours.
    const input = document.getElementById(control.id)
    if (note) input?.setAttribute('aria-describedby', note)
    else input?.removeAttribute('aria-describedby')
  }, [control.id, note])
  // Before the browser hands on the next key.
  useLayoutEffect(() => takeFocus(), [])
  useEffect(() => {
    // Mantine empties the search of a field without a value when it mounts; what was typed comes after that.
    const timer = setTimeout(() => takeText())
    return () => clearTimeout(timer)
  }, [])
  return {
    searchValue,
    defaultDropdownOpened: start.opened,
    data: options,
    onBlur,
    onSearchChange,
    filter: onSearch ? asFound : folded,
    placeholder,
    disabled,
    searchable: true,
    // A drawer puts the focus on its first field; a list that unfolds over the others would hide them.
    openOnFocus: false,
    // The list scrolls by itself: it is what the keyboard moves in, and it needs the field's name.
    withScrollArea: false,
    'aria-label': typeof label === 'string' ? label : undefined,
    error: Boolean(error),
    classNames,
    comboboxProps: dropdown,
    nothingFoundMessage: t`No match`,
    limit: 50,
  }
}

/** One of many. */
export function One({ value, onChange, clearable, ...props }: ComboProps & Late) {
  const { t } = useLingui()
  const shared = useShared(props)
  return (
    <Mantine>
      <Select
        {...props.control}
        {...shared}
        value={value}
        onChange={onChange}
        clearable={clearable}
        clearButtonProps={{ 'aria-label': t`Clear` }}
      />
    </Mantine>
  )
}

/** Some of many. */
export function Some({ value, onChange, ...props }: MultiComboProps & Late) {
  const shared = useShared(props)
  return (
    <Mantine>
      <MultiSelect
        {...props.control}
        {...shared}
        placeholder={value.length === 0 ? props.placeholder : undefined}
        value={value}
        onChange={onChange}
      />
    </Mantine>
  )
}

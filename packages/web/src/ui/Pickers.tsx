import { MultiSelect, Select, type OptionsFilter } from '@mantine/core'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import { useLingui } from '@lingui/react/macro'
import { fold } from '~/lib/fold'
import css from './Combo.module.css'
import type { ComboProps, MultiComboProps } from './ComboField'
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

function useShared({
  label,
  options,
  placeholder,
  disabled,
  onSearch,
  onBlur,
  error,
}: Omit<ComboProps, 'value' | 'onChange' | 'clearable'>) {
  const { t } = useLingui()
  return {
    data: options,
    onBlur,
    onSearchChange: onSearch,
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
export function One({ control, value, onChange, clearable, ...props }: ComboProps & { control: ControlProps }) {
  const { t } = useLingui()
  const shared = useShared(props)
  return (
    <Mantine>
      <Select
        {...control}
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
export function Some({ control, value, onChange, ...props }: MultiComboProps & { control: ControlProps }) {
  const shared = useShared(props)
  return (
    <Mantine>
      <MultiSelect
        {...control}
        {...shared}
        placeholder={value.length === 0 ? props.placeholder : undefined}
        value={value}
        onChange={onChange}
      />
    </Mantine>
  )
}

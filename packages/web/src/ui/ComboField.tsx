import { MultiSelect, Select, type ComboboxItem, type OptionsFilter } from '@mantine/core'
import '@mantine/core/styles/ScrollArea.css'
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
import { Field, type FieldProps } from './Field'
import { Mantine } from './Mantine'

export interface ComboOption {
  value: string
  label: string
}

interface Common extends FieldProps {
  options: ComboOption[]
  placeholder?: string
  disabled?: boolean
  /** For long lists the server searches: told what is typed, then gives other `options`. */
  onSearch?: (text: string) => void
  onBlur?: () => void
}

const classNames = { input: css.input, dropdown: css.dropdown, option: css.option, empty: css.empty }

/** Finds `şişli` when `sisli` is typed. What the server has found is not sifted again. */
const folded: OptionsFilter = ({ options, search }) => {
  const wanted = fold(search.trim())
  return options.filter((option) => 'value' in option && fold((option as ComboboxItem).label).includes(wanted))
}

/** One of many, found by typing. */
export function ComboField({
  value,
  onChange,
  clearable,
  ...common
}: Common & { value: string | null; onChange: (value: string | null) => void; clearable?: boolean }) {
  const { label, hint, error, optional, size, aside, options, placeholder, disabled, onSearch, onBlur } = common
  const { t } = useLingui()
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <Mantine>
          <Select
            {...control}
            data={options}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            onSearchChange={onSearch}
            filter={onSearch ? ({ options: found }) => found : folded}
            placeholder={placeholder}
            disabled={disabled}
            clearable={clearable}
            clearButtonProps={{ 'aria-label': t`Clear` }}
            searchable
            error={Boolean(error)}
            classNames={classNames}
            nothingFoundMessage={t`No match`}
            limit={50}
          />
        </Mantine>
      )}
    </Field>
  )
}

/** Some of many, found by typing, shown as pills. */
export function MultiComboField({
  value,
  onChange,
  ...common
}: Common & { value: string[]; onChange: (value: string[]) => void }) {
  const { label, hint, error, optional, size, aside, options, placeholder, disabled, onSearch, onBlur } = common
  const { t } = useLingui()
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <Mantine>
          <MultiSelect
            {...control}
            data={options}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            onSearchChange={onSearch}
            filter={onSearch ? ({ options: found }) => found : folded}
            placeholder={value.length === 0 ? placeholder : undefined}
            disabled={disabled}
            searchable
            error={Boolean(error)}
            classNames={classNames}
            nothingFoundMessage={t`No match`}
            limit={50}
          />
        </Mantine>
      )}
    </Field>
  )
}

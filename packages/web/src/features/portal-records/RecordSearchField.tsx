import { useEffect, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import css from './Records.module.css'

const PAUSE_MS = 250

/** Searches in number and subject while one types; the address follows in the pauses. */
export function RecordSearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLingui()
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    // The address was changed by something else, such as "Clear": the field follows.
    if (value !== text.trim()) setText(value)
  }
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === value) return
    const timer = setTimeout(() => onChange(wanted), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <form
      role="search"
      className={css.search}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim())
      }}
    >
      <IconSearch size={18} stroke={1.8} aria-hidden />
      <input
        type="search"
        aria-label={t`Search in records`}
        placeholder={t`Subject or number`}
        value={text}
        enterKeyHint="search"
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  )
}

import { useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { setSingleKeys, singleKeysOn } from '~/lib/shortcuts'
import { Switch } from '~/ui/Check'

/** Single letters as commands can be turned off: who dictates or slips sets them off by chance. */
export function SingleKeys() {
  const { t } = useLingui()
  const [on, setOn] = useState(singleKeysOn)
  return (
    <Switch
      label={t`Shortcuts by a single key`}
      hint={t`J and K walk through rows, C enters something new, / filters. Ctrl K and Ctrl ↵ work in any case. Kept in this browser.`}
      checked={on}
      onChange={(event) => {
        setSingleKeys(event.target.checked)
        setOn(event.target.checked)
      }}
    />
  )
}

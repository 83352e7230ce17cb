import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { keyLabel, setSingleKeys, singleKeysOn, useActiveShortcuts } from '~/lib/shortcuts'
import { Button } from './Button'
import { Switch } from './Check'
import { Dialog } from './Dialog'
import css from './KeyboardHelp.module.css'

/** The keys that act on the present screen, and the switch that turns single keys off. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const shortcuts = useActiveShortcuts()
  const [on, setOn] = useState(singleKeysOn)
  const unique = [...new Map(shortcuts.map((shortcut) => [shortcut.key, shortcut])).values()]
  return (
    <Dialog place="modal" aria-label={t`Keyboard shortcuts`} onClose={onClose}>
      <header className={css.head}>
        <h2>
          <Trans>Keyboard shortcuts</Trans>
        </h2>
        <Button look="quiet" size="small" icon data-first aria-label={t`Close`} onClick={onClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </Button>
      </header>
      <dl className={css.keys}>
        {unique.map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <kbd>{keyLabel(key)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <div className={css.foot}>
        <Switch
          label={t`Single-key shortcuts`}
          hint={t`Turn them off if you dictate or if keys are pressed by accident.`}
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.target.checked)
            setOn(event.target.checked)
          }}
        />
      </div>
    </Dialog>
  )
}

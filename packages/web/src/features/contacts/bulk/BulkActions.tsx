import { lazy, Suspense, useState } from 'react'
import { createPortal } from 'react-dom'
import { Trans } from '@lingui/react/macro'
import { IconCircleCheck, IconCircleMinus, IconMail } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import type { ContactRowFragment } from '../__generated__/ContactRow'
import type { BulkDeed } from './use-bulk'

const ConfirmBulkPassive = lazy(() =>
  import('./ConfirmBulkPassive').then((module) => ({ default: module.ConfirmBulkPassive })),
)

interface Props {
  contacts: ContactRowFragment[]
  running: boolean
  onRun: (deed: BulkDeed, contacts: ContactRowFragment[]) => void
}

/** What can be done to the selected contacts; only what makes sense for one of them at least. */
export function BulkActions({ contacts, running, onRun }: Props) {
  const [asking, setAsking] = useState(false)
  const active = contacts.filter((contact) => contact.active)
  const passive = contacts.filter((contact) => !contact.active)
  const invitable = active.filter((contact) => contact.canSignIn)
  return (
    <>
      {invitable.length > 0 ? (
        <Button pending={running} onClick={() => onRun('invite', invitable)}>
          <IconMail size={16} stroke={1.8} aria-hidden />
          <Trans>Invite</Trans>
        </Button>
      ) : null}
      {active.length > 0 ? (
        <Button pending={running} onClick={() => setAsking(true)}>
          <IconCircleMinus size={16} stroke={1.8} aria-hidden />
          <Trans>Make passive</Trans>
        </Button>
      ) : null}
      {passive.length > 0 ? (
        <Button pending={running} onClick={() => onRun('activate', passive)}>
          <IconCircleCheck size={16} stroke={1.8} aria-hidden />
          <Trans>Make active</Trans>
        </Button>
      ) : null}
      {asking
        ? // Not inside the bar: its colours are for what stands on it.
          createPortal(
            <Suspense>
              <ConfirmBulkPassive
                contacts={active}
                onClose={() => setAsking(false)}
                onConfirm={() => {
                  setAsking(false)
                  onRun('passivate', active)
                }}
              />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  )
}

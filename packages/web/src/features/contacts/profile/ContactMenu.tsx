import { Trans } from '@lingui/react/macro'
import { IconArrowRight, IconCircleCheck, IconCircleMinus, IconSwitchHorizontal, IconTrash } from '@tabler/icons-react'
import { MenuItem, MenuLine } from '~/ui/Menu'
import { useCan } from '../../session/SessionProvider'
import { useContactActive } from '../use-contact-active'
import type { ContactPanel } from './ContactScreen'
import type { Contact } from './types'

/** What is asked before it is done. */
export type ContactQuestion = 'passivate' | 'delete'

interface Props {
  contact: Contact
  onPanel: (panel: ContactPanel) => void
  onAsk: (question: ContactQuestion) => void
}

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** Rarer deeds: active or passive, to another customer, to a technician, deleted. */
export function ContactMenu({ contact, onPanel, onAsk }: Props) {
  const mayConvert = useCan('ORGANIZATION_WRITE')
  const { set } = useContactActive()
  const { active, canSignIn, email, customer } = contact
  return (
    <>
      {active ? (
        <MenuItem icon={<IconCircleMinus {...icon} />} onClick={() => onAsk('passivate')}>
          <Trans>Make passive…</Trans>
        </MenuItem>
      ) : (
        <MenuItem icon={<IconCircleCheck {...icon} />} onClick={() => void set(contact, true)}>
          <Trans>Make active</Trans>
        </MenuItem>
      )}
      {active && email ? (
        <MenuItem icon={<IconArrowRight {...icon} />} onClick={() => onPanel('move')}>
          <Trans>Move to another customer…</Trans>
        </MenuItem>
      ) : null}
      {mayConvert && canSignIn && customer.kind === 'INTERNAL' ? (
        <MenuItem icon={<IconSwitchHorizontal {...icon} />} onClick={() => onPanel('convert')}>
          <Trans>Convert to technician…</Trans>
        </MenuItem>
      ) : null}
      <MenuLine />
      <MenuItem icon={<IconTrash {...icon} />} danger onClick={() => onAsk('delete')}>
        <Trans>Delete contact…</Trans>
      </MenuItem>
    </>
  )
}

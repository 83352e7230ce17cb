import { useLingui } from '@lingui/react'
import { Trans, useLingui as useMacro } from '@lingui/react/macro'
import { IconProgressCheck, IconUserCheck } from '@tabler/icons-react'
import type { TicketStatus } from '~/lib/__generated__/schema'
import { Button } from '~/ui/Button'
import { Menu, MenuItem } from '~/ui/Menu'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { STATUSES } from '../statuses'
import { moveWords } from '../words'

interface Props {
  tickets: TicketRowFragment[]
  /** More than these: which of them may go where is told by the report. */
  more: boolean
  running: boolean
  onAssign: () => void
  onStatus: (status: TicketStatus) => void
}

/** What can be done to the selected tickets; a status is offered when one of them at least may go there. */
export function TicketBulk({ tickets, more, running, onAssign, onStatus }: Props) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const goals = STATUSES.filter((status) => more || tickets.some(({ viewerCanSet }) => viewerCanSet.includes(status)))
  return (
    <>
      <Button pending={running} onClick={onAssign}>
        <IconUserCheck size={16} stroke={1.8} aria-hidden />
        <Trans>Assign</Trans>
      </Button>
      {goals.length > 0 ? (
        <Menu
          label={t`Set the status`}
          button={(attributes) => (
            <Button {...attributes} pending={running}>
              <IconProgressCheck size={16} stroke={1.8} aria-hidden />
              <Trans>Set the status</Trans>
            </Button>
          )}
        >
          {goals.map((status) => {
            const able = tickets.filter(({ viewerCanSet }) => viewerCanSet.includes(status)).length
            const share = !more && able < tickets.length ? ` (${able}/${tickets.length})` : ''
            return (
              <MenuItem key={status} onClick={() => onStatus(status)}>
                {i18n._(moveWords[status])}
                {share}
              </MenuItem>
            )
          })}
        </Menu>
      ) : null}
    </>
  )
}

import { Trans } from '@lingui/react/macro'
import { Status } from '~/ui/Status'

/** Active or passive: the one state that customers and contacts share. */
export const ActiveStatus = ({ active }: { active: boolean }) =>
  active ? (
    <Status color="green" shape="full">
      <Trans>Active</Trans>
    </Status>
  ) : (
    <Status color="grey" shape="slashed">
      <Trans>Passive</Trans>
    </Status>
  )

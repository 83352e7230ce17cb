import { Trans } from '@lingui/react/macro'
import { Status } from '~/ui/Status'

/** Whether a type is offered for new contracts. */
export const TypeStatus = ({ active }: { active: boolean }) =>
  active ? (
    <Status color="green" shape="full">
      <Trans>Active</Trans>
    </Status>
  ) : (
    <Status color="grey" shape="slashed">
      <Trans>Inactive</Trans>
    </Status>
  )

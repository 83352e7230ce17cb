import { Trans } from '@lingui/react/macro'
import { Status } from '~/ui/Status'

/** Whether a plan is offered for new contracts. */
export const PlanStatus = ({ active }: { active: boolean }) =>
  active ? (
    <Status color="green" shape="full">
      <Trans>Active</Trans>
    </Status>
  ) : (
    <Status color="grey" shape="slashed">
      <Trans>Inactive</Trans>
    </Status>
  )

import { Trans } from '@lingui/react/macro'
import { Status } from '~/ui/Status'
import type { KeyState } from './key-state'

/** Whether a key opens anything. */
export function KeyStatus({ state }: { state: KeyState }) {
  if (state === 'live')
    return (
      <Status color="green" shape="full">
        <Trans>Valid</Trans>
      </Status>
    )
  if (state === 'expired')
    return (
      <Status color="red" shape="full">
        <Trans>Expired</Trans>
      </Status>
    )
  return (
    <Status color="grey" shape="slashed">
      <Trans>Revoked</Trans>
    </Status>
  )
}

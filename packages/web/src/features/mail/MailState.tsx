import { Trans } from '@lingui/react/macro'
import type { MailStatus } from '~/lib/__generated__/schema'
import { Status } from '~/ui/Status'

/** Where a mail is on its way. */
export function MailState({ status }: { status: MailStatus }) {
  if (status === 'SENT')
    return (
      <Status color="green" shape="full">
        <Trans>Sent</Trans>
      </Status>
    )
  if (status === 'FAILED')
    return (
      <Status color="red" shape="slashed">
        <Trans>Failed</Trans>
      </Status>
    )
  return (
    <Status color="amber" shape="third">
      <Trans>Waiting</Trans>
    </Status>
  )
}

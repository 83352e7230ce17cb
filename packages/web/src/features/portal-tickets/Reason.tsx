import { Trans } from '@lingui/react/macro'
import type { VisibilityReason } from '~/lib/__generated__/schema'
import { useViewer } from '../session/SessionProvider'

interface Props {
  because: readonly VisibilityReason[]
  /** For a row of a list; else it is a whole sentence. */
  short?: boolean
}

/** Why one sees a record that somebody else opened, in words. */
export function Reason({ because, short }: Props) {
  const company = useViewer().customer?.name ?? ''
  if (because.includes('APPROVER'))
    return short ? (
      <Trans>Your approval was asked for</Trans>
    ) : (
      <Trans>You see this record because your approval was asked for.</Trans>
    )
  if (because.includes('GROUP'))
    return short ? (
      <Trans>Record of your group</Trans>
    ) : because.includes('COMPANY') ? (
      <Trans>You see this record of your group because you may see all records of {company}.</Trans>
    ) : (
      <Trans>You see this record because you may see all records of your group.</Trans>
    )
  return short ? (
    <Trans>Record of your company</Trans>
  ) : (
    <Trans>You see this record because you may see all records of {company}.</Trans>
  )
}

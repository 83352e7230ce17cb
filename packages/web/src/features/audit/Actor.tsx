import { Trans } from '@lingui/react/macro'
import type { AuditEventRowFragment } from './__generated__/AuditEventRow'

/** Who did it: a person by the name of that day, a program by its key, else the house itself. */
export function Actor({ event: { actorName, actorKind } }: { event: AuditEventRowFragment }) {
  if (!actorName) return 'Accord'
  if (actorKind === 'PARTNER') return <Trans>Key “{actorName}”</Trans>
  return actorName
}

import { skipToken } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { useViewer } from '../session/SessionProvider'
import { useThingNameQuery } from './__generated__/ThingName'
import { openNames } from './list-variables'

/** The name behind an id that stands in the address; words where it is gone or not for the viewer. */
export function useThingName(id: string | undefined): string {
  const { t } = useLingui()
  const { permissions } = useViewer()
  const { data } = useThingNameQuery(id ? { variables: { id, ...openNames(permissions) } } : skipToken)
  const node = data?.node
  const name =
    node?.__typename === 'Mail'
      ? node.subject
      : node?.__typename === 'Ticket'
        ? node.number
        : node && 'name' in node
          ? node.name
          : undefined
  return name ?? t`deleted or hidden`
}

import { Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { SkeletonLines } from '~/ui/Skeleton'
import { useCan } from '../session/SessionProvider'
import { useUserCardQuery } from './__generated__/UserCard'
import { ConvertDrawer } from './ConvertDrawer'
import { EditTechnicianDrawer } from './EditTechnicianDrawer'
import type { UserSearch } from './list-variables'
import { NewTechnicianDrawer } from './NewTechnicianDrawer'
import { UserPanel } from './UserPanel'

interface Props {
  search: UserSearch
  /** Whose card; without it a new technician is entered. */
  id?: string
  /** To make a technician of the user instead of showing the card. */
  convert?: boolean
}

/** The drawer over the list of users; closing it leads back to the list as it was. */
export function UserDrawer({ search, id, convert }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/admin/organization/users', search })
  const title = convert ? t`Convert to technician` : id ? t`User` : t`New technician`
  const waiting = (
    <SidePanel title={title} onClose={close}>
      <SkeletonLines lines={6} />
    </SidePanel>
  )
  return (
    <QueryBoundary resetKey={id}>
      <Suspense fallback={waiting}>
        {id ? (
          <Card id={id} search={search} convert={convert} title={title} onClose={close} />
        ) : (
          <NewTechnicianDrawer onClose={close} />
        )}
      </Suspense>
    </QueryBoundary>
  )
}

function Card({ id, search, convert, title, onClose }: Props & { id: string; title: string; onClose: () => void }) {
  const customers = useCan('CUSTOMERS_READ')
  const billing = useCan('BILLING_READ')
  const { node } = useUserCardQuery({ variables: { id, customers, billing } }).data
  if (node?.__typename === 'Technician') return <EditTechnicianDrawer key={id} technician={node} onClose={onClose} />
  if (node?.__typename === 'Contact')
    return convert ? (
      <ConvertDrawer key={id} contact={node} onClose={onClose} />
    ) : (
      <UserPanel contact={node} search={search} onClose={onClose} />
    )
  return (
    <SidePanel title={title} onClose={onClose}>
      <p>
        <Trans>There is nobody here: the address is wrong, or you may not see this person.</Trans>
      </p>
    </SidePanel>
  )
}

import { Suspense } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { useCustomerStakeQuery } from './__generated__/CustomerStake'

interface Props {
  id: string
  name: string
  onConfirm: () => void
  onClose: () => void
  pending: boolean
  error: unknown
  refusals: string[]
}

type Part = 'contacts' | 'activeContacts' | 'groups' | 'technicians'

function CountLoaded({ id, of }: { id: string; of: Part }) {
  const { customer } = useCustomerStakeQuery({ variables: { id } }).data
  const value = customer?.[of].totalCount ?? 0
  if (of === 'contacts')
    return (
      <Plural
        value={value}
        _0="No contact is deleted: there is none."
        one="# contact is deleted with its sign-in."
        other="# contacts are deleted with their sign-ins."
      />
    )
  if (of === 'groups')
    return (
      <Plural
        value={value}
        _0="No group is deleted: there is none."
        one="# group is deleted."
        other="# groups are deleted."
      />
    )
  if (of === 'technicians')
    return (
      <Plural
        value={value}
        _0="No technician loses an authorization."
        one="The authorization of # technician ends."
        other="The authorizations of # technicians end."
      />
    )
  return (
    <Plural
      value={value}
      _0="Nobody loses a sign-in: there is no active contact."
      one="# active contact can no longer sign in; an open session ends at once."
      other="# active contacts can no longer sign in; open sessions end at once."
    />
  )
}

/** A consequence with its number, which the server knows. */
const Count = (props: { id: string; of: Part }) => (
  <QueryBoundary fallback={() => <Trans>The number could not be loaded.</Trans>}>
    <Suspense fallback={<Trans>Counting…</Trans>}>
      <CountLoaded {...props} />
    </Suspense>
  </QueryBoundary>
)

/** Before a customer becomes passive. */
export function ConfirmPassive({ id, name, ...rest }: Props) {
  const { t } = useLingui()
  return (
    <ConfirmDialog
      {...rest}
      title={t`Make ${name} passive?`}
      confirmLabel={t`Make passive`}
      consequences={[
        <Count key="people" id={id} of="activeContacts" />,
        <Trans key="new">Nothing new can be opened for it: no contacts, no groups.</Trans>,
        <Trans key="history">Its history stays, and it can be made active again.</Trans>,
      ]}
    />
  )
}

/** Before a customer is deleted. */
export function ConfirmDelete({ id, name, ...rest }: Props) {
  const { t } = useLingui()
  return (
    <ConfirmDialog
      {...rest}
      title={t`Delete ${name}?`}
      confirmLabel={t`Delete customer`}
      consequences={[
        <Count key="contacts" id={id} of="contacts" />,
        <Count key="groups" id={id} of="groups" />,
        <Count key="technicians" id={id} of="technicians" />,
        <Trans key="back">This cannot be undone. The audit log keeps what happened.</Trans>,
      ]}
    />
  )
}

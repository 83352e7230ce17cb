import { Suspense, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SelectField } from '~/ui/TextField'
import { useGroupOptionsQuery } from './__generated__/GroupOptions'

interface Props {
  /** Groups belong to a customer; without one there is nothing to choose. */
  customerId: string | undefined
  field: UseFormRegisterReturn
  error?: string
  hint?: ReactNode
}

function Loaded({ customerId, field, error, hint }: Props & { customerId: string }) {
  const { t } = useLingui()
  const { groups } = useGroupOptionsQuery({ variables: { customerId } }).data
  return (
    <SelectField label={t`Group`} optional error={error} hint={hint} {...field}>
      <option value="">{t`None`}</option>
      {groups.nodes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

/** One of the customer's groups, or none. */
export function GroupSelect(props: Props) {
  const { customerId } = props
  const waiting = (
    <SelectField label={<Trans>Group</Trans>} optional disabled>
      <option>–</option>
    </SelectField>
  )
  return (
    <QueryBoundary resetKey={customerId} fallback={() => waiting}>
      <Suspense fallback={waiting}>
        {customerId ? <Loaded key={customerId} {...props} customerId={customerId} /> : waiting}
      </Suspense>
    </QueryBoundary>
  )
}

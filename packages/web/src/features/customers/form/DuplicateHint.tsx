import { Suspense, useDeferredValue } from 'react'
import { Link } from '@tanstack/react-router'
import { skipToken } from '@apollo/client/react'
import { Plural, Trans } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import css from './DuplicateHint.module.css'
import { useCustomerDuplicatesQuery } from './__generated__/CustomerDuplicates'

const SHORTEST = 3

function Duplicates({ name }: { name: string }) {
  const { data } = useCustomerDuplicatesQuery(name.length < SHORTEST ? skipToken : { variables: { name } })
  const found = data?.customerDuplicates ?? []
  if (found.length === 0) return null
  return (
    <Note tone="warning">
      <Plural value={found.length} one="There is a customer like this:" other="There are customers like this:" />
      <ul>
        {found.map((customer) => (
          <li key={customer.id}>
            <Link to="/customers/$id" params={{ id: customer.id }}>
              {customer.name}
            </Link>{' '}
            {customer.code ? <span className="muted">{customer.code}</span> : null}
          </li>
        ))}
      </ul>
      <span className="muted sm">
        <Trans>Open one, or go on if yours is another.</Trans>
      </span>
    </Note>
  )
}

/** Customers whose names are like the one being typed. It helps and never hinders: a failure shows nothing. */
export function DuplicateHint({ name }: { name: string }) {
  const [rested] = useDebouncedValue(name.trim(), 300)
  const shown = useDeferredValue(rested)
  return (
    <QueryBoundary resetKey={shown} fallback={() => null}>
      <div role="status" className={css.hint}>
        <Suspense>
          <Duplicates name={shown} />
        </Suspense>
      </div>
    </QueryBoundary>
  )
}

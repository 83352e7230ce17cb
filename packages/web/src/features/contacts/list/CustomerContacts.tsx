import { lazy, Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { PageLink } from '~/ui/ListFoot'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useCustomerHeadQuery } from '../../customers/detail/__generated__/CustomerHead'
import { TabBody, TabFoot } from '../../customers/detail/TabBody'
import { useContactColumns } from './columns'
import { ContactFilterBar } from './ContactFilterBar'
import { ContactTable } from './ContactTable'
import { CLEARED, useNarrowing } from './narrowing'
import type { ContactSearch } from './search'

const NewContactDrawer = lazy(() =>
  import('../form/NewContactDrawer').then((module) => ({ default: module.NewContactDrawer })),
)

interface Props {
  id: string
  search: ContactSearch
  adding: boolean
}

/** The people of one customer. */
export function CustomerContacts({ id, search, adding }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { customer } = useCustomerHeadQuery({ variables: { id } }).data
  const mayEdit = customer?.viewerCanEdit === true
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false })
  const mayAdd = mayEdit && customer.active
  const columns = useContactColumns({ customer: false, wide, mayEdit })
  const narrowed = useNarrowing(search)
  const params = { id }
  const go = (part: ContactSearch & { add?: boolean }, replace: boolean) =>
    void navigate({
      to: '/customers/$id/contacts',
      params,
      search: { ...search, ...part },
      replace,
      ignoreBlocker: replace,
    })
  const change = (part: ContactSearch) => go({ ...FIRST_PAGE, ...part }, true)
  useShortcuts(mayAdd ? [{ key: 'c', label: t`Add contact`, run: () => go({ add: true }, false) }] : [])
  const add = mayAdd ? (
    <Button look="primary" onClick={() => go({ add: true }, false)}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>Add contact</Trans>
    </Button>
  ) : null
  if (!customer) return null
  return (
    <>
      <ContactFilterBar search={{ ...search, customer: id }} onChange={change} end={add} />
      <TabBody>
        {mayEdit && !customer.active ? (
          <Note>
            <Trans>The customer is passive: contacts cannot be added or activated until it is active again.</Trans>
          </Note>
        ) : null}
        <QueryBoundary resetKey={search}>
          <Suspense fallback={<TableSkeleton columns={columns} rows={6} selectable={mayEdit} inColumn />}>
            <ContactTable
              search={{ ...search, customer: id }}
              columns={columns}
              mayEdit={mayEdit}
              onChange={change}
              onClear={() => change(CLEARED)}
              narrowed={narrowed}
              empty={
                <EmptyState title={<Trans>No contacts yet</Trans>} action={add}>
                  <Trans>
                    Contacts are the people of the customer. With an e-mail address they can be invited to the portal.
                  </Trans>
                </EmptyState>
              }
              pageLink={(page, label) => (
                <PageLink to="/customers/$id/contacts" params={params} search={{ ...search, ...page }} disabled={!page}>
                  {label}
                </PageLink>
              )}
              inColumn
              wrapFoot={(foot) => <TabFoot>{foot}</TabFoot>}
            />
          </Suspense>
        </QueryBoundary>
      </TabBody>
      {adding && mayAdd ? (
        <Suspense>
          <NewContactDrawer
            customer={customer}
            onClose={() => go({ add: undefined }, true)}
            onCreated={() => go({ add: undefined }, true)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

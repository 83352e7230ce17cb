import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { neighbours } from '~/lib/paging'
import { buttonClass } from '~/ui/Button'
import { EmptyState, Forbidden } from '~/ui/EmptyState'
import { useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { Tab, Tabs } from '~/ui/Tabs'
import { useViewer } from '../session/SessionProvider'
import { usePortalContractsQuery } from './__generated__/PortalContracts'
import { ContractItem } from './ContractItem'
import css from './Contracts.module.css'
import { contractsVariables, type ContractsSearch } from './search'

/** The contracts of the company and how much of them is used, for those who may see all of its records. */
export function ContractsScreen({ search }: { search: ContractsSearch }) {
  const { t } = useLingui()
  useTitle(t`Contracts`)
  const { ticketScopes, customer } = useViewer()
  const company = customer?.name ?? ''
  return (
    <>
      <h1>
        <Trans>Contracts</Trans>
      </h1>
      {ticketScopes.includes('COMPANY') ? (
        <>
          <p className={css.lead}>
            <Trans>What {company} has agreed with us, and how many hours of it are left.</Trans>
          </p>
          <Tabs label={t`Contracts`}>
            <Tab to="/portal/contracts" search={{}} current={search.view === undefined}>
              <Trans>Running</Trans>
            </Tab>
            <Tab to="/portal/contracts" search={{ view: 'ended' }} current={search.view === 'ended'}>
              <Trans>Past</Trans>
            </Tab>
          </Tabs>
          <QueryBoundary resetKey={search}>
            <Suspense fallback={<SkeletonLines lines={8} />}>
              <Items search={search} />
            </Suspense>
          </QueryBoundary>
        </>
      ) : (
        <Forbidden title={<Trans>You may not see this</Trans>}>
          <Trans>
            Contracts and their hours are shown to people with the right to all records of the company. Your
            administrator can give it.
          </Trans>
        </Forbidden>
      )}
    </>
  )
}

function Items({ search }: { search: ContractsSearch }) {
  const { t } = useLingui()
  const { data } = usePortalContractsQuery({ variables: contractsVariables(search) })
  const { nodes, pageInfo } = data.contracts
  if (nodes.length === 0)
    return search.view === 'ended' ? (
      <EmptyState title={<Trans>No contract has ended</Trans>}>
        <Trans>Contracts that have run out or were ended early stand here.</Trans>
      </EmptyState>
    ) : (
      <EmptyState
        title={<Trans>No contract runs</Trans>}
        action={
          <Link to="/portal/new" search={{ type: 'request' }} className={buttonClass({ size: 'large' })}>
            <Trans>Ask about a contract</Trans>
          </Link>
        }
      >
        <Trans>Once something is agreed, its end and its hours stand here.</Trans>
      </EmptyState>
    )
  const { previous, next } = neighbours(pageInfo, search)
  return (
    <>
      <ul aria-label={t`Contracts`}>
        {nodes.map((contract) => (
          <li key={contract.id}>
            <ContractItem contract={contract} />
          </li>
        ))}
      </ul>
      {previous || next ? (
        <nav className={css.pages} aria-label={t`Pages`}>
          {previous ? (
            <Link
              to="/portal/contracts"
              search={{ view: search.view, ...previous }}
              className={buttonClass({ size: 'large' })}
            >
              <Trans>Previous</Trans>
            </Link>
          ) : null}
          {next ? (
            <Link
              to="/portal/contracts"
              search={{ view: search.view, ...next }}
              className={buttonClass({ size: 'large' })}
            >
              <Trans>Next</Trans>
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}

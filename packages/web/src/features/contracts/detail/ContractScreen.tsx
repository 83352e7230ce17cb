import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useApolloClient } from '@apollo/client/react'
import { PageError } from '~/ui/ErrorState'
import { Columns, Crumbs, ScrollArea, Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { readTrail } from '../../customers/trail/trail'
import { TrailNav } from '../../customers/trail/TrailNav'
import { ContractDoor } from '../ContractDoor'
import { useCan } from '../../session/SessionProvider'
import { useSeesTickets } from '../../tickets/may'
import { ContractMissing } from '../ContractMissing'
import { loadContractTrail } from '../contract-trail'
import { today } from '~/lib/today'
import { ContractFacts } from './ContractFacts'
import { ContractForecast } from './ContractForecast'
import { ContractTickets } from './ContractTickets'
import { ContractTimeline } from './ContractTimeline'
import { ContractTitle } from './ContractTitle'
import { ContractUsage } from './ContractUsage'
import css from './detail.module.css'
import { Notices } from './Notices'
import { TermChain } from './TermChain'
import { useContract, type Contract } from './use-contract'

const ContractTime = lazy(() =>
  import('../../time/contract/ContractTime').then((module) => ({ default: module.ContractTime })),
)

/** A contract: its terms and what comes next, who is told, what was sent, and what is done with it. */
export function ContractScreen({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <ContractDoor title={t`Contract`}>
      <ContractCrumbs id={id} />
      <QueryBoundary
        resetKey={id}
        fallback={(error, retry) => <PageError title={t`Contract`} error={error} onRetry={retry} />}
      >
        <Suspense fallback={<OnItsWay />}>
          <Loaded key={id} id={id} />
        </Suspense>
      </QueryBoundary>
    </ContractDoor>
  )
}

function ContractCrumbs({ id }: { id: string }) {
  const { t } = useLingui()
  const client = useApolloClient()
  const plans = useCan('PLANS_READ')
  return (
    <Crumbs
      label={t`Place`}
      links={[
        <Link key="list" to="/contracts" search={readTrail('contracts')?.search}>
          <Trans>Contracts</Trans>
        </Link>,
      ]}
      here={
        <QueryBoundary resetKey={id} fallback={() => '–'}>
          <Suspense>
            <Reference id={id} />
          </Suspense>
        </QueryBoundary>
      }
      aside={
        <TrailNav
          list="contracts"
          id={id}
          load={(search) => loadContractTrail(client, search, { today: today(), plans })}
        />
      }
    />
  )
}

function Reference({ id }: { id: string }) {
  return useContract(id)?.reference ?? '–'
}

/** Room for the title, then lines. */
function OnItsWay() {
  return (
    <>
      <div className={css.title} />
      <div className={css.waiting}>
        <SkeletonLines lines={8} />
      </div>
    </>
  )
}

function Loaded({ id }: { id: string }) {
  const { t } = useLingui()
  const contract = useContract(id)
  const seesTickets = useSeesTickets()
  const waiting = <SkeletonLines lines={4} />
  if (!contract) return <ContractMissing />
  return (
    <ScrollArea label={t`Contract`}>
      <ContractTitle contract={contract} />
      <Columns railLabel={t`About the contract`} rail={<Rail contract={contract} />}>
        <TermChain contract={contract} />
        <Notices contract={contract} />
        <QueryBoundary resetKey={id}>
          <Suspense>
            <ContractTime contractId={id} active={contract.status === 'ACTIVE'} />
          </Suspense>
        </QueryBoundary>
        {seesTickets ? (
          <QueryBoundary resetKey={id}>
            <Suspense fallback={waiting}>
              <ContractTickets contract={contract} />
            </Suspense>
          </QueryBoundary>
        ) : null}
        <Section title={<Trans>Timeline</Trans>}>
          <QueryBoundary resetKey={id}>
            <Suspense fallback={waiting}>
              <ContractTimeline id={id} />
            </Suspense>
          </QueryBoundary>
        </Section>
      </Columns>
    </ScrollArea>
  )
}

/** What is agreed, what of it is used, and what is to come. */
function Rail({ contract }: { contract: Contract }) {
  const { id, status } = contract
  const waiting = <SkeletonLines lines={3} />
  return (
    <>
      <ContractFacts contract={contract} />
      <QueryBoundary resetKey={id}>
        <Suspense fallback={waiting}>
          <ContractUsage id={id} />
        </Suspense>
      </QueryBoundary>
      {status === 'ACTIVE' || status === 'UPCOMING' ? (
        <QueryBoundary resetKey={id}>
          <Suspense fallback={waiting}>
            <ContractForecast contract={contract} />
          </Suspense>
        </QueryBoundary>
      ) : null}
    </>
  )
}

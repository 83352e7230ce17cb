import { Suspense, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Columns, ScrollArea, Section, TitleBar } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { HomeContracts } from '../contracts/HomeContracts'
import { useCan, useViewer } from '../session/SessionProvider'
import { useSeesTickets } from '../tickets/may'
import { HomeTickets } from '../tickets/lines/HomeTickets'
import css from './Home.module.css'
import { HomeEvents } from './HomeEvents'
import { HomeFigures } from './HomeFigures'
import { NewestCustomers } from './NewestCustomers'

/** Where a day begins: what there is, what waits for somebody, what has changed. Each part comes on its own. */
export function HomeScreen() {
  const { t } = useLingui()
  const format = useFormat()
  const { person } = useViewer()
  const [today] = useState(() => new Date().toISOString())
  const seesCustomers = useCan('CUSTOMERS_READ')
  const seesTickets = useSeesTickets()
  const seesContracts = useCan('CONTRACTS_READ') && seesCustomers
  const seesAudit = useCan('AUDIT_READ')
  const name = person?.name ?? ''
  const waiting = <SkeletonLines lines={6} />
  const tickets = seesTickets ? (
    <QueryBoundary>
      <Suspense fallback={waiting}>
        <HomeTickets />
      </Suspense>
    </QueryBoundary>
  ) : null
  const contracts = seesContracts ? (
    <QueryBoundary>
      <Suspense fallback={waiting}>
        <HomeContracts />
      </Suspense>
    </QueryBoundary>
  ) : null
  const customers = seesCustomers ? (
    <QueryBoundary>
      <Suspense fallback={waiting}>
        <HomeFigures />
        <NewestCustomers />
      </Suspense>
    </QueryBoundary>
  ) : (
    <p className="dim">
      <Trans>Your role opens no customers. An administrator can grant access.</Trans>
    </p>
  )
  return (
    <>
      <TitleBar divided title={t`Hello, ${name}`} meta={<span className={css.today}>{format.day(today)}</span>} />
      <ScrollArea label={t`Home`}>
        {seesAudit ? (
          <Columns
            rail={
              <Section title={t`Latest changes`}>
                <QueryBoundary>
                  <Suspense fallback={waiting}>
                    <HomeEvents />
                  </Suspense>
                </QueryBoundary>
              </Section>
            }
          >
            {tickets}
            {contracts}
            {customers}
          </Columns>
        ) : (
          <Columns>
            {tickets}
            {contracts}
            {customers}
          </Columns>
        )}
      </ScrollArea>
    </>
  )
}

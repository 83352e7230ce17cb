import { Suspense } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconRefresh } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { PageError } from '~/ui/ErrorState'
import { Columns, PageHead, ScrollArea } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { Door } from '../session/Door'
import { About } from './About'
import { FailedMailList } from './FailedMailList'
import { LaidAside } from './LaidAside'
import { QueueTable } from './QueueTable'
import { Summary } from './Summary'
import { Sweep } from './Sweep'
import css from './System.module.css'
import { useHealth } from './use-health'

/** Jobs and health: what runs by itself, what stands still, and the way to try again. */
export function SystemScreen() {
  const { t } = useLingui()
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`Jobs & health`}>
      <QueryBoundary fallback={(error, retry) => <PageError title={t`Jobs & health`} error={error} onRetry={retry} />}>
        <Suspense
          fallback={
            <>
              <PageHead title={t`Jobs & health`} />
              <div className={css.waiting}>
                <SkeletonLines lines={8} />
              </div>
            </>
          }
        >
          <Loaded />
        </Suspense>
      </QueryBoundary>
    </Door>
  )
}

function Loaded() {
  const { t } = useLingui()
  const { health, mails, refresh } = useHealth()
  return (
    <>
      <PageHead
        title={t`Jobs & health`}
        actions={
          <Button onClick={refresh}>
            <IconRefresh size={16} stroke={1.8} aria-hidden />
            <Trans>Look again</Trans>
          </Button>
        }
      />
      <ScrollArea label={t`Jobs & health`}>
        <Columns rail={<About health={health} />} railLabel={t`About this installation`}>
          <Summary health={health} mails={mails} />
          <QueueTable queues={health.queues} />
          <Sweep health={health} />
          <LaidAside contracts={health.laidAside} onTried={refresh} />
          <FailedMailList mails={mails} onSent={refresh} />
        </Columns>
      </ScrollArea>
    </>
  )
}

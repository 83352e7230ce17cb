import { useEffect } from 'react'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { isOldChunk } from '~/lib/new-version'
import { Button, buttonClass } from '~/ui/Button'
import { PageState } from '~/ui/PageState'

/** No such page, or not for this person: the two look alike on purpose. */
export function NotFound() {
  const { t } = useLingui()
  return (
    <PageState
      title={t`There is nothing here`}
      actions={
        <>
          <a className={buttonClass({ look: 'primary' })} href={import.meta.env.BASE_URL}>
            <Trans>Home</Trans>
          </a>
          <Button onClick={() => history.back()}>
            <Trans>Go back</Trans>
          </Button>
        </>
      }
    >
      <Trans>The address is wrong, the record was deleted, or you may not see it.</Trans>
    </PageState>
  )
}

/** A screen or its data did not come. */
export function LoadFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  const problem = problemOf(error)
  const retry = () => {
    reset()
    void router.invalidate()
  }
  useEffect(() => {
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  })
  if (isOldChunk(error))
    return (
      <PageState
        title={t`Accord has been updated`}
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            <Trans>Reload</Trans>
          </Button>
        }
      >
        <Trans>This page still runs the version before. Reload it to go on.</Trans>
      </PageState>
    )
  const actions = (
    <Button look="primary" onClick={retry}>
      <Trans>Try again</Trans>
    </Button>
  )
  if (problem.kind === 'offline')
    return (
      <PageState title={t`No connection`} actions={actions}>
        <Trans>The server cannot be reached. This page loads by itself once you are online again.</Trans>
      </PageState>
    )
  return (
    <PageState title={t`This page did not load`} actions={actions}>
      <Trans>Nothing is lost. Try again; if it stays so, tell your administrator.</Trans>{' '}
      {problem.id ? <span className="muted">{problem.id}</span> : null}
    </PageState>
  )
}

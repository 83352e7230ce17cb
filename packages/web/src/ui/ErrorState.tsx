import { useEffect } from 'react'
import { Trans } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from './Button'
import { EmptyState } from './EmptyState'
import { PageHead } from './Page'

interface Props {
  error: unknown
  onRetry: () => void
}

/** Says what could not be loaded and keeps the page; carries the request's id, so that it can be found. */
export function ErrorState({ error, onRetry }: Props) {
  const { kind, id } = problemOf(error)
  useEffect(() => {
    if (kind !== 'offline') return
    addEventListener('online', onRetry)
    return () => removeEventListener('online', onRetry)
  }, [kind, onRetry])

  if (kind === 'forbidden')
    return (
      <EmptyState title={<Trans>You may not see this</Trans>}>
        <Trans>Your role does not open this part. An administrator can grant access.</Trans>
      </EmptyState>
    )
  const retry = (
    <Button onClick={onRetry}>
      <Trans>Try again</Trans>
    </Button>
  )
  if (kind === 'offline')
    return (
      <EmptyState title={<Trans>No connection</Trans>} action={retry}>
        <Trans>The server cannot be reached. This loads by itself once you are online again.</Trans>
      </EmptyState>
    )
  return (
    <div role="alert">
      <EmptyState title={<Trans>This did not load</Trans>} action={retry}>
        {kind === 'tooMany' ? (
          <Trans>Too many requests in a short time. Wait a minute.</Trans>
        ) : (
          <Trans>Nothing is lost.</Trans>
        )}{' '}
        {id ? (
          <span className="muted">
            · <Trans>Error {id}</Trans>
          </span>
        ) : null}
      </EmptyState>
    </div>
  )
}

/** The same for a page whose title did not come either: what kind of page it is, and the error. */
export const PageError = ({ title, ...rest }: Props & { title: string }) => (
  <>
    <PageHead title={title} />
    <ErrorState {...rest} />
  </>
)

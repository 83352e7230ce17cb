import { Trans } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Note } from '~/ui/Note'

/** Why something was not sent: what failed on the way, else what the server has against it. */
export function SendProblem({ error, refusals = [] }: { error?: unknown; refusals?: readonly string[] }) {
  if (!error)
    return refusals.map((refusal) => (
      <Note key={refusal} tone="error" role="alert">
        {refusal}
      </Note>
    ))
  const { kind, id } = problemOf(error)
  return (
    <Note tone="error" role="alert">
      {kind === 'offline' ? (
        <Trans>Not sent: the server cannot be reached. What you wrote stays here.</Trans>
      ) : kind === 'forbidden' || kind === 'notFound' ? (
        <Trans>Not sent: you may not do this any more.</Trans>
      ) : kind === 'tooMany' ? (
        <Trans>Not sent: too many requests in a short time. Wait a minute; what you wrote stays here.</Trans>
      ) : (
        <Trans>Not sent. What you wrote stays here; try again.</Trans>
      )}{' '}
      {id ? <span className="muted">{id}</span> : null}
    </Note>
  )
}

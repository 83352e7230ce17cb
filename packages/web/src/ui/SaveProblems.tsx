import { Trans } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Note } from './Note'

/** Why a page that is a form was not saved: what failed, and what belongs to none of its fields. */
export function SaveProblems({ error, general }: { error: unknown; general: readonly string[] }) {
  const problem = error ? problemOf(error) : null
  return (
    <>
      {problem ? (
        <Note tone="error" role="alert">
          {problem.kind === 'offline' ? (
            <Trans>Not saved: the server cannot be reached. What you typed stays here.</Trans>
          ) : (
            <Trans>Not saved. What you typed stays here; try again.</Trans>
          )}{' '}
          <span className="muted">{problem.id}</span>
        </Note>
      ) : null}
      {general.map((message) => (
        <Note key={message} tone="error" role="alert">
          {message}
        </Note>
      ))}
    </>
  )
}

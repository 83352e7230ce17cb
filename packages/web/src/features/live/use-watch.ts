import { useEffect, useRef } from 'react'
import type { ErrorLike, ObservableQuery } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient } from '@apollo/client/react'
import { askAgain } from '~/lib/graphql/ask-again'

/** Several changes in a row are asked about once. */
const SOON_MS = 500
const RESTART_MS = 5_000
/** What changed after a screen was read and before it was listened to is told to nobody: one look shows it. */
const FIRST_LOOK_MS = 4_000
/** The server could not, this time; everything else it would say again. */
const passing = new Set<unknown>(['TIMEOUT', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'])

const passes = (error: ErrorLike) =>
  !CombinedGraphQLErrors.is(error) || error.errors.some(({ extensions }) => passing.has(extensions?.['code']))

/**
 * What screens that stay up to date share: after a change they ask again for what they show, without a word and without
 * a flicker, and a subscription that broke off is begun anew.
 * @param which what is asked again
 * @param about what is listened to; when it becomes another, that is looked at anew
 */
export function useWatch(which: (query: ObservableQuery) => boolean, about: string) {
  const client = useApolloClient()
  const timersRef = useRef<{ ask?: number | undefined; restart?: number | undefined }>({})
  const restartRef = useRef<() => void>(undefined)
  const whichRef = useRef(which)
  useEffect(() => {
    whichRef.current = which
  })
  useEffect(() => {
    const first = window.setTimeout(() => askAgain(client, whichRef.current), FIRST_LOOK_MS)
    const { current } = timersRef
    return () => {
      clearTimeout(first)
      clearTimeout(current.ask)
      clearTimeout(current.restart)
      // Otherwise what comes after a new beginning would wait for a timer that is gone.
      current.ask = undefined
    }
  }, [client, about])

  function ask() {
    timersRef.current.ask ??= window.setTimeout(() => {
      timersRef.current.ask = undefined
      askAgain(client, whichRef.current)
    }, SOON_MS)
  }
  function fail(error: ErrorLike) {
    // Whatever was missed, or is not for us any more, the queries will say.
    ask()
    if (!passes(error)) return
    clearTimeout(timersRef.current.restart)
    timersRef.current.restart = window.setTimeout(() => restartRef.current?.(), RESTART_MS)
  }
  /** By it the subscription is begun anew; told after each rendering. */
  function keep(restart: () => void) {
    restartRef.current = restart
  }
  return { ask, fail, keep }
}

/** Queries whose document begins with a field of this name. */
export const asksFor =
  (...fields: string[]) =>
  ({ query }: ObservableQuery): boolean =>
    query.definitions.some(
      (each) =>
        each.kind === 'OperationDefinition' &&
        each.selectionSet.selections.some(
          (selection) => selection.kind === 'Field' && fields.includes(selection.name.value),
        ),
    )

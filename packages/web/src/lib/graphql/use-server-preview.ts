import { useEffect, useEffectEvent, useState } from 'react'
import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'

export interface Refusal {
  message: string
  path: string[]
}

/**
 * What the server makes of what stands in a form. Asked in the pauses of typing, and only when there is something to ask;
 * the last answer stays until the next one is there. What the server refuses is told to `onRefused`.
 * @param pauseMs milliseconds without a change before it is asked
 */
export function useServerPreview<Data, Asked extends OperationVariables>(
  query: TypedDocumentNode<Data, Asked>,
  asked: Asked | null,
  pauseMs: number,
  onRefused: (refusal: Refusal) => void,
) {
  const client = useApolloClient()
  const [answer, setAnswer] = useState<{ key: string; asked: Asked; data: Data } | null>(null)
  const [failure, setFailure] = useState<{ key: string; error: unknown } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const refused = useEffectEvent(onRefused)
  const key = asked && JSON.stringify(asked)

  useEffect(() => {
    if (key === null) return
    const abort = new AbortController()
    const ask = async () => {
      const variables = JSON.parse(key) as Asked
      try {
        const { data } = await client.query<Data>({
          query,
          variables,
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: abort.signal } },
        })
        if (abort.signal.aborted || !data) return
        setFailure(null)
        setAnswer({ key, asked: variables, data })
      } catch (error) {
        if (abort.signal.aborted) return
        setFailure({ key, error })
        const refusal = refusalOf(error)
        if (refusal) refused(refusal)
      }
    }
    const timer = setTimeout(() => void ask(), pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key, attempt, client, query, pauseMs])

  const failed = failure !== null && failure.key === key
  return {
    answer,
    /** The answer on screen is not the one to what stands there now. */
    stale: answer !== null && answer.key !== key,
    /** Nothing came back, or something that nobody at this form can put right. */
    error: failed && !refusalOf(failure.error) ? failure.error : null,
    retry: () => setAttempt((before) => before + 1),
  }
}

/** What the server says against the input; null when it failed otherwise. */
function refusalOf(error: unknown): Refusal | null {
  const [first] = (error as { errors?: { message: string; extensions?: { path?: string[] } }[] } | null)?.errors ?? []
  const path = first?.extensions?.path
  return first && Array.isArray(path) && path.length > 0 ? { message: first.message, path } : null
}

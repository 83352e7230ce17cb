import { useEffect, useEffectEvent, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import type { CreateServicePlanInput, PlanUsageInput } from '~/lib/__generated__/schema'
import { PlanExampleDocument, type PlanExampleQuery } from './__generated__/PlanExample'

const PAUSE_MS = 250

export type Preview = PlanExampleQuery['planPreview']
export interface Asked {
  plan: CreateServicePlanInput
  usage: PlanUsageInput
}
interface Answer {
  key: string
  asked: Asked
  preview: Preview
}
interface Refusal {
  message: string
  path: string[]
}

/**
 * What the server makes of a plan and a month's work, computed as an invoice is. Asked in the pauses of typing, and only
 * when there is something valid to ask; the last answer stays until the next one is there.
 */
export function useExample(asked: Asked | null, onRefused: (refusal: Refusal) => void) {
  const client = useApolloClient()
  const [answer, setAnswer] = useState<Answer | null>(null)
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
        const { data } = await client.query({
          query: PlanExampleDocument,
          variables,
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: abort.signal } },
        })
        if (abort.signal.aborted || !data) return
        setFailure(null)
        setAnswer({ key, asked: variables, preview: data.planPreview })
      } catch (error) {
        if (abort.signal.aborted) return
        setFailure({ key, error })
        const refusal = refusalOf(error)
        if (refusal) refused(refusal)
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key, attempt, client])

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

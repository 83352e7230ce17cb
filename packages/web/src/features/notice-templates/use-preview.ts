import { useEffect, useEffectEvent, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import type { NoticeTemplatePreviewInput } from '~/lib/__generated__/schema'
import { TemplatePreviewDocument, type TemplatePreviewQuery } from './__generated__/TemplatePreview'

const PAUSE_MS = 300

interface Refusal {
  message: string
  path: string[]
}
interface Answer {
  key: string
  preview: TemplatePreviewQuery['noticeTemplatePreview']
}

/**
 * The mail as its recipient would read it, filled by the server with an example. Asked in the pauses of typing; the last
 * answer stays until the next one is there. What the server refuses is told to `onRefused`.
 */
export function usePreview(input: NoticeTemplatePreviewInput | null, onRefused: (refusal: Refusal) => void) {
  const client = useApolloClient()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<{ key: string; error: unknown } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const refused = useEffectEvent(onRefused)
  const key = input && JSON.stringify(input)

  useEffect(() => {
    if (key === null) return
    const abort = new AbortController()
    const ask = async () => {
      try {
        const { data } = await client.query({
          query: TemplatePreviewDocument,
          variables: { input: JSON.parse(key) as NoticeTemplatePreviewInput },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: abort.signal } },
        })
        if (abort.signal.aborted || !data) return
        setFailure(null)
        setAnswer({ key, preview: data.noticeTemplatePreview })
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
    preview: answer?.preview ?? null,
    /** The preview on screen is not that of what stands in the form now. */
    stale: answer !== null && answer.key !== key,
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

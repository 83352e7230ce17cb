import { useRef } from 'react'

/**
 * A key for "create once": the same body sent again, after an answer that got lost, keeps its key and makes nothing new;
 * another body gets another key.
 */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' })
  return (body) => {
    const written = JSON.stringify(body)
    if (last.current.body !== written) last.current = { body: written, key: crypto.randomUUID() }
    return last.current.key
  }
}

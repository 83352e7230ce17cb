import { useEffect, useState } from 'react'
import { useFormat } from '~/lib/format'

/** How long ago, with the exact instant and its zone as title. Follows the clock while it is on screen. */
export function When({ at }: { at: string }) {
  const format = useFormat()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={at} title={format.exact(at)}>
      {format.relative(at, now)}
    </time>
  )
}

/** A date in figures, for columns. */
export function DateText({ on }: { on: string }) {
  const format = useFormat()
  return (
    <time dateTime={on} title={format.exact(on)}>
      {format.shortDate(on)}
    </time>
  )
}

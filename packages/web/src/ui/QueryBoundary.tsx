import { Component, type ReactNode } from 'react'
import { AttemptContext } from '~/lib/attempt'
import { ErrorState } from './ErrorState'

interface Props {
  /** Another value means another question: the error before is over. */
  resetKey?: unknown
  /** Something else than the usual error state. */
  fallback?: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}

/** Keeps the page when a part of it fails: the part says so and offers to try again. Stands around the Suspense. */
export class QueryBoundary extends Component<Props, { error: unknown; attempt: number }> {
  static override contextType = AttemptContext
  declare context: number
  override state = { error: null, attempt: 0 }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.error && JSON.stringify(before.resetKey) !== JSON.stringify(this.props.resetKey)) this.retry()
  }

  /** Asks again: the queries below are other ones from now on, so that none is answered by the failure before. */
  retry = () => this.setState(({ attempt }) => ({ error: null, attempt: attempt + 1 }))

  override render() {
    const { error, attempt } = this.state
    const { children, fallback } = this.props
    if (!error) return <AttemptContext value={this.context + attempt}>{children}</AttemptContext>
    // A fallback may be nothing at all: a count that did not come is left out.
    return fallback ? fallback(error, this.retry) : <ErrorState error={error} onRetry={this.retry} />
  }
}

import { Component, type ReactNode } from 'react'
import { ErrorState } from './ErrorState'

interface Props {
  /** Another value means another question: the error before is over. */
  resetKey?: unknown
  /** Something else than the usual error state. */
  fallback?: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}

/** Keeps the page when a part of it fails: the part says so and offers to try again. Stands around the Suspense. */
export class QueryBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.error && JSON.stringify(before.resetKey) !== JSON.stringify(this.props.resetKey)) this.retry()
  }

  retry = () => this.setState({ error: null })

  override render() {
    const { error } = this.state
    const { children, fallback } = this.props
    if (!error) return children
    // A fallback may be nothing at all: a count that did not come is left out.
    return fallback ? fallback(error, this.retry) : <ErrorState error={error} onRetry={this.retry} />
  }
}

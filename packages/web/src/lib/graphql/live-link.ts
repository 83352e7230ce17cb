import { ApolloLink } from '@apollo/client'
import { Observable } from 'rxjs'
import type { LiveSocket } from './live-socket'

/** Sends subscriptions over a socket, whose code is fetched by the first of them. */
export function liveLink(onAgain: () => void): ApolloLink {
  let socket: Promise<LiveSocket> | undefined
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        let closed = false
        let stop: (() => void) | undefined
        const asked = performance.now()
        socket ??= import('./live-socket').then(({ openSocket }) => openSocket(onAgain, asked))
        socket.then(
          (open) => {
            if (!closed) stop = open.subscribe(operation, observer)
            return null
          },
          (error: unknown) => {
            socket = undefined
            observer.error(error)
          },
        )
        return () => {
          closed = true
          stop?.()
        }
      }),
  )
}

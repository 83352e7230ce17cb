/**
 * Requests that ask to become a WebSocket take the way of all others: hooks, headers, the client's address. What is not
 * taken over by a handler is answered and its connection closed.
 */
import { ServerResponse, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'

export interface Upgrade {
  socket: Socket
  head: Buffer
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>()

/** The connection of a request that asks to become a WebSocket. */
export const upgradeOf = (request: FastifyRequest): Upgrade | undefined => upgrades.get(request.raw)

/** What may be asked to become one; the wish of others is not heard, as the protocol allows. */
export const mayUpgrade = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && url?.split('?', 1)[0] === '/graphql'

export function takeUpgrades(app: FastifyInstance): void {
  app.server.on('upgrade', (raw: IncomingMessage, socket: Socket, head: Buffer) => {
    // A Node that does not ask `mayUpgrade` first brings everything here.
    if (!mayUpgrade(raw)) return socket.destroy()
    upgrades.set(raw, { socket, head })
    socket.on('error', () => socket.destroy())
    const response = new ServerResponse(raw)
    response.assignSocket(socket)
    response.shouldKeepAlive = false
    response.on('finish', () => socket.destroySoon())
    app.routing(raw, response)
  })
}

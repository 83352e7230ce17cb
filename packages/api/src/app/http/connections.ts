import type { Server } from 'node:http'
import { ipBucket } from '../../core/auth/ip.ts'

/** How many connections may be open at a time: of one address, and of everybody together. */
export interface ConnectionLimits {
  perAddress: number
  all: number
}

/** Ends connections beyond the limits at once, before a byte of them is read. */
export function limitConnections(server: Server, { perAddress, all }: ConnectionLimits): void {
  const open = new Map<string, number>()
  server.maxConnections = all
  server.on('connection', (socket) => {
    const address = ipBucket(socket.remoteAddress ?? '')
    const count = (open.get(address) ?? 0) + 1
    if (count > perAddress) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left) open.set(address, left)
      else open.delete(address)
    })
  })
}

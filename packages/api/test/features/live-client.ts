/** A WebSocket client that speaks `graphql-transport-ws` by hand, so that a test may also speak it wrongly. */
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { credentials, publicUrl, type House, type Who } from '../house.ts'

// oxlint-disable-next-line no-explicit-any -- tests look into answers of any shape; a wrong path fails the test
type Data = any

export interface Message {
  id?: string
  type: string
  payload?: Data
}

export interface DialOptions {
  headers?: Record<string, string>
  params?: Record<string, unknown>
  /** Leave `connection_init` to the test. */
  silent?: boolean
  protocol?: string | null
}

export type Line = ReturnType<typeof dial>

/** Listens on a free port, once a house. */
export async function listen(house: House): Promise<number> {
  const { server } = house.app.http
  if (!server.listening) await house.app.http.listen({ port: 0, host: '127.0.0.1' })
  return (server.address() as AddressInfo).port
}

/** Opens a socket as somebody. */
export function dial(port: number, who: Who, options: DialOptions = {}) {
  const protocol = options.protocol === undefined ? 'graphql-transport-ws' : options.protocol
  const ws = new WebSocket(`ws://127.0.0.1:${port}/graphql`, protocol === null ? [] : [protocol], {
    headers: { origin: publicUrl, 'accept-language': 'en', ...credentials(who), ...options.headers },
  })
  const heard: Message[] = []
  const waiting = new Set<() => void>()
  const wake = () => waiting.forEach((each) => each())
  ws.on('message', (data) => {
    heard.push(JSON.parse((data as Buffer).toString()) as Message)
    wake()
  })
  ws.on('error', () => undefined)
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
  )
  /** The status of the answer when it was no WebSocket. */
  const refused = new Promise<number>((resolve) =>
    ws.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      response.resume()
      ws.terminate()
    }),
  )
  ws.on('open', () => {
    if (!options.silent) tell({ type: 'connection_init', payload: options.params })
  })
  const tell = (message: object | string) => ws.send(typeof message === 'string' ? message : JSON.stringify(message))

  /** The first message that fits, heard already or within the time. */
  async function until(fits: (message: Message) => boolean, within = 5_000): Promise<Message> {
    const late = performance.now() + within
    for (;;) {
      const found = heard.find(fits)
      if (found) return found
      const left = late - performance.now()
      if (left <= 0) throw new Error(`not heard; only ${JSON.stringify(heard).slice(0, 2_000)}`)
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          waiting.delete(done)
          resolve()
        }
        const timer = setTimeout(done, left)
        waiting.add(done)
      })
    }
  }
  let next = 0
  /** Subscribes, once the connection is acknowledged; the answer knows what came for it. */
  async function subscribe(query: string, variables: Record<string, unknown> = {}) {
    await until(({ type }) => type === 'connection_ack')
    const id = `s${(next += 1)}`
    tell({ id, type: 'subscribe', payload: { query, variables } })
    const mine = (type: string) => heard.filter((message) => message.id === id && message.type === type)
    return {
      id,
      /** Data of what was told so far. */
      told: (): Data[] => mine('next').map(({ payload }) => payload.data),
      /** Waits until so many were told. */
      async count(number: number, within?: number): Promise<Data[]> {
        await until(() => mine('next').length >= number, within)
        return mine('next').map(({ payload }) => payload.data)
      },
      error: async (): Promise<Data[]> =>
        (await until((message) => message.id === id && message.type === 'error')).payload as Data[],
      over: () => until((message) => message.id === id && message.type === 'complete'),
      complete: () => tell({ id, type: 'complete' }),
    }
  }
  return { ws, heard, closed, refused, tell, until, subscribe, hangUp: () => ws.terminate() }
}

/** Time in which something that must not come would have come. */
export const quiet = (milliseconds = 400): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Waits until `look` finds something, at most five seconds. */
export async function eventually<T>(look: () => T | Promise<T>, within = 5_000): Promise<NonNullable<T>> {
  const late = performance.now() + within
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > late) throw new Error('it did not happen in time')
    await quiet(30)
  }
}

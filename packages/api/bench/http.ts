/** A client that costs as little as possible, since it shares the processors with what it measures: bytes on a socket. */
import { connect, type Socket } from 'node:net'

export interface Target {
  port: number
  path: string
  headers?: Readonly<Record<string, string>>
  body: object
}

export interface Answer {
  status: number
  body: string
}

/** One kept-alive connection; one request at a time. */
export class Connection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')))
  }

  /** Sends bytes made by `requestBytes`. */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error('an answer without content-length')
    const total = end + 4 + Number(length)
    if (this.#received.length < total) return
    const body = this.#received.toString('utf8', end + 4, total)
    const waiting = this.#waiting
    this.#received = Buffer.alloc(0)
    this.#waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}

/** A whole POST request. */
export function requestBytes({ port, path, headers, body }: Target): Buffer {
  const text = JSON.stringify(body)
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
}

/** Asks once and wants data without errors. */
export async function askOnce(target: Target): Promise<unknown> {
  const connection = new Connection(target.port)
  try {
    const { status, body } = await connection.ask(requestBytes(target))
    const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown }
    if (status !== 200 || errors || !data)
      throw new Error(`port ${target.port} answered ${status}: ${body.slice(0, 500)}`)
    return data
  } finally {
    connection.close()
  }
}

/** Keeps `connections` busy for `milliseconds`; answers with the number of requests and the milliseconds they had. */
export async function load(
  target: Target,
  connections: number,
  milliseconds: number,
): Promise<{ requests: number; milliseconds: number }> {
  const request = requestBytes(target)
  const all = Array.from({ length: connections }, () => new Connection(target.port))
  const since = performance.now()
  let requests = 0
  try {
    await Promise.all(
      all.map(async (connection) => {
        while (performance.now() - since < milliseconds) {
          const { status, body } = await connection.ask(request)
          if (status !== 200) throw new Error(`port ${target.port} answered ${status}: ${body.slice(0, 500)}`)
          requests += 1
        }
      }),
    )
    return { requests, milliseconds: performance.now() - since }
  } finally {
    for (const connection of all) connection.close()
  }
}

/** Milliseconds of each request, one after the other on one connection. */
export async function latencies(
  targets: readonly Target[],
  accept: (answer: Answer) => boolean = ({ status }) => status === 200,
): Promise<number[]> {
  const connection = new Connection(targets[0]!.port)
  const times: number[] = []
  try {
    for (const target of targets) {
      const request = requestBytes(target)
      const since = performance.now()
      const answer = await connection.ask(request)
      times.push(performance.now() - since)
      if (!accept(answer))
        throw new Error(`port ${target.port} answered ${answer.status}: ${answer.body.slice(0, 500)}`)
    }
    return times
  } finally {
    connection.close()
  }
}

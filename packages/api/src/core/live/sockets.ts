/**
 * GraphQL over WebSocket (protocol `graphql-transport-ws`): subscriptions only. Whoever asks is read anew for each
 * change and whenever the database says that rights have changed; whose right has ended loses the socket.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ApolloServer } from '@apollo/server'
import { GraphQLError, parse, type GraphQLFormattedError } from 'graphql'
import { CloseCode, handleProtocols, makeServer, type OperationResult, type Server } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { isDenial, type Denial } from '../auth/denial.ts'
import { ipBucket } from '../auth/ip.ts'
import type { Gate, Principal } from '../auth/principal.ts'
import { describeError } from '../graphql/describe-error.ts'
import { formatError, isMasked, queryTooComplex } from '../graphql/errors.ts'
import type { ReadContext } from '../graphql/executor.ts'
import type { Caller, Log } from '../graphql/guard.ts'
import type { Slots } from '../graphql/slots.ts'
import type { AnswerStream, LiveHandle } from '../graphql/subscriptions.ts'
import { isConcerned, rightsChannel } from './rights.ts'
import type { Listener } from './listener.ts'

export interface SocketLimits {
  /** Open at a time: of one address, and of everybody together. */
  perAddress: number
  all: number
  subscriptions: number
  /** Bytes of a message, and of what waits to be sent. */
  message: number
  waiting: number
  /** Messages and control frames: so many at once, and so many more each second. */
  burst: number
  perSecond: number
  /** Milliseconds: until `connection_init`; until a message is out; between two looks whether the other side is there. */
  init: number
  sending: number
  heartbeat: number
  /** Without any subscription. */
  idle: number
  /** Between two looks whether a session has run out. */
  recheck: number
}

export const defaultSocketLimits: SocketLimits = {
  perAddress: 200,
  all: 5_000,
  subscriptions: 20,
  message: 64 * 1024,
  waiting: 1024 * 1024,
  burst: 60,
  perSecond: 10,
  init: 3_000,
  sending: 5_000,
  heartbeat: 3_000,
  idle: 60_000,
  recheck: 60_000,
}

/** Why a socket is closed, as `packages/schema/README.md` tells partners. */
const closing = {
  both: [CloseCode.BadRequest, 'Send either a session cookie or an API key, not both.'],
  ended: [CloseCode.Forbidden, 'Your access has ended.'],
  flood: [1008, 'Too many messages.'],
  slow: [1013, 'You read too slowly. Connect again, and ask for what you show.'],
  idle: [1000, 'Nothing is subscribed to.'],
  restart: [1001, 'The server ends. Connect again.'],
} as const satisfies Record<string, readonly [number, string]>

/** What becomes a socket: its request, as the web server sees it. */
export interface Knock {
  raw: IncomingMessage
  socket: Duplex
  head: Buffer
  headers: IncomingHttpHeaders
  url: string
  ip: string
}

type SocketContext = Caller & ReadContext

export interface SocketOptions<C extends SocketContext> {
  graphql: ApolloServer<C>
  gate: Gate
  listener: Listener
  /** Makes the context of one operation. */
  context: (parts: {
    principal: Principal | null
    live: LiveHandle
    requestId: string
    ip: string
    headers: IncomingHttpHeaders
    gone: AbortSignal
  }) => C
  /** Null where the rate is not limited. */
  slots: Slots | null
  limits?: Partial<SocketLimits>
  log: Log
}

interface Open {
  ws: WebSocket
  knock: Knock
  principal: Principal | null
  proof: string
  again: () => Promise<Principal | Denial>
  streams: Set<AnswerStream>
  end: AbortController
  alive: number
  tokens: number
  tokensAt: number
  idleSince: number
}

/** graphql-ws wants a document to know the kind of operation by; ours was parsed and checked by then. */
const anySubscription = parse('subscription { any }')

export class Sockets<C extends SocketContext> {
  readonly #options: SocketOptions<C>
  readonly #limits: SocketLimits
  readonly #open = new Set<Open>()
  readonly #addresses = new Map<string, number>()
  readonly #web: WebSocketServer
  readonly #protocol: Server<Open>
  readonly #timers: NodeJS.Timeout[]
  #draining = false

  constructor(options: SocketOptions<C>) {
    this.#options = options
    this.#limits = { ...defaultSocketLimits, ...options.limits }
    const { message, heartbeat, recheck, init } = this.#limits
    this.#web = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: message,
      perMessageDeflate: false,
      handleProtocols: (protocols) => handleProtocols(protocols) || false,
    })
    this.#protocol = makeServer<Record<string, unknown>, Open>({
      connectionInitWaitTimeout: init,
      jsonMessageReviver: withoutPrototypes,
      onConnect: ({ extra, connectionParams }) => this.#connect(extra, connectionParams),
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        this.#subscribe(extra, Object.keys(subscriptions).length, payload),
      subscribe: (args) => args.contextValue as OperationResult,
      onError: (_context, _id, _payload, errors) => errors.map((error) => this.#told(error)),
    })
    this.#timers = [
      setInterval(() => this.#beat(), heartbeat).unref(),
      setInterval(() => void this.#recheck(() => true, false), recheck).unref(),
    ]
    options.listener.on(rightsChannel, (text) => {
      void this.#recheck((principal) => isConcerned(principal, text), true)
    })
    options.listener.onGap(() => void this.#recheck(() => true, true))
  }

  get size(): number {
    return this.#open.size
  }

  /** The status to refuse with, when there is no room. */
  refusal({ ip }: { ip: string }): 429 | 503 | undefined {
    if (this.#draining || this.#open.size >= this.#limits.all) return 503
    return (this.#addresses.get(ipBucket(ip)) ?? 0) >= this.#limits.perAddress ? 429 : undefined
  }

  /** Turns a request into a socket. */
  take(knock: Knock): void {
    this.#web.handleUpgrade(knock.raw, knock.socket, knock.head, (ws) => this.#opened(ws, knock))
  }

  /** Says goodbye to everybody, and takes nobody more. */
  async close(): Promise<void> {
    this.#draining = true
    this.#timers.forEach(clearInterval)
    const all = [...this.#open]
    const ended = all.map(({ ws }) => new Promise<void>((resolve) => ws.once('close', () => resolve())))
    for (const each of all) this.#end(each, closing.restart)
    await Promise.all(ended)
    this.#web.close()
  }

  #opened(ws: WebSocket, knock: Knock): void {
    const now = performance.now()
    const open: Open = {
      ws,
      knock,
      principal: null,
      proof: '',
      again: () => Promise.reject(new Error('nobody')),
      streams: new Set(),
      end: new AbortController(),
      alive: 0,
      tokens: this.#limits.burst,
      tokensAt: now,
      idleSince: now,
    }
    this.#open.add(open)
    const address = ipBucket(knock.ip)
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1)
    let heard: ((text: string) => Promise<void>) | undefined
    const closed = this.#protocol.opened(
      {
        protocol: ws.protocol,
        send: (text) => this.#send(open, text),
        close: (code, reason) => this.#end(open, [code ?? CloseCode.InternalServerError, reason ?? '']),
        onMessage: (take) => (heard = take),
      },
      open,
    )
    ws.on('message', (data, binary) => {
      if (!this.#spend(open)) return
      if (binary) return this.#end(open, [1003, 'Send text.'])
      heard?.((data as Buffer).toString()).catch((error: unknown) => {
        this.#options.log.error({ error: describeError(error) }, 'a message of a socket failed')
        this.#end(open, [CloseCode.InternalServerError, 'Something went wrong on our side.'])
      })
    })
    ws.on('ping', () => this.#spend(open)).on('pong', () => {
      if (this.#spend(open)) open.alive = 0
    })
    // What is wrong with a frame closes the socket by itself.
    ws.on('error', () => undefined)
    ws.once('close', (code, reason) => {
      this.#leave(open)
      const left = (this.#addresses.get(address) ?? 1) - 1
      if (left) this.#addresses.set(address, left)
      else this.#addresses.delete(address)
      closed(code, String(reason)).catch(() => undefined)
    })
  }

  async #connect(open: Open, params: Record<string, unknown> | undefined): Promise<boolean> {
    const { headers, url, ip } = open.knock
    const given = params?.['authorization'] ?? params?.['Authorization']
    if (given !== undefined && headers.authorization !== undefined) return this.#refuse(open, closing.both)
    // What is no text is no key.
    const authorization = given === undefined ? headers.authorization : typeof given === 'string' ? given : ''
    const who = await this.#options.gate.follow({ headers: { ...headers, authorization }, url, ip })
    if (who === null) return true
    if (isDenial(who)) {
      const code = { 400: CloseCode.BadRequest, 401: CloseCode.Unauthorized, 429: 4429 }[who.status]
      return this.#refuse(open, [code, who.message])
    }
    Object.assign(open, who)
    return true
  }

  #refuse(open: Open, why: readonly [number, string]): false {
    this.#end(open, why)
    return false
  }

  async #subscribe(
    open: Open,
    count: number,
    payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
  ) {
    const { subscriptions } = this.#limits
    if (count > subscriptions) return [queryTooComplex(`A socket takes at most ${subscriptions} subscriptions.`)]
    const { graphql, slots } = this.#options
    const live: LiveHandle = { proof: open.proof, renew: () => this.#renew(open, live) }
    let giveBack: (() => void) | undefined
    try {
      giveBack = open.principal && slots ? await slots.take(open.principal.id, open.end.signal) : undefined
      const { body } = await graphql.executeOperation(
        {
          query: payload.query,
          operationName: payload.operationName ?? undefined,
          variables: payload.variables ?? undefined,
        },
        { contextValue: this.#contextOf(open, live) },
      )
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined
      if (errors?.length) return errors.map(asError)
      const stream = live.opened!
      if (open.end.signal.aborted) void stream.return()
      return { schema: undefined as never, document: anySubscription, contextValue: this.#kept(open, stream) }
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })]
    } finally {
      giveBack?.()
    }
  }

  /** The stream, known to the socket as long as it lasts. */
  #kept(open: Open, stream: AnswerStream): AnswerStream {
    open.streams.add(stream)
    const forget = () => {
      open.streams.delete(stream)
      if (open.streams.size === 0) open.idleSince = performance.now()
    }
    const kept: AnswerStream = {
      ...stream,
      async next() {
        try {
          const result = await stream.next()
          if (result.done) forget()
          return result
        } catch (error) {
          forget()
          throw error
        }
      },
      return() {
        forget()
        return stream.return()
      },
      [Symbol.asyncIterator]: () => kept,
    }
    return kept
  }

  #contextOf({ principal, knock, end }: Open, live: LiveHandle): C {
    const { ip, headers } = knock
    return this.#options.context({ principal, live, requestId: randomUUID(), ip, headers, gone: end.signal })
  }

  async #renew(open: Open, live: LiveHandle): Promise<C | null> {
    const now = await open.again()
    if (isDenial(now)) return (this.#end(open, closing.ended), null)
    if (open.end.signal.aborted) return null
    open.principal = now
    return this.#contextOf(open, live)
  }

  /** Reads anew who those are; whose right has ended loses the socket, the others' doors are asked again (`loudly`). */
  async #recheck(concerned: (principal: Principal) => boolean, loudly: boolean): Promise<void> {
    const all = [...this.#open].filter(({ principal }) => principal && concerned(principal))
    const same = Map.groupBy(all, ({ proof }) => proof)
    for (const those of same.values()) {
      try {
        const now = await those[0]!.again()
        for (const open of those) {
          if (isDenial(now)) this.#end(open, closing.ended)
          else {
            open.principal = now
            if (loudly) for (const stream of open.streams) stream.reconsider(now)
          }
        }
      } catch (error) {
        // Nobody is told anything before this could be asked: each change asks it too.
        this.#options.log.warn({ error: describeError(error) }, 'could not find out whose socket it is')
      }
    }
  }

  #send(open: Open, text: string): Promise<void> {
    const { ws } = open
    if (ws.readyState !== ws.OPEN) return Promise.resolve()
    if (ws.bufferedAmount > this.#limits.waiting) {
      this.#end(open, closing.slow)
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#end(open, closing.slow)
        resolve()
      }, this.#limits.sending)
      ws.send(text, () => {
        clearTimeout(late)
        resolve()
      })
    })
  }

  #spend(open: Open): boolean {
    const { burst, perSecond } = this.#limits
    const now = performance.now()
    open.tokens = Math.min(burst, open.tokens + ((now - open.tokensAt) / 1_000) * perSecond) - 1
    open.tokensAt = now
    if (open.tokens >= 0) return true
    this.#end(open, closing.flood)
    return false
  }

  #beat(): void {
    const now = performance.now()
    for (const open of this.#open) {
      const { ws } = open
      open.alive += 1
      if (open.alive > 2 && ws.bufferedAmount > 0) this.#end(open, closing.slow)
      else if (open.alive > 2) ws.terminate()
      else if (open.streams.size === 0 && now - open.idleSince > this.#limits.idle) this.#end(open, closing.idle)
      else if (ws.readyState === ws.OPEN) ws.ping()
    }
  }

  /** Says why, and lets go at once of what it listened to; whoever does not say goodbye in time is cut off. */
  #end(open: Open, [code, reason]: readonly [number, string]): void {
    this.#leave(open)
    open.ws.close(code, reason)
    setTimeout(() => open.ws.terminate(), 2_000).unref()
  }

  #leave(open: Open): void {
    this.#open.delete(open)
    for (const stream of open.streams) void stream.return()
    open.streams.clear()
    open.end.abort()
  }

  #told(error: GraphQLError): GraphQLFormattedError {
    // A refusal of the opening has been made fit, and has its request's id.
    if (!isMasked(error) || error.extensions['requestId']) return formatError(error.toJSON(), error)
    const requestId = randomUUID()
    this.#options.log.error({ requestId, error: describeError(error) }, 'a subscription failed')
    const masked = formatError(error.toJSON(), error)
    return { ...masked, extensions: { ...masked.extensions, requestId } }
  }
}

/** An error that was made fit for the outside already. */
const asError = ({ message, path, extensions }: GraphQLFormattedError) =>
  new GraphQLError(message, { path, extensions })

/** Keys that reach for prototypes are refused, as in bodies. */
function withoutPrototypes(key: string, value: unknown): unknown {
  const reaches =
    key === '__proto__' ||
    (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'))
  if (reaches) throw new SyntaxError('A key of this message is not taken')
  return value
}

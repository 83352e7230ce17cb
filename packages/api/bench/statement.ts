/** What our reader sends to PostgreSQL for an operation, caught before it leaves. */
import { getOperationAST, parse, type OperationDefinitionNode } from 'graphql'
import type { Connection, Pool } from 'pg'
import { codeFields, codeRoots } from '../src/app/features.ts'
import { makeSchema } from '../src/app/schema.ts'
import type { Principal } from '../src/core/auth/principal.ts'
import { startClock } from '../src/core/clock.ts'
import { createExecutor } from '../src/core/graphql/executor.ts'
import { Reader } from '../src/core/read/reader.ts'

export interface Message {
  text: string
  values?: unknown[]
}

/** Role and principal are set by the first, in the transaction that the second reads in. */
export interface Sent {
  session: Message
  statement: Message
}

/** A read of `core/read`, which writes to the connection itself. */
interface Trip {
  submit: (connection: Connection) => void
  handleReadyForQuery: () => void
}

/** Makes a function that tells what is sent for an operation of one root field, asked by a principal. */
export async function statementMaker(): Promise<
  (principal: Principal, query: string, variables?: Record<string, unknown>) => Promise<Sent>
> {
  const { schema, doors, model } = await makeSchema()
  let caught: Message[] = []
  const client = {
    query(message: string | Message | Trip) {
      if (typeof message === 'object' && 'submit' in message) catchTrip(message, caught)
      else caught.push(typeof message === 'string' ? { text: message } : message)
      return Promise.resolve({ rows: [{ answer: 'null' }] })
    },
    release: () => undefined,
  }
  const reader = new Reader(
    schema,
    model,
    doors,
    { connect: async () => client } as unknown as Pool,
    startClock('Europe/Istanbul'),
  )
  const execute = createExecutor({ schema, reader, codeRoots, codeFields })
  return async (principal, query, variables = {}) => {
    caught = []
    const document = parse(query)
    const operation = getOperationAST(document) as OperationDefinitionNode
    const { errors } = await execute({
      document,
      operation,
      operationName: undefined,
      variables,
      coerced: variables,
      context: { principal, reader },
      queryHash: '',
    })
    if (errors?.length) throw errors[0]!
    const [session, statement] = caught.filter(({ text }) => /set_config|as answer/.test(text))
    if (!session || !statement) throw new Error('the reader sent no statement')
    return { session, statement }
  }
}

function catchTrip(trip: Trip, caught: Message[]) {
  let text = ''
  const nothing = () => undefined
  trip.submit({
    stream: { cork: nothing, uncork: nothing },
    parse: (message: Message) => (text = message.text),
    bind: ({ values }: Message) => caught.push({ text, values }),
    execute: nothing,
    close: nothing,
    sync: nothing,
  } as unknown as Connection)
  trip.handleReadyForQuery()
}

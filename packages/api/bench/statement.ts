/** The messages that our reader sends to PostgreSQL for an operation, caught before they leave. */
import { getOperationAST, parse, type OperationDefinitionNode } from 'graphql'
import type { Pool } from 'pg'
import { codeFields, codeRoots } from '../src/app/features.ts'
import { makeSchema } from '../src/app/schema.ts'
import type { Principal } from '../src/core/auth/principal.ts'
import { createExecutor } from '../src/core/graphql/executor.ts'
import { Reader } from '../src/core/read/reader.ts'

export interface Message {
  text: string
  name?: string
  values?: unknown[]
}

/** Makes a function that tells the messages of an operation for a principal: begin, session, statement, commit. */
export async function statementMaker(): Promise<(principal: Principal, query: string) => Promise<Message[]>> {
  const { schema, doors, model } = await makeSchema()
  let caught: Message[] = []
  const client = {
    async query(message: string | Message) {
      caught.push(typeof message === 'string' ? { text: message } : message)
      return { rows: [{ answer: 'null' }] }
    },
    release: () => undefined,
  }
  const reader = new Reader(schema, model, doors, { connect: async () => client } as unknown as Pool)
  const execute = createExecutor({ schema, reader, codeRoots, codeFields })
  return async (principal, query) => {
    caught = []
    const document = parse(query)
    const operation = getOperationAST(document) as OperationDefinitionNode
    const context = { principal, reader }
    const { errors } = await execute({
      document,
      operation,
      operationName: undefined,
      variables: {},
      coerced: {},
      context,
      queryHash: '',
    })
    if (errors?.length) throw errors[0]!
    return caught
  }
}

/** The one of the messages that reads. */
export function readingMessage(messages: readonly Message[]): Message {
  const found = messages.find(({ text }) => text.includes('as answer'))
  if (!found) throw new Error('the reader sent no statement')
  return found
}

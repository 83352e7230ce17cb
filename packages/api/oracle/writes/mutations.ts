/**
 * Every mutation from outside: who may not try, hears so; an id that is not for the one who tries is as good as none,
 * wherever in the input it stands; and nothing is changed by any of it.
 */
import { getNamedType, isInputObjectType, isListType, isNonNullType, type GraphQLSchema } from 'graphql'
import type { Answer, Sql } from '../../test/house.ts'
import type { Expected } from '../answer.ts'
import type { Dice } from '../dice.ts'
import type { Caller } from '../model/asker.ts'
import type { Args, MutationCase } from '../model/feature.ts'
import type { Question } from '../model/question.ts'
import type { Case, Oracle } from '../oracle.ts'

/** A write that must be refused, and how. */
export interface WriteCase extends Case {
  mutation: string
  expected: Expected | { is: 'REFUSED' } | { is: 'PROBLEM' } | { is: 'NOT_FOUND'; path: string }
}

/** Everything that a caller can try which must change nothing. */
export function* writesOf(oracle: Oracle, caller: Caller, dice: Dice): Generator<WriteCase> {
  const { schema, model } = oracle.answerer
  const question = oracle.questionOf(caller)
  for (const [mutation, write] of Object.entries(model.mutations)) {
    const make = (input: Args, expected: WriteCase['expected'] = { is: 'PROBLEM' }): WriteCase => {
      const asked = { caller, document: documentOf(schema, mutation), variables: { input } }
      const doors = oracle.expected(asked, { answers: false })
      return { ...asked, mutation, expected: doors.is === 'data' ? expected : doors }
    }
    const harmless = make(write.harmless(oracle.world))
    yield harmless
    if (harmless.expected.is !== 'PROBLEM' || !question) continue
    for (const [name, { value }] of Object.entries(write.guarded ?? {}))
      yield make({ ...write.harmless(oracle.world), [name]: value })
    yield* withIds(schema, oracle, question, mutation, write, make, dice)
  }
}

/** Good input but for one id: there for others, of another type, of nothing, or none. */
function* withIds(
  schema: GraphQLSchema,
  oracle: Oracle,
  question: Question,
  mutation: string,
  write: MutationCase,
  make: (input: Args, expected: WriteCase['expected']) => WriteCase,
  dice: Dice,
): Generator<WriteCase> {
  const good = write.good?.(question)
  if (!good) return
  for (const [path, type] of Object.entries(write.ids ?? {})) {
    const hidden = hiddenIds(oracle, question, type)
    const other = oracle.world.events[0]!.id
    const ids = [oracle.world.missing[0]!, ...dice.some(hidden, 1, 1), other, 'kimse']
    for (const id of ids)
      yield make({ ...good, [path]: isList(schema, mutation, path) ? [id] : id }, { is: 'NOT_FOUND', path })
  }
}

/** Ids of a type that are there, but not for the one who asks. */
function hiddenIds({ world, answerer }: Oracle, question: Question, type: string): string[] {
  if (type === 'Session')
    return world.sessions.filter(({ accountId }) => accountId !== question.asker.accountId).map(({ id }) => id)
  if (type === 'RunningTimer')
    return world.timers.filter(({ technicianId }) => technicianId !== question.asker.id).map(({ id }) => id)
  if (type === 'NoticeDelivery')
    return world.deliveries.filter(({ contractId }) => !question.row('Contract', contractId)).map(({ id }) => id)
  const visible = new Set(question.rows(type as never).map(({ id }) => id))
  return answerer.model.nodes[type]!.rows(world)
    .map(({ id }) => id)
    .filter((id) => !visible.has(id))
}

function inputOf(schema: GraphQLSchema, mutation: string) {
  const [argument] = schema.getMutationType()!.getFields()[mutation]!.args
  return argument!.type
}

function isList(schema: GraphQLSchema, mutation: string, path: string): boolean {
  const input = getNamedType(inputOf(schema, mutation))
  const type = isInputObjectType(input) ? input.getFields()[path]!.type : undefined
  return isListType(isNonNullType(type) ? type.ofType : type)
}

const documentOf = (schema: GraphQLSchema, mutation: string) =>
  `mutation ($input: ${String(inputOf(schema, mutation))}) { it: ${mutation}(input: $input) { __typename errors { code path message } } }`

/** What is wrong with the answer to a write; null when it was refused as it must be. */
function wrongInWrite({ data, errors }: Answer, { expected }: WriteCase): string | null {
  const got = `got ${JSON.stringify(errors ?? data)}`
  if (expected.is === 'PROBLEM' || expected.is === 'NOT_FOUND') {
    const problems =
      (data as { it?: { errors: { code: string; path: string[] }[] } } | null | undefined)?.it?.errors ?? []
    if (problems.length === 0) return `expected a problem, ${got}`
    if (expected.is === 'PROBLEM') return null
    const named =
      problems.length === 1 && problems[0]!.code === 'NOT_FOUND' && problems[0]!.path.join('.') === expected.path
    return named ? null : `expected NOT_FOUND at ${expected.path}, ${got}`
  }
  const code = expected.is === 'REFUSED' ? 'UNAUTHENTICATED' : expected.is
  const [error] = errors ?? []
  if (data || error?.extensions['code'] !== code) return `expected ${code}, ${got}`
  if (expected.is !== 'FORBIDDEN') return null
  return expected.closed.some(
    ({ path, lacks }) => path.join('.') === error.path?.join('.') && lacks === error.extensions['permission'],
  )
    ? null
    : `expected one of ${JSON.stringify(expected.closed)}, ${got}`
}

const watched = [
  'customer',
  'customer_group',
  'contact',
  'role',
  'technician',
  'technician_customer',
  'api_key',
  'api_key_customer',
  'asset',
  'ticket',
  'ticket_comment',
  'ticket_approval',
  'attachment',
  'job',
  'job_row',
  'number_series',
  'contract_type',
  'contract',
  'contract_term',
  'contract_plan',
  'contract_notice',
  'contract_notice_user',
  'contract_notice_contact',
  'notice_template',
  'notice_delivery',
  'time_entry',
  'running_timer',
  'working_calendar',
  'service_plan',
  'service_plan_revision',
  'audit_event',
  'outgoing_mail',
  'idempotency_key',
  'sign_in.account',
  'sign_in.credential',
  'sign_in.verification',
  // One that has ended goes for good as soon as somebody comes with it.
  '(select * from sign_in.session where expires_at > now())',
]

/** One number for all that is in each table. */
async function fingerprints(sql: Sql): Promise<string[]> {
  const parts = watched.map(
    (table) =>
      `select $t$${table}$t$ as "table", md5(string_agg(t::text, '|' order by t::text collate "C")) as print from ${table} t`,
  )
  const rows = await sql<{ table: string; print: string | null }>(parts.join(' union all '))
  return rows.map(({ table, print }) => `${table}: ${print}`)
}

/** Tries a caller's writes one after the other; what is wrong with the first that was not refused as it must be. */
export async function firstWriteThrough(oracle: Oracle, cases: Iterable<WriteCase>): Promise<string | null> {
  const before = await fingerprints(oracle.house.sql)
  const nothing = new Map<string, string>()
  for (const each of cases) {
    const { caller, document, variables, expected, mutation } = each
    const answer = await oracle.house.ask(caller.who, document, variables)
    const told = (reason: string) => `${mutation} by ${caller.label} with ${JSON.stringify(variables)}: ${reason}`
    const wrong = wrongInWrite(answer, each)
    if (wrong) return told(wrong)
    if (expected.is !== 'NOT_FOUND') continue
    // The first id tried at a path is one of nothing.
    const place = `${mutation} ${expected.path}`
    const first = nothing.get(place)
    if (first === undefined) nothing.set(place, answer.text)
    else if (first !== answer.text) return told(`other bytes than for an id of nothing: ${first} / ${answer.text}`)
  }
  const changed = (await fingerprints(oracle.house.sql))
    .filter((print) => !before.includes(print))
    .map((print) => print.split(':')[0])
  return changed.length > 0 ? `${changed.join(', ')}: changed by writes that were all refused` : null
}

/** The verbs of service plans. */
import { found } from '../../core/db/find.ts'
import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { moneyText } from '../../core/graphql/money.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { cleanName } from '../../core/graphql/text.ts'
import { generic } from '../../core/graphql/messages.ts'
import { change, created, record, type Change } from '../audit/index.ts'
import { CalendarEntity, PlanEntity, RevisionEntity, type PlanRow } from './plan.entity.ts'
import type { CreateServicePlanInput, UpdateServicePlanInput } from './plan.inputs.ts'
import { termsOf, type Terms } from './plan.terms.ts'

const maxTitle = 200
const maxDescription = 2_000

/** Enters a service plan as revision 1. Problems: REQUIRED and INVALID at the field; calendarId NOT_FOUND. */
export function createServicePlan(context: VerbContext, input: CreateServicePlanInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createServicePlan', input, async () => {
      const fields = { title: titleOf(input.title), description: descriptionOf(input.description) ?? null }
      const terms = await checked(em, termsOf(input, null))
      const row = em.create(PlanEntity, { ...fields, id: newId(), revision: 1, active: true })
      await em.flush()
      em.create(RevisionEntity, { ...terms, costBases: [...terms.costBases], planId: row.id, revision: 1 })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'ServicePlan',
        subjectId: row.id,
        changes: [...created(fields), ...told(null, terms)],
      })
      return { servicePlan: row.id }
    }),
  )
}

/** Changes a plan. A changed pricing is a new revision; what runs under an older one stays what it was. */
export function updateServicePlan(context: VerbContext, input: UpdateServicePlanInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    if (input.title === null) throw new Problem('REQUIRED', ['title'])
    const changes = change<PlanRow>(row, {
      title: input.title === undefined ? undefined : titleOf(input.title),
      description: descriptionOf(input.description),
      active: input.active ?? undefined,
    })
    const before = await em.findOneOrFail(RevisionEntity, { planId: row.id, revision: row.revision })
    const terms = await checked(em, termsOf(input, before as unknown as Terms))
    const priced = told(before as unknown as Terms, terms)
    if (priced.length) {
      row.revision += 1
      em.create(RevisionEntity, { ...terms, costBases: [...terms.costBases], planId: row.id, revision: row.revision })
      changes.push(...priced)
    }
    await em.flush()
    if (changes.length)
      await record(em, context, { action: 'UPDATED', subjectType: 'ServicePlan', subjectId: row.id, changes })
    return { servicePlan: row.id }
  })
}

/** Deletes a plan that nothing was agreed under, with its revisions. */
export function deleteServicePlan(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    await record(em, context, {
      action: 'DELETED',
      subjectType: 'ServicePlan',
      subjectId: row.id,
      changes: [{ field: 'title', from: row.title, to: null }],
    })
    await em.nativeDelete(PlanEntity, { id: row.id })
    return { deletedId: input.id }
  })
}

async function current(em: Em, input: { id: string; version: number }): Promise<PlanRow> {
  const row = await found(em, PlanEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ servicePlan: row.id })
  return row
}

/** The calendar is there. */
async function checked(em: Em, terms: Terms): Promise<Terms> {
  if (terms.calendarId !== null) await found(em, CalendarEntity, terms.calendarId, ['calendarId'])
  return terms
}

function titleOf(value: string): string {
  const title = cleanName(value, ['title'])
  if (title.length > maxTitle)
    throw new Problem('INVALID', ['title'], { key: generic['text.tooLong'], params: { max: maxTitle } })
  return title
}

function descriptionOf(value: string | null | undefined): string | null | undefined {
  const text = value?.trim()
  if (text && text.length > maxDescription)
    throw new Problem('INVALID', ['description'], { key: generic['text.tooLong'], params: { max: maxDescription } })
  return value === undefined ? undefined : text || null
}

/** What a new revision says otherwise, as the audit log tells it. */
function told(before: Terms | null, terms: Terms): Change[] {
  const [was, is] = [before ? wordsOf(before) : {}, wordsOf(terms)]
  return Object.keys(is).flatMap((field) => {
    const [from, to] = [was[field] ?? null, is[field] ?? null]
    return from === to ? [] : [{ field, from, to }]
  })
}

/** A revision in words, field by field as the schema names them; nothing where nothing is said. */
function wordsOf(terms: Terms): Record<string, string | null> {
  const { currency, fixedFee, hourlyRate, ticketRate, bandRates, costBases, calendarId, ...rest } = terms
  const money = (amount: string | null) => (amount === null ? null : moneyText({ amount, currency }))
  const plain = (value: string | number | boolean | null) =>
    value === null || value === false
      ? null
      : String(value)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, '')
  return {
    ...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, plain(value)])),
    fixedFee: money(fixedFee),
    hourlyRate: money(hourlyRate),
    ticketRate: money(ticketRate),
    bandRates: bandRates.map(({ band, amount }) => `${band} ${money(amount)}`).join(', ') || null,
    costBases: costBases.join(', ') || null,
    calendar: calendarId,
  }
}

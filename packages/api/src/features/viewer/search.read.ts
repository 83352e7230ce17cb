/** Search over what the one who asks may see: folded, the words in any order, the likest first. */
import { badUserInput } from '../../core/graphql/errors.ts'
import { escapeLike, foldedOnce, type FieldModel, type Pen } from '../../core/read/model.ts'
import { lookedThrough, oftenIn } from '../../core/read/often.ts'

const fewest = 2
/** Nobody types more; every further word would be compared with every row. */
const most = 200
const usual = 25
/** Shorter words have no trigram of their own: they are looked for at the beginnings of words only. */
const trigram = 3

/** What was typed, with single spaces. BAD_USER_INPUT when it is too short or too long to be looked for. */
function typed(value: unknown): string {
  const text = String(value).trim().replace(/\s+/g, ' ')
  if (text.length < fewest || text.length > most)
    throw badUserInput(`\`text\` must have ${fewest} to ${most} characters.`, { extensions: { argument: 'text' } })
  return text
}

const words = (value: unknown) => typed(value).split(' ').map(escapeLike)
const longest = (value: unknown) => words(value).reduce((one, other) => (other.length > one.length ? other : one))
const pattern = (shortly: (word: string) => string) => (value: unknown) => {
  const word = longest(value)
  return word.length < trigram ? shortly(word) : `%${word}%`
}

interface Kind {
  type: string
  table: string
  /** Column that holds the customer; null where rows belong to none. */
  customer: string | null
  name: string
  /** What else a row must be. */
  also?: string
  /** Of a kind with very many rows: the column by which the newest hits are ranked, as many as `ranked`. */
  newestBy?: string
  /** The newest hits that begin with the text are ranked too: names do, numbers of tickets tell nothing. */
  beginnings?: true
}

/** Enough for every word that says something: who types one that every other row has is shown what is new. */
const ranked = 200

function hits(pen: Pen, kind: Kind): string {
  const { type, name } = kind
  const text = (map: (value: unknown) => unknown) => foldedOnce(pen.arg('text', 'text', map))
  const begins = `x.search_fold like ${text((value) => `${escapeLike(typed(value))}%`)}`
  const inside = `x.search_fold like ${text((value) => `% ${escapeLike(typed(value))}%`)}`
  return `(select '${type}' as type, x.id, x.${name} as name,
      case when ${begins} then 0 when ${inside} then 1 else 2 end as rank,
      similarity(x.search_fold, ${text(typed)}) as likeness
    from ${candidates(pen, kind, text, begins)}
    order by rank, likeness desc, x.${name} collate "tr-x-icu", x.id limit ${limitOf(pen)})`
}

/** Rows `x` that have the words and may be seen; of a kind with very many rows some of them. */
function candidates(
  pen: Pen,
  { type, table, customer, also = 'true', newestBy, beginnings }: Kind,
  text: (map: (value: unknown) => unknown) => string,
  begins: string,
): string {
  const first = text(pattern((word) => `${word}%`))
  const later = text(pattern((word) => `% ${word}%`))
  const all = `array(select tr_fold(w) from unnest(${pen.arg('text', 'text[]', (value) => words(value).map((word) => `%${word}%`))}) w)`
  const hit = (x: string) =>
    `(${x}.search_fold like ${first} or ${x}.search_fold like ${later}) and ${x}.search_fold like all (${all})`
  const within = customer ? pen.within(`x.${customer}`) : 'true'
  const open = `${pen.open(type)} and ${within} and ${also}`
  if (!newestBy) return `${table} x where ${open} and ${hit('x')}`
  const newest = `order by x.${newestBy} desc, x.id desc limit ${ranked}`
  // PostgreSQL takes `offset 0` for a fence: what is ordered is what was found.
  const collected = (condition: string) =>
    `(select x.id from (select x.* from ${table} x where ${open} and ${condition} offset 0) x ${newest})`
  // Both ways end with the same rows: walking the order finds words that many rows have, an index those that few have.
  const either = `(with often as materialized (select ${oftenIn(table, hit)} as yes)
      (select x.id from ${table} x where ${open} and ${lookedThrough(hit('x'))} and (select yes from often) ${newest})
      union all ${collected(`${hit('x')} and not (select yes from often)`)})`
  // Who does not reach all looks through what is within reach.
  const ids = [
    within === 'true' ? either : collected(hit('x')),
    ...(beginnings ? [collected(`${begins} and ${hit('x')}`)] : []),
  ]
  return `(${ids.join(' union ')}) c join ${table} x on x.id = c.id`
}

/** A former customer is named by old tickets; by what else it has it must not be found. */
const ofPresent = (pen: Pen) =>
  pen.kind === 'CONTACT' ? `x.id = ${pen.principal((who) => who.customerId, 'uuid')}` : 'true'

const limitOf = (pen: Pen) => `coalesce(${pen.arg('first', 'int')}, ${usual})`

export const search: FieldModel = {
  is: 'anyList',
  rows: (_t, _p, pen) => {
    const kinds: Kind[] = [
      { type: 'Customer', table: 'customer', customer: 'id', name: 'name', also: ofPresent(pen) },
      {
        type: 'Contact',
        table: 'contact',
        customer: 'customer_id',
        name: 'name',
        newestBy: 'created_at',
        beginnings: true,
      },
      { type: 'Contract', table: 'contract', customer: 'customer_id', name: 'name' },
      { type: 'Ticket', table: 'ticket', customer: 'customer_id', name: 'subject', newestBy: 'opened_at' },
    ]
    // A table that contacts may not even name.
    if (pen.kind !== 'CONTACT')
      kinds.push({ type: 'ServicePlan', table: 'service_plan', customer: null, name: 'title' })
    return kinds.map((kind) => hits(pen, kind)).join(' union all ')
  },
  order: 'r.rank, r.likeness desc, r.name collate "tr-x-icu", r.id',
  limit: limitOf,
}

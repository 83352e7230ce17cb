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
  /** Of a kind with very many rows the newest hits by this column are ranked, as many as `ranked`. */
  newestBy?: string
}

/** Enough for every word that says something: who types one that every other row has is shown what is new. */
const ranked = 200

function hits(pen: Pen, { type, table, customer, name, also = 'true', newestBy }: Kind): string {
  const text = (map: (value: unknown) => unknown) => foldedOnce(pen.arg('text', 'text', map))
  const begins = text((value) => `${escapeLike(typed(value))}%`)
  const inside = text((value) => `% ${escapeLike(typed(value))}%`)
  const first = text(pattern((word) => `${word}%`))
  const later = text(pattern((word) => `% ${word}%`))
  const all = `array(select tr_fold(w) from unnest(${pen.arg('text', 'text[]', (value) => words(value).map((word) => `%${word}%`))}) w)`
  const matches = (column: string) =>
    `(${column} like ${first} or ${column} like ${later}) and ${column} like all (${all})`
  const within = customer ? pen.within(`x.${customer}`) : 'true'
  const hit = (column: string) => `${pen.open(type)} and ${within} and ${also} and ${matches(column)}`
  const folded = 'x.search_fold'
  const candidates = newestBy
    ? `${newestHits({ table, newestBy, hit, reachesAll: within === 'true', matches })} c join ${table} x on x.id = c.id`
    : `${table} x where ${hit(folded)}`
  return `(select '${type}' as type, x.id, x.${name} as name,
      case when ${folded} like ${begins} then 0 when ${folded} like ${inside} then 1 else 2 end as rank,
      similarity(${folded}, ${text(typed)}) as likeness
    from ${candidates}
    order by rank, likeness desc, x.${name} collate "tr-x-icu", x.id limit ${limitOf(pen)})`
}

/**
 * Ids of the newest hits. Both ways of finding them end with the same: who reaches all walks the order for words that many
 * rows have, and collects what the index finds for others; who does not looks through the rows within reach.
 */
function newestHits(kind: {
  table: string
  newestBy: string
  hit: (column: string) => string
  reachesAll: boolean
  matches: (column: string) => string
}): string {
  const { table, newestBy, hit, reachesAll, matches } = kind
  const newest = `order by x.${newestBy} desc, x.id desc limit ${ranked}`
  const collected = (also: string) =>
    `select x.id from (select x.* from ${table} x where ${hit('x.search_fold')}${also} offset 0) x ${newest}`
  if (!reachesAll) return `(${collected('')})`
  const often = oftenIn(table, (row) => matches(lookedThrough(`${row}.search_fold`)))
  const walked = `select x.id from ${table} x where ${hit(lookedThrough('x.search_fold'))} and (select yes from often) ${newest}`
  return `(with often as materialized (select ${often} as yes)
      (${walked}) union all (${collected(' and not (select yes from often)')}))`
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
      { type: 'Contact', table: 'contact', customer: 'customer_id', name: 'name' },
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

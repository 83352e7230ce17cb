/** Search over what the one who asks may see: folded, the words in any order, the likest first. */
import { badUserInput } from '../../core/graphql/errors.ts'
import { escapeLike, foldedOnce, type FieldModel, type Pen } from '../../core/read/model.ts'

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

function hits(pen: Pen, type: string, table: string, customer: string | null, name = 'name', also = 'true'): string {
  const limit = limitOf(pen)
  const text = (map: (value: unknown) => unknown) => foldedOnce(pen.arg('text', 'text', map))
  const begins = text((value) => `${escapeLike(typed(value))}%`)
  const inside = text((value) => `% ${escapeLike(typed(value))}%`)
  const all = `array(select tr_fold(w) from unnest(${pen.arg('text', 'text[]', (value) => words(value).map((word) => `%${word}%`))}) w)`
  return `(select '${type}' as type, x.id, x.${name} as name,
      case when x.search_fold like ${begins} then 0 when x.search_fold like ${inside} then 1 else 2 end as rank,
      similarity(x.search_fold, ${text(typed)}) as likeness
    from ${table} x
    where ${pen.open(type)} and ${customer ? pen.within(`x.${customer}`) : 'true'} and ${also}
      and (x.search_fold like ${text(pattern((word) => `${word}%`))} or x.search_fold like ${text(pattern((word) => `% ${word}%`))})
      and x.search_fold like all (${all})
    order by rank, likeness desc, x.${name} collate "tr-x-icu", x.id limit ${limit})`
}

/** A former customer is named by old tickets; by what else it has it must not be found. */
const ofPresent = (pen: Pen) =>
  pen.kind === 'CONTACT' ? `x.id = ${pen.principal((who) => who.customerId, 'uuid')}` : 'true'

const limitOf = (pen: Pen) => `coalesce(${pen.arg('first', 'int')}, ${usual})`

export const search: FieldModel = {
  is: 'anyList',
  rows: (_t, _p, pen) =>
    [
      hits(pen, 'Customer', 'customer', 'id', 'name', ofPresent(pen)),
      hits(pen, 'Contact', 'contact', 'customer_id'),
      hits(pen, 'Contract', 'contract', 'customer_id'),
      hits(pen, 'Ticket', 'ticket', 'customer_id', 'subject'),
      // A table that contacts may not even name.
      ...(pen.kind === 'CONTACT' ? [] : [hits(pen, 'ServicePlan', 'service_plan', null, 'title')]),
    ].join(' union all '),
  order: 'r.rank, r.likeness desc, r.name collate "tr-x-icu", r.id',
  limit: limitOf,
}

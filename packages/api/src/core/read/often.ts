/**
 * Texts that many rows have. PostgreSQL keeps one plan for all texts, and a plan that searches the index of texts is
 * right for what few rows have; for what every other row has, as "T-20" in the numbers of tickets, it takes seconds.
 * So the newest rows are asked whether they have it, and the statement holds both ways of going on.
 */

const newest = 1_000
/** One row in fifty: from there on, walking an order until a page is full costs less than collecting all that match. */
const many = newest / 50

/** SQL that tells whether many of the newest rows meet the condition. Ids are in the order in which rows were made. */
export const oftenIn = (table: string, condition: (row: string) => string): string =>
  `(select count(*) = ${many} from (select from (select s.* from ${table} s order by s.id desc limit ${newest}) s where ${condition('s')} limit ${many}) s)`

/**
 * A condition for rows that are looked through in an order until a page is full. PostgreSQL finds a `case` in no index and
 * expects every other row to pass it; of a bare condition on a text it expects so few that it would sort the whole table.
 */
export const lookedThrough = (condition: string): string => `case when ${condition} then true else false end`

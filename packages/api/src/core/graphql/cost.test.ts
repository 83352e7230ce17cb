import { buildSchema, getOperationAST, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createCostMeter } from './cost.ts'
import { defaultLimits } from './limits.ts'

const schema = buildSchema(`
  interface Node { id: ID! }
  type Money { amount: String }
  type Shelf implements Node { id: ID! price: Money books(first: Int, last: Int): BookConnection! newest(first: Int = 5): BookConnection! labels: [Label!]! owner: Shelf }
  type Label { text: String }
  type Book implements Node { id: ID! shelf: Shelf! words: Int pages: [Page!]! }
  type Page implements Node { id: ID! }
  type BookConnection { edges: [BookEdge!]! nodes: [Book!]! totalCount: Int! }
  type BookEdge { cursor: String! node: Book! }
  type ShelfConnection { edges: [ShelfEdge!]! nodes: [Shelf!]! totalCount: Int! }
  type ShelfEdge { cursor: String! node: Shelf! }
  union Found = Shelf | Book
  input Where { text: String tags: [String!] any: [Where!] }
  type Query { shelves(first: Int, last: Int, filter: Where): ShelfConnection! shelf: Shelf search(first: Int): [Found!]! me: Money all: [Shelf!]! }
  type Mutation { move: Shelf }
`)
schema.getType('Page')
const meter = createCostMeter(schema, defaultLimits, { '*.totalCount': 20, 'Book.words': 3 })

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  return meter.measure(document, getOperationAST(document)!, variables)
}

describe('the cost of an operation', () => {
  it.each<[string, number, Record<string, unknown>?]>([
    ['{ me { amount } }', 1],
    ['{ shelves(first: 10) { nodes { id a: id b: id } } }', 30],
    ['{ shelves(first: 10) { nodes { books(first: 5) { nodes { id words w: words } } } } }', 60 + 50 * 6 + 50],
    ['{ shelf { id } }', 1],
    ['{ shelf { id price { amount } owner { owner { id } } } }', 3],
    ['{ shelves { nodes { id } } }', 25],
    ['{ shelves(first: 10) { edges { cursor node { id } } } }', 10],
    ['{ shelves(last: 10) { nodes { id } } }', 10],
    ['{ shelves(first: null) { nodes { id } } }', 25],
    ['{ shelves(first: 10) { totalCount } }', 20],
    ['{ shelves(first: 10) { nodes { books(first: 5) { nodes { id } } } } }', 60],
    ['{ shelves(first: 10) { nodes { books(first: 5) { nodes { shelf { id } } } } } }', 110],
    ['{ shelves(first: 10) { nodes { books(first: 5) { totalCount } } } }', 210],
    ['{ shelves(first: 10) { nodes { newest { nodes { id } } } } }', 60],
    ['{ shelves(first: 2) { nodes { labels { text } } } }', 52],
    ['{ all { id } }', 25],
    ['{ search(first: 10) { ... on Book { words } ... on Shelf { id } } }', 40],
    ['mutation { move { id } }', 11],
    ['{ __schema { types { name } } }', 500],
    ['query ($n: Int) { shelves(first: $n) { nodes { id } } }', 7, { n: 7 }],
    ['query ($n: Int) { shelves(first: $n) { nodes { id } } }', 25, { n: null }],
    ['query ($n: Int) { shelves(first: $n) { nodes { id } } }', 25],
  ])('%s is %i', (text, expected, variables) => expect(cost(text, variables)).toBe(expected))

  it('counts a field that is asked twice once', () => {
    const once = cost('{ shelves(first: 10) { nodes { books(first: 5) { nodes { id shelf { id } } } } } }')
    expect(
      cost(
        '{ shelves(first: 10) { nodes { ...A ...B } } } fragment A on Shelf { books(first: 5) { nodes { id } } } fragment B on Shelf { books(first: 5) { nodes { id shelf { id } } } }',
      ),
    ).toBe(once)
    expect(
      cost(
        '{ shelves(first: 10) { nodes { a: books(first: 5) { nodes { id } } b: books(first: 5) { nodes { id } } } } }',
      ),
    ).toBe(110)
  })

  it('L4 counts what @include and @skip leave, and nothing else', () => {
    const text = `query ($yes: Boolean!) { shelves(first: 10) { nodes { id ...F @include(if: $yes) } } }
      fragment F on Shelf { books(first: 5) { nodes { id } } }`
    expect(cost(text, { yes: true })).toBe(60)
    expect(cost(text, { yes: false })).toBe(10)
    expect(cost('{ shelf { id } shelves(first: 10) @skip(if: true) { nodes { id } } }')).toBe(1)
    expect(cost('query ($no: Boolean!) { shelves(first: 10) @skip(if: $no) { nodes { id } } }', { no: true })).toBe(1)
    const both =
      'query ($yes: Boolean!) { shelves(first: 10) @include(if: $yes) { nodes { id } } shelves(first: 10) @skip(if: $yes) { nodes { id } } }'
    expect([cost(both, { yes: true }), cost(both, { yes: false })]).toEqual([10, 10])
  })

  it('lets a field declare its own cost and size', () => {
    const other = buildSchema('type A { b: [C!]! c: Int } type C { d: Int } type Query { a: A }')
    const a = other.getType('A')
    if (a && 'getFields' in a) {
      a.getFields()['b']!.extensions = { listSize: 4 }
      a.getFields()['c']!.extensions = { cost: 9 }
    }
    const document = parse('{ a { b { d } c } }')
    expect(createCostMeter(other, defaultLimits).measure(document, getOperationAST(document)!, {})).toBe(13)
  })

  it.each<[string, Record<string, unknown>]>([
    ['query ($n: Int) { shelves(first: $n) { nodes { id } } }', { n: 101 }],
    ['query ($n: Int) { shelves(first: $n) { nodes { id } } }', { n: 0 }],
    ['query ($n: Int) { shelves(first: 2, last: $n) { nodes { id } } }', { n: 2 }],
    ['query ($n: Int) { shelf { books(first: $n) { totalCount } } }', { n: -1 }],
    [
      'query ($f: Where) { shelves(filter: $f) { nodes { id } } }',
      { f: { any: Array.from({ length: 31 }, () => ({ text: 'a' })) } },
    ],
    [
      'query ($t: [Where!]) { shelves(filter: { any: $t }) { nodes { id } } }',
      { t: Array.from({ length: 31 }, () => ({ text: 'a' })) },
    ],
    ['{ shelves(filter: { any: { any: { any: { any: { any: { text: "a" } } } } } }) { nodes { id } } }', {}],
  ])('refuses %s with %o', (text, variables) => {
    expect(() => cost(text, variables)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as object }),
    )
  })

  it('takes a list of plain values for one predicate', () => {
    expect(
      cost('query ($f: Where) { shelves(filter: $f) { nodes { id } } }', {
        f: { tags: Array.from({ length: 100 }, () => 'a') },
      }),
    ).toBe(25)
  })
})

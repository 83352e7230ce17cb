/**
 * Documents that attack a GraphQL server, by the ids of the security catalogue, and what they must get. They use only
 * `me`, `node`, `customers`, `contacts`, `customer` and connections, so they can be pointed at any server of ours.
 */
export interface DocumentAttack {
  id: string
  title: string
  query: string
  variables?: Record<string, unknown>
  operationName?: string
  /** Sent by nobody; else by somebody signed in. */
  anonymous?: boolean
  expect: {
    code: string
    status: number
    /** The first error's text. */
    message?: string
    /** At most so many errors. */
    errors?: number
    /** Milliseconds from request to answer. */
    within?: number
  }
}

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')
const nested = (levels: number, open: string, close: string, inside: string) =>
  open.repeat(levels) + inside + close.repeat(levels)

const tooComplex = { code: 'QUERY_TOO_COMPLEX', status: 400 }
const tooLong = { code: 'GRAPHQL_PARSE_FAILED', status: 400 }
const invalid = { code: 'GRAPHQL_VALIDATION_FAILED', status: 400 }
const badInput = { code: 'BAD_USER_INPUT', status: 400 }
const noSchema = { code: 'UNAUTHENTICATED', status: 401, message: 'Sign in, or send an API key, to read the schema.' }

const page = (first: string, inside = 'id') => `{ customers(first: ${first}) { nodes { ${inside} } } }`
const hop = 'contacts(first: 1) { nodes { customer { '
const back = ' } } }'

/** H1–H3: depth. */
const depth: DocumentAttack[] = [
  {
    id: 'H1',
    title: 'fifty levels through contacts and back',
    query: `{ customers { nodes { ${nested(17, hop, back, 'id')} } } }`,
    expect: { ...tooComplex, within: 100 },
  },
  {
    id: 'H1',
    title: 'what is too deep is not looked at any further',
    query: `{ customers { nodes { ${nested(17, hop, back, 'nothingLikeThis neitherThis')} } } }`,
    expect: { ...tooComplex, errors: 1 },
  },
  {
    id: 'H2',
    title: 'depth hidden in named fragments',
    query: `{ customers { nodes { ...F0 } } } ${times(6, (n) => `fragment F${n} on Customer { ${hop} ...F${n + 1} ${back} }`)} fragment F6 on Customer { id }`,
    expect: tooComplex,
  },
  {
    id: 'H2',
    title: 'depth in a fragment called __schema',
    query: `{ customers { nodes { ...__schema } } } fragment __schema on Customer { ${nested(6, hop, back, 'id')} }`,
    expect: tooComplex,
  },
  {
    id: 'H2',
    title: 'fragments that each spread the next twice',
    query: `{ customers { nodes { ...F0 } } } ${times(20, (n) => `fragment F${n} on Customer { ...F${n + 1} ...F${n + 1} }`)} fragment F20 on Customer { id }`,
    expect: { ...tooComplex, within: 100 },
  },
  {
    id: 'H3',
    title: 'fragments in a circle',
    query: '{ customers { nodes { ...A } } } fragment A on Customer { id ...B } fragment B on Customer { id ...A }',
    expect: invalid,
  },
  {
    id: 'H3',
    title: 'a fragment within itself',
    query: `{ customers { nodes { ...A } } } fragment A on Customer { ${hop} ...A ${back} }`,
    expect: invalid,
  },
]

/** H5–H10: width. */
const width: DocumentAttack[] = [
  {
    id: 'H5',
    title: 'ten thousand aliases',
    query: `{ ${times(10_000, (n) => `a${n}: me { kind }`)} }`,
    expect: { ...tooLong, within: 100 },
  },
  { id: 'H5', title: '101 × a: __typename', query: `{ ${'a: __typename '.repeat(101)} }`, expect: tooComplex },
  {
    id: 'H5',
    title: 'aliases multiplied by spreading their fragment',
    query: `{ customers { nodes { id ...A } edges { node { ...A } } } } fragment A on Customer { ${times(16, (n) => `a${n}: id`)} }`,
    expect: tooComplex,
  },
  { id: 'H5', title: '21 fields at the root', query: `{ ${'me { kind } '.repeat(21)} }`, expect: tooComplex },
  {
    id: 'H6',
    title: 'the same field four thousand times',
    query: `{ customers { nodes { ${'id '.repeat(4_000)} } } }`,
    expect: { ...tooLong, within: 100 },
  },
  {
    id: 'H6',
    title: 'as many fields as there may be tokens',
    query: `{ customers { nodes { ${'id '.repeat(1_480)} } } }`,
    expect: { ...invalid, within: 300 },
  },
  {
    id: 'H7',
    title: 'inline fragments within inline fragments, 120 × 120',
    query: `{ customers { nodes { ${`... { ${'... { id } '.repeat(120)} } `.repeat(120)} } } }`,
    expect: { ...tooLong, within: 100 },
  },
  {
    id: 'H8',
    title: 'ten thousand unknown directives',
    query: `{ me ${'@a'.repeat(10_000)} { kind } }`,
    expect: { ...tooLong, within: 100 },
  },
  {
    id: 'H8',
    title: '700 unknown directives',
    query: `{ me ${'@a'.repeat(700)} { kind } }`,
    expect: { ...invalid, errors: 5 },
  },
  {
    id: 'H10',
    title: '200 operations, one executed',
    query: times(200, (n) => `query Q${n} { customers { nodes { id } } }`),
    operationName: 'Q0',
    expect: tooLong,
  },
]

/** H18: what is printed in an error and then searched must not take long to search. */
const searched = (text: string) =>
  Array.from({ length: 25 }, () => `"${text.repeat(Math.floor(9_900 / text.length))}"`).join(' ')
const messages: DocumentAttack[] = ['Did you mean', ' cannot represent ', 'String ', 'Value ', '.....'].flatMap(
  (text) => [
    {
      id: 'H18',
      title: `a value full of ${JSON.stringify(text)} where another is expected`,
      query: `{ customers(orderBy: [${searched(text)}]) { nodes { id } } }`,
      expect: { ...invalid, within: 200 },
    },
    {
      id: 'H18',
      title: `a string full of ${JSON.stringify(text)} where none is expected`,
      query: `{ customers "${text.repeat(Math.floor(200_000 / text.length))}"`,
      expect: { ...tooLong, within: 200 },
    },
    {
      id: 'H18',
      title: `a variable full of ${JSON.stringify(text)} of another type`,
      query: 'query ($n: Int) { customers(first: $n) { nodes { id } } }',
      variables: { n: text.repeat(Math.floor(9_900 / text.length)) },
      expect: { ...badInput, within: 200 },
    },
  ],
)

/** H11, H12: page sizes, and what they cost together. */
const pages: DocumentAttack[] = [
  ...['100000', '101', '0', '-1', '2147483648'].map((first) => ({
    id: 'H11',
    title: `first: ${first} written out`,
    query: page(first),
    expect: badInput,
  })),
  ...[100_000, 101, 0, -1, 2_147_483_648].map((first) => ({
    id: 'H11',
    title: `first: ${first} in a variable`,
    query: `query ($n: Int) ${page('$n')}`,
    variables: { n: first },
    expect: badInput,
  })),
  {
    id: 'H11',
    title: 'first: 100000 as the default of a variable',
    query: `query ($n: Int = 100000) ${page('$n')}`,
    expect: badInput,
  },
  { id: 'H11', title: 'last: 0', query: '{ customers(last: 0) { nodes { id } } }', expect: badInput },
  {
    id: 'H11',
    title: 'first and last written out',
    query: '{ customers(first: 1, last: 1) { nodes { id } } }',
    expect: badInput,
  },
  {
    id: 'H11',
    title: 'first written out, last in a variable',
    query: 'query ($n: Int) { customers(first: 1, last: $n) { nodes { id } } }',
    variables: { n: 1 },
    expect: badInput,
  },
  { id: 'H11', title: 'a nested page', query: page('1', 'contacts(first: 1000) { nodes { id } }'), expect: badInput },
  {
    id: 'H12',
    title: 'pages of 100 within pages of 100 within pages of 100',
    query: page('100', 'contacts(first: 100) { nodes { customer { contacts(first: 100) { nodes { id } } } } }'),
    expect: tooComplex,
  },
  {
    id: 'H12',
    title: 'the same through variables and fragments',
    query: `query ($n: Int!) { customers(first: $n) { edges { node { ...A } } } }
      fragment A on Customer { contacts(first: $n) { edges { node { customer { ...B } } } } }
      fragment B on Customer { contacts(first: $n) { edges { node { id } } } }`,
    variables: { n: 100 },
    expect: tooComplex,
  },
  {
    id: 'H12',
    title: 'pages that are not named have their usual size',
    query: page('100', 'contacts { nodes { customer { contacts { nodes { id } } } } }'),
    expect: tooComplex,
  },
]

/** H13–H16, I3, I4, F14: values. */
const values: DocumentAttack[] = [
  {
    id: 'H13',
    title: 'a string of 10 001 characters',
    query: 'query ($t: String) { customers(filter: { text: $t }) { nodes { id } } }',
    variables: { t: 'a'.repeat(10_001) },
    expect: badInput,
  },
  {
    id: 'H15',
    title: 'an array of 1 001 where one value is expected',
    query: 'query ($t: String) { customers(filter: { text: $t }) { nodes { id } } }',
    variables: { t: Array.from({ length: 1_001 }, () => 'a') },
    expect: badInput,
  },
  {
    id: 'H16',
    title: 'a variable nested a hundred deep',
    query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
    variables: { f: JSON.parse(`${'{"text":'.repeat(100)}1${'}'.repeat(100)}`) as unknown },
    expect: badInput,
  },
  ...['\0', 'a\0b', '\ud800', 'a\udc00', '\ufffe'].map((text, index) => ({
    id: text.includes('\0') ? 'I3' : 'I4',
    title: `text that is none, in a variable (${index + 1})`,
    query: 'query ($t: String) { customers(filter: { text: $t }) { nodes { id } } }',
    variables: { t: text },
    expect: badInput,
  })),
  {
    id: 'I3',
    title: 'NUL in a literal',
    query: String.raw`{ customers(filter: { text: "a\u0000b" }) { nodes { id } } }`,
    expect: badInput,
  },
  {
    id: 'I3',
    title: 'NUL in an id',
    query: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: { id: 'a\0' },
    expect: badInput,
  },
  ...[{ $or: [] }, { '[raw]': '1=1' }, { __raw: 'x' }, ['a', ['b']]].map((text, index) => ({
    id: 'I2',
    title: `an object where text is expected (${index + 1})`,
    query: 'query ($t: String) { customers(filter: { text: $t }) { nodes { id } } }',
    variables: { t: text },
    expect: badInput,
  })),
  {
    id: 'I2',
    title: 'an operator in a filter',
    query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
    variables: { f: { $or: [{ text: 'a' }] } },
    expect: badInput,
  },
]

/** K1, H19: the schema. */
const schemaReads = [
  '{ __schema { types { name } } }',
  '{\n__schema\n{\ntypes{name}}}',
  '{,__schema,{,types,{,name}}}',
  '{ a: __schema { queryType { name } } }',
  '{ __type(name: "Customer") { name } }',
  'query Q { ...F } fragment F on Query { __schema { types { name } } }',
  '{ ... on Query { __type(name: "Query") { fields { name } } } }',
  '{ ... @include(if: true) { __schema { types { name } } } }',
  '{ __schema { types { name nothingLikeThis } } }',
  '{ __schema { types { name } } customers { nodes { nothingLikeThis } } }',
]
const schema: DocumentAttack[] = [
  ...schemaReads.map((query) => ({
    id: 'K1',
    title: `nobody asks for the schema: ${JSON.stringify(query)}`,
    query,
    anonymous: true,
    expect: noSchema,
  })),
  {
    id: 'H19',
    title: 'circular introspection, ten deep',
    query: `{ __schema { types { ${nested(10, 'fields { type { ', '} }', 'name')} } } }`,
    expect: tooComplex,
  },
  {
    id: 'H19',
    title: 'circular introspection within the depth',
    query: `{ __schema { types { ${nested(4, 'fields { type { ', '} }', 'name')} } } }`,
    expect: invalid,
  },
]

export const documentAttacks: readonly DocumentAttack[] = [
  ...depth,
  ...width,
  ...messages,
  ...pages,
  ...values,
  ...schema,
]

/** K2: misspelt names, whose answer must not spell the right ones. */
export const misspelt: readonly { query: string; variables?: Record<string, unknown> }[] = [
  { query: '{ customer { nodes { id } } }' },
  { query: '{ custmers { nodes { id } } }' },
  { query: '{ customers { node { id } } }' },
  { query: '{ customers(frst: 1) { nodes { id } } }' },
  { query: '{ customers(filter: { txt: "a" }) { nodes { id } } }' },
  { query: '{ customers(orderBy: NAME_ASK) { nodes { id } } }' },
  { query: '{ node(id: "x") { ... on Custmer { id } } }' },
  { query: 'query ($f: CustomerFiltr) { customers(filter: $f) { nodes { id } } }' },
  { query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }', variables: { f: { txt: 'a' } } },
  { query: 'query ($o: CustomerOrder) { customers(orderBy: $o) { nodes { id } } }', variables: { o: 'NAME_ASK' } },
]

/** K3: values that must not come back. Each holds `hunter2`. */
export const secrets: readonly { query: string; variables?: Record<string, unknown> }[] = [
  { query: 'query ($n: Int) { customers(first: $n) { nodes { id } } }', variables: { n: 'hunter2' } },
  {
    query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
    variables: { f: { text: { hunter2: 1 } } },
  },
  {
    query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
    variables: { f: { active: 'hunter2' } },
  },
  {
    query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
    variables: { f: { updatedAfter: 'hunter2' } },
  },
  { query: 'query ($o: CustomerOrder) { customers(orderBy: $o) { nodes { id } } }', variables: { o: 'hunter2' } },
  { query: '{ customers(first: "hunter2") { nodes { id } } }' },
  { query: '{ customers(filter: { text: hunter2 }) { nodes { id } } }' },
  { query: '{ customers(filter: { updatedAfter: "hunter2" }) { nodes { id } } }' },
  { query: '{ customers(orderBy: "hunter2") { nodes { id } } }' },
  { query: '{ customers(filter: "hunter2") { nodes { id } } }' },
  { query: '{ customers( "hunter2"' },
  { query: '{ customers { nodes { id } } } "hunter2"' },
  { query: '{ customers(filter: { text: """hunter2' },
]

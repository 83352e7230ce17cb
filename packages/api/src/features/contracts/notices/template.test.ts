import { expect, test } from 'vitest'
import { filled, paragraphsOf, placeholders, unknownPlaceholders } from './template.ts'

const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`])) as Record<
  (typeof placeholders)[number],
  string
>

test('blanks are filled, and what fills them is not looked through', () => {
  expect(filled('{contract} ends on {endsOn}.', values)).toBe('<contract> ends on <endsOn>.')
  expect(filled('{contract}', { ...values, contract: '{customer} $& {constructor}' })).toBe(
    '{customer} $& {constructor}',
  )
})

test('I10: nothing but the placeholders is known', () => {
  expect(unknownPlaceholders('Hello {recipient}, {contract} ({days})')).toEqual([])
  expect(unknownPlaceholders('{{constructor.constructor("x")()}} {contrat} {} {contrat}')).toEqual([
    '{constructor.constructor("x")()}',
    '{contrat}',
    '{}',
    '{',
    '}',
  ])
  expect(filled('{constructor} {toString} {__proto__}', values)).toBe('{constructor} {toString} {__proto__}')
})

test('empty lines part paragraphs', () => {
  expect(paragraphsOf('one\nline\n\n  \n two \n')).toEqual(['one\nline', 'two'])
})

import { expect, it } from 'vitest'
import { textParts } from './mail-text'

it('finds the links of a mail and leaves the rest as it is', () => {
  expect(textParts('Merhaba,\n\nhttp://127.0.0.1:4000/invite/a-b_C\n\nAccord\n')).toEqual([
    { text: 'Merhaba,\n\n', link: false },
    { text: 'http://127.0.0.1:4000/invite/a-b_C', link: true },
    { text: '\n\nAccord\n', link: false },
  ])
  expect(textParts('See https://accord.example/x. Bye')).toEqual([
    { text: 'See ', link: false },
    { text: 'https://accord.example/x', link: true },
    { text: '. Bye', link: false },
  ])
  expect(textParts('http://127.0.0.1:4000/invite/… is gone')).toEqual([
    { text: 'http://127.0.0.1:4000/invite/… is gone', link: false },
  ])
  expect(textParts('no link')).toEqual([{ text: 'no link', link: false }])
})

import { describe, expect, it } from 'vitest'
import { parseFilter, type FilterField } from './filter-text'

const fields: FilterField[] = [
  {
    key: 'active',
    label: 'Durum',
    words: ['durum', 'status', 'is'],
    options: [
      { value: 'true', label: 'Etkin', words: ['active'] },
      { value: 'false', label: 'Pasif', words: ['passive'] },
    ],
  },
  {
    key: 'kind',
    label: 'Tür',
    words: ['tür', 'kind'],
    options: [{ value: 'INTERNAL', label: 'İç birim', words: ['internal'] }],
  },
]

describe('parseFilter', () => {
  it('takes filters out of the text, in both languages and folded', () => {
    expect(parseFilter('depo durum:pasif', fields)).toEqual({ text: 'depo', values: { active: 'false' } })
    expect(parseFilter('STATUS:active İzmir gıda', fields)).toEqual({ text: 'İzmir gıda', values: { active: 'true' } })
    expect(parseFilter('tur:"iç bir"', fields)).toEqual({ text: '', values: { kind: 'INTERNAL' } })
  })
  it('leaves what it does not understand in the text', () => {
    expect(parseFilter('durum: 10:30 x:y', fields)).toEqual({ text: 'durum: 10:30 x:y', values: {} })
  })
})

import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { RecentDocuments } from './document-store.ts'

const five = () => parse('{ a b c }')

describe('the store of documents', () => {
  it('keeps the most recently used ones within its tokens', async () => {
    const store = new RecentDocuments({ tokens: 10, documents: 100 })
    await store.set('a', five())
    await store.set('b', five())
    await store.get('a')
    await store.set('c', five())
    expect([await store.get('a'), await store.get('b'), await store.get('c')].map(Boolean)).toEqual([true, false, true])
  })

  it('keeps no more documents than it may, and counts one set twice once', async () => {
    const store = new RecentDocuments({ tokens: 1_000, documents: 2 })
    for (const key of ['a', 'a', 'b', 'c']) await store.set(key, five())
    expect([await store.get('a'), await store.get('b'), await store.get('c')].map(Boolean)).toEqual([false, true, true])
    expect([await store.delete('b'), await store.delete('b')]).toEqual([true, false])
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A fresh page: its events, and the storage that outlives it. */
function page(stored: Record<string, string> = {}) {
  const storage: Record<string, string> = Object.defineProperties(
    { ...stored },
    {
      getItem: { value: (key: string) => storage[key] ?? null },
      setItem: { value: (key: string, value: string) => (storage[key] = value) },
      removeItem: { value: (key: string) => delete storage[key] },
    },
  )
  const window = new EventTarget()
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window))
  return { storage, window }
}

const load = async () => {
  vi.resetModules()
  return import('./draft')
}

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is written in a pause', async () => {
    page()
    const { draftKeeper, readDraft } = await load()
    const keeper = draftKeeper('a')
    keeper.change({ name: 'A' })
    expect(readDraft('a')).toBeNull()
    vi.advanceTimersByTime(500)
    expect(readDraft('a')).toEqual({ name: 'A' })
    keeper.change(null)
    vi.advanceTimersByTime(500)
    expect(readDraft('a')).toBeNull()
  })

  it('is written at once when the page goes away, is hidden, or its form is closed', async () => {
    const { window } = page()
    const { draftKeeper, readDraft } = await load()
    const keeper = draftKeeper('a')
    keeper.change({ name: 'A' })
    window.dispatchEvent(new Event('pagehide'))
    expect(readDraft('a')).toEqual({ name: 'A' })
    keeper.change({ name: 'B' })
    document.dispatchEvent(new Event('visibilitychange'))
    expect(readDraft('a')).toEqual({ name: 'B' })
    keeper.change({ name: 'C' })
    keeper.stop()
    expect(readDraft('a')).toEqual({ name: 'C' })
  })

  it('that is saved or thrown away does not come back', async () => {
    const { window } = page()
    const { draftKeeper, readDraft } = await load()
    const keeper = draftKeeper('a')
    keeper.change({ name: 'A' })
    keeper.settle({ name: 'A' })
    // The form tells of its state once more, with the same words.
    keeper.change({ name: 'A' })
    window.dispatchEvent(new Event('pagehide'))
    keeper.stop()
    expect(readDraft('a')).toBeNull()
  })

  it('begins again with other words, and even with the same ones after others', async () => {
    page()
    const { draftKeeper, readDraft } = await load()
    const keeper = draftKeeper('a')
    keeper.settle({ name: 'A' })
    keeper.change({ name: 'B' })
    vi.advanceTimersByTime(500)
    keeper.change({ name: 'A' })
    keeper.stop()
    expect(readDraft('a')).toEqual({ name: 'A' })
  })

  it('of who signed out is not written any more', async () => {
    const { window, storage } = page({ 'accord-draft:b': '{}', 'accord-locale': 'tr' })
    const { draftKeeper, forgetDrafts } = await load()
    draftKeeper('a').change({ name: 'A' })
    forgetDrafts()
    window.dispatchEvent(new Event('pagehide'))
    expect(storage).toEqual({ 'accord-locale': 'tr' })
  })
})

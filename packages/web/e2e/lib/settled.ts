import type { Page, Request } from 'playwright-core'

const pages = new WeakMap<Page, Set<Request>>()

/** What a page is fetching at the moment; to be called before it loads. */
export function openRequests(page: Page): ReadonlySet<Request> {
  const known = pages.get(page)
  if (known) return known
  const open = new Set<Request>()
  pages.set(page, open)
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  // An answer of the sign-in API whose text nobody reads never finishes.
  page.on('response', (response) => response.url().includes('/api/auth/') && open.delete(response.request()))
  return open
}

/**
 * Waits until a page shows what it will show: nothing is on its way, no skeleton stands, nothing is dimmed or moves, the
 * fonts are there.
 */
export async function settled(page: Page): Promise<void> {
  const open = openRequests(page)
  const deadline = Date.now() + 30_000
  for (let quiet = 0; quiet < 2;) {
    await page.waitForFunction(() => {
      const waiting = document.querySelector('[aria-busy=true], [role=status] > .sr + [aria-hidden=true]')
      const moving = document.getAnimations().some(({ playState }) => playState === 'running')
      return document.fonts.status === 'loaded' && document.querySelector('h1, h2, [role=alert]') && !waiting && !moving
    })
    // What has arrived is drawn in the next frames, and may ask for more.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))))
    quiet = open.size === 0 ? quiet + 1 : 0
    if (Date.now() > deadline)
      throw new Error(`${page.url()} does not come to rest: ${[...open].map((one) => one.url()).join()}`)
  }
}

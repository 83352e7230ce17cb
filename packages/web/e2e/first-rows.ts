/**
 * How long a person waits for the first rows of the list of tickets after Enter, in a real browser. Started by the bench
 * of the API (`pnpm bench --browser`), which owns server and data: what is to be typed comes as JSON by standard input, the
 * milliseconds go out as JSON.
 */
import { text } from 'node:stream/consumers'
import { chromium, type Page } from 'playwright-core'
import { serveChromium } from './setup/chromium.ts'

interface Asked {
  address: string
  cookie: { name: string; value: string }
  /** Lists as their address has them, and what is typed above each, with the number of the ticket that comes first. */
  lists: { search: string; typed: { text: string; first: string | null }[] }[]
}

interface Taken {
  /** Milliseconds until the frame with the first row, and until the answer was there. */
  shown: number
  answered: number
}

/** Types into the filter, presses Enter and waits for the frame in which the expected first row stands. */
function firstRows(page: Page, typed: { text: string; first: string | null }): Promise<Taken> {
  return page.evaluate(async ({ text, first }) => {
    const field = document.querySelector<HTMLInputElement>('form[role=search] input[type=search]')!
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    // As React hears of typing.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await frame()
    const since = performance.now()
    performance.clearResourceTimings()
    const answered = () =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(
        ({ name, responseEnd }) => name.endsWith('/graphql') && responseEnd > since,
      )?.responseEnd
    const isThere = () => {
      // The row may be the one that stood there before, so the answer must have come.
      if (answered() === undefined) return false
      if (document.querySelector('[role=table][aria-busy], [role=status] > .sr + [aria-hidden]')) return false
      // The table begins with empty space where rows are scrolled away.
      const row = document.querySelector('tbody tr:has(a)')
      return first === null ? !row && document.querySelector('main h2') !== null : row?.textContent.includes(first)
    }
    field.form!.requestSubmit()
    while (!isThere()) {
      if (performance.now() - since > 20_000) throw new Error(`"${text}": ${first} does not come`)
      await frame()
    }
    return { shown: performance.now() - since, answered: answered()! - since }
  }, typed)
}

const asked = JSON.parse(await text(process.stdin)) as Asked
const server = await serveChromium()
const browser = await chromium.connect(server.wsEndpoint())
try {
  const context = await browser.newContext({
    baseURL: asked.address,
    locale: 'tr-TR',
    timezoneId: 'Europe/Istanbul',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  })
  await context.addCookies([{ ...asked.cookie, url: asked.address }])
  const page = await context.newPage()
  const taken: Taken[] = []
  for (const { search, typed } of asked.lists) {
    await page.goto(`/tickets?${search}`)
    await page.locator('tbody tr:has(a)').first().waitFor()
    for (const each of typed) taken.push(await firstRows(page, each))
  }
  process.stdout.write(JSON.stringify(taken))
} finally {
  await browser.close()
  await server.close()
}

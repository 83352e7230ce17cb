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

/** Types into the filter, presses Enter and waits for the frame in which the expected first row stands. */
function firstRows(page: Page, typed: { text: string; first: string | null }): Promise<number> {
  return page.evaluate(async ({ text, first }) => {
    const field = document.querySelector<HTMLInputElement>('form[role=search] input[type=search]')!
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    // As React hears of typing.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await frame()
    const isThere = () => {
      if (new URLSearchParams(location.search).get('q') !== text) return false
      if (document.querySelector('[role=table][aria-busy], [role=status] > .sr + [aria-hidden]')) return false
      const row = document.querySelector('tbody tr')
      return first === null ? !row && document.querySelector('main h2') !== null : row?.textContent.includes(first)
    }
    const since = performance.now()
    field.form!.requestSubmit()
    while (!isThere()) {
      if (performance.now() - since > 20_000) throw new Error(`"${text}": ${first} does not come`)
      await frame()
    }
    return performance.now() - since
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
  const taken: number[] = []
  for (const { search, typed } of asked.lists) {
    await page.goto(`/tickets?${search}`)
    await page.locator('tbody tr').first().waitFor()
    for (const each of typed) taken.push(await firstRows(page, each))
  }
  process.stdout.write(JSON.stringify(taken))
} finally {
  await browser.close()
  await server.close()
}

/** The test of browser tests: `open` gives a window to somebody; what goes wrong in it unasked fails the test. */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, inject, test as base, vi } from 'vitest'
import { Problems } from './lib/problems.ts'
import { texts, type Locale, type Say } from './lib/texts.ts'
import { openWindow, WIDTHS, type Theme, type Width } from './lib/window.ts'

interface Visit {
  /** E-mail of who is signed in already; nobody by default. */
  as?: string
  at?: string
  locale?: Locale
  theme?: Theme
  width?: Width
}
interface Opened {
  page: Page
  say: Say
}

let shared: Promise<Browser> | undefined
const browser = () => (shared ??= chromium.connect(inject('browser')))
const SHOTS = join(tmpdir(), 'accord-e2e')

export const test = base
  /** What is expected to go wrong: `problems.expect(/status of 401/)`. */
  .extend('problems', ({ task }, { onCleanup }) => {
    const problems = new Problems()
    onCleanup(() => {
      // A test that failed anyway is not told twice.
      if (task.result?.state !== 'fail') expect(problems.unexpected()).toEqual([])
    })
    return problems
  })
  .extend('open', async ({ problems, task }, { onCleanup }) => {
    const pages: Page[] = []
    onCleanup(async () => {
      if (task.result?.state === 'fail')
        await Promise.all(pages.map((page, i) => keepShot(page, `${task.name} ${i + 1}`)))
      await Promise.all(pages.map((page) => page.context().close()))
    })
    return async ({ as, at, locale = 'tr', theme = 'light', width = 1280 }: Visit = {}): Promise<Opened> => {
      const context = await openWindow(await browser(), { as, locale, theme, size: WIDTHS[width] })
      const page = await context.newPage()
      pages.push(page)
      problems.watch(page)
      if (at !== undefined) await page.goto(at)
      return { page, say: texts(locale) }
    }
  })

/** What was on screen when a test failed, for whoever looks for the reason. */
async function keepShot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  const path = join(SHOTS, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`)
  await page.screenshot({ path }).catch(() => undefined)
}

/** Repeats a check until it holds, on a machine that may be busy. */
export const eventually = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 60 })

export const pathOf = (page: Page): string => new URL(page.url()).pathname

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { answerWith, COMPLAINTS } from '../lib/answers.ts'
import { Problems } from '../lib/problems.ts'
import { openRequests, settled } from '../lib/settled.ts'
import { texts, type Locale } from '../lib/texts.ts'
import { openWindow, WIDTHS, type Theme, type Width } from '../lib/window.ts'
import type { Known } from './known.ts'
import type { Scene } from './scene.ts'

/** How a scene is looked at. */
export interface Look {
  theme: Theme
  locale: Locale
  width: Width
}

/** Shows scenes in windows that are opened once for each person, language and width. */
export class Stages {
  readonly #windows = new Map<string, Promise<BrowserContext>>()
  readonly #browser: Browser
  readonly #known: Known

  constructor(browser: Browser, known: Known) {
    this.#browser = browser
    this.#known = known
  }

  /** Brings a scene to rest on a page of its own; the page is the caller's to close. */
  async show(scene: Scene, { theme, locale, width }: Look): Promise<{ page: Page; problems: Problems }> {
    const { at, state = 'full', act, complaints = [] } = scene
    const as = typeof scene.as === 'function' ? scene.as(this.#known) : scene.as
    const key = [as, locale, width].join(' ')
    const window = this.#windows.get(key) ?? openWindow(this.#browser, { as, locale, theme, size: WIDTHS[width] })
    this.#windows.set(key, window)
    const page = await (await window).newPage()
    const problems = new Problems()
    problems.watch(page)
    problems.expect(...complaints, ...COMPLAINTS[state])
    openRequests(page)
    // What an earlier scene of this window has typed would be back.
    await page.addInitScript(() => {
      if (location.origin === 'null') return
      for (const key of Object.keys(localStorage)) if (key.startsWith('accord-draft:')) localStorage.removeItem(key)
    })
    await page.emulateMedia({ colorScheme: theme })
    await answerWith(page, state)
    await page.goto(typeof at === 'string' ? at : at(this.#known))
    await settled(page)
    if (act) {
      await act({ page, say: texts(locale), phone: width < 600 })
      await settled(page)
    }
    return { page, problems }
  }

  async close(): Promise<void> {
    for (const window of this.#windows.values()) await (await window).close()
  }
}

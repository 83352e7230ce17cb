/**
 * Takes a picture of every screen, for people to look at:
 * `node e2e/screenshots.ts <directory> [--url http://127.0.0.1:4000] [words of names …]`.
 * Without an address it starts the built program with demo data.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { talkTo } from './lib/address.ts'
import { everyCombination } from './lib/cover.ts'
import { scenes } from './scenes/all.ts'
import { whatIsKnown } from './scenes/known.ts'
import { nameOf } from './scenes/scene.ts'
import { Stages } from './scenes/stage.ts'
import { serveChromium } from './setup/chromium.ts'
import { startAccord } from './setup/server.ts'

const AT_ONCE = 3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    locale: { type: 'string', multiple: true, default: ['tr', 'en'] },
    width: { type: 'string', multiple: true, default: ['1280', '390'] },
  },
})
const [directory, ...words] = positionals
if (!directory) throw new Error('Say where the pictures shall go: node e2e/screenshots.ts <directory>')
mkdirSync(directory, { recursive: true })

const accord = values.url ? { url: values.url, stop: async () => undefined } : await startAccord()
talkTo(accord.url)
const server = await serveChromium()
const browser = await chromium.connect(server.wsEndpoint())
const stages = new Stages(browser, await whatIsKnown())

const wanted = scenes.filter((scene) => words.length === 0 || words.some((word) => nameOf(scene).includes(word)))
const waiting = everyCombination({
  scene: wanted,
  theme: (['light', 'dark'] as const).filter((theme) => values.theme.includes(theme)),
  locale: (['tr', 'en'] as const).filter((locale) => values.locale.includes(locale)),
  width: ([1280, 390] as const).filter((width) => values.width.includes(String(width))),
})

async function work(folder: string): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { scene, theme, locale, width } = next
    const name = `${nameOf(scene).replaceAll(/\W+/g, '-')}.${width}.${theme}.${locale}`
    try {
      const { page, problems } = await stages.show(scene, next)
      await page.screenshot({ path: join(folder, `${name}.png`) })
      await page.close()
      for (const problem of problems.unexpected()) console.log(`${name}: ${problem}`)
    } catch (error) {
      console.log(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, () => work(directory)))

await stages.close()
await browser.close()
await server.close()
await accord.stop()

import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { cover, everyCombination, pairsOf } from './lib/cover.ts'
import { clippedAt, fitsAt } from './lib/reflow.ts'
import { scenes } from './scenes/all.ts'
import { whatIsKnown } from './scenes/known.ts'
import { nameOf } from './scenes/scene.ts'
import { Stages } from './scenes/stage.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const all = everyCombination({
  scene: scenes,
  theme: ['light', 'dark'],
  locale: ['tr', 'en'],
  width: [1280, 390],
} as const)
type View = (typeof all)[number]

/** Every scene once; and each screen and each state in both themes, languages and widths, and these with each other. */
const shows = ({ scene, ...look }: View) => [
  nameOf(scene),
  ...pairsOf(look),
  ...Object.values(look).flatMap((value) => [`${scene.screen} ${value}`, `state ${scene.state} ${value}`]),
]
const views = inject('allCombinations') ? all : cover(all, shows)

let browser: Browser
let stages: Stages
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'))
  stages = new Stages(browser, await whatIsKnown())
})
afterAll(async () => {
  await stages.close()
  await browser.close()
})

test.for(
  views.map((view): [string, View] => [`${nameOf(view.scene)} · ${view.width} · ${view.theme} · ${view.locale}`, view]),
)('%s', async ([, { scene, ...look }], { expect }) => {
  const { page, problems } = await stages.show(scene, look)
  try {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze()
    const told = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary?.split('\n').slice(1).join(' ')}`).join('\n  ')}`,
    )
    expect.soft(told, 'axe').toEqual([])
    expect.soft(await fitsAt(page, 320), 'wider than a window of 320 px').toEqual([])
    expect.soft(await clippedAt(page, look.width), 'cut off when text is twice as large').toEqual([])
    expect(problems.unexpected(), 'told by the browser').toEqual([])
  } finally {
    await page.close()
  }
})

/** What users do before a scene looks as it shall. */
import type { Locator } from 'playwright-core'
import type { Stage } from './scene.ts'

export type Deed = (stage: Stage) => Promise<void>

/**
 * Clicks until what the click opens is there: what comes late, such as who else looks at a ticket, moves a button away
 * from under the pointer.
 */
async function open(button: Locator, opened: Locator): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if (tries === 1 || !(await opened.isVisible())) await button.click()
    const there = await opened.waitFor({ timeout: 5_000 }).then(
      () => true,
      (error: unknown) => {
        if (tries === 3) throw error
        return false
      },
    )
    if (there) return
  }
}

/** Presses a button that opens a drawer or a dialog. */
export const press =
  (name: string): Deed =>
  ({ page, say }) =>
    open(page.getByRole('button', { name: say(name) }).first(), page.locator('dialog[open]').last())

/** Sends a form as it is, so that every required field complains. */
export const sendEmpty =
  (name: string): Deed =>
  async ({ page, say }) => {
    await page.getByRole('button', { name: say(name) }).click()
    await page.locator('[aria-invalid=true]').first().waitFor()
  }

/** Types into a drawer's first field and asks to close it. */
export const leaveUnsaved =
  (label: string): Deed =>
  async ({ page, say }) => {
    const form = page.locator('dialog[open]')
    await form.getByLabel(say(label)).first().fill('Yarım kaldı')
    await form.getByRole('button', { name: say('Close') }).click()
    await form.getByText(say('There are unsaved changes.')).waitFor()
  }

export const selectRows: Deed = async ({ page }) => {
  const boxes = page.getByRole('cell').getByRole('checkbox')
  for (const place of [0, 1]) await boxes.nth(place).check()
}

/** Opens a menu by the name of its button. */
export const openMenu =
  (name: string): Deed =>
  ({ page, say }) =>
    open(
      page.getByRole('button', { name: say(name), exact: true }).first(),
      page.getByRole('menu').filter({ visible: true }),
    )

/** One deed after another. */
export const first =
  (...deeds: Deed[]): Deed =>
  async (stage) => {
    for (const deed of deeds) await deed(stage)
  }

/** The connection goes, for this page alone: other scenes share its window. */
export const goOffline: Deed = async ({ page, say }) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false })
    dispatchEvent(new Event('offline'))
  })
  const told = 'You are offline. What is on screen may be old; nothing can be saved until you are back.'
  await page.getByText(say(told)).waitFor()
}

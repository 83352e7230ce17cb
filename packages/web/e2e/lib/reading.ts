/** A page as a user reads it: fields by their labels, rows by their names. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

type Scope = Page | Locator

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A field by its label; what may stay empty says so behind it. A form may be called like its one field. */
export const field = (scope: Scope, label: string): Locator =>
  scope.getByLabel(new RegExp(`^${escaped(label)}\\s*(\\([^)]*\\))?\\s*$`)).and(scope.locator(':not(form)'))

/** Fills fields by their labels. */
export async function fill(scope: Scope, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(scope, label).fill(value)
}

/** What a field complains about; waits until it does. */
export async function complaintOf(scope: Scope, label: string): Promise<string> {
  const control = field(scope, label).and(scope.locator('[aria-invalid=true]'))
  await control.waitFor()
  const note = await control.getAttribute('aria-describedby')
  return scope.locator(`[id="${note}"]`).innerText()
}

/** A row of the page's table by its name. */
export const row = (scope: Scope, name: string): Locator =>
  scope.getByRole('row').filter({ has: scope.getByRole('rowheader').filter({ hasText: name }) })

/** The names of all rows, from top to bottom. */
export const rowNames = async (scope: Scope): Promise<string[]> =>
  (await scope.getByRole('rowheader').getByRole('link').allInnerTexts()).map((name) => name.trim())

export async function expectRow(scope: Scope, name: string): Promise<void> {
  await row(scope, name).first().waitFor()
}

/** The open drawer or dialog with this title. */
export const drawer = (page: Page, title: string): Locator =>
  page.locator('dialog[open]').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Picks from a field that searches: types, and takes what is found. */
export async function pick(scope: Scope, label: string, name: string): Promise<void> {
  const input = field(scope, label).and(scope.locator('input:enabled:not([readonly])'))
  await input.click()
  await input.pressSequentially(name, { delay: 5 })
  await scope.getByRole('option', { name }).filter({ visible: true }).first().click()
}

/** The page's one toast. */
export const toast = (page: Page, text: string): Locator =>
  page.getByRole('status').getByText(text).filter({ visible: true })

export const headingOf = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

export function expectPath(page: Page, path: RegExp | string): void {
  const { pathname, search } = new URL(page.url())
  if (typeof path === 'string') expect(pathname).toBe(path)
  else expect(pathname + search).toMatch(path)
}

import type { Page } from 'playwright-core'
import { PASSWORD } from './accord.ts'
import type { Say } from './texts.ts'

export interface At {
  page: Page
  say: Say
}

/** Fills in the sign-in page. Where one arrives is the test's to say. */
export async function signIn({ page, say }: At, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel(say('E-mail')).fill(email)
  await page.getByLabel(say('Password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
}

/** Signs in and waits until one is inside. */
export async function enter(at: At, email: string, password = PASSWORD): Promise<void> {
  await signIn(at, email, password)
  await at.page.waitForURL((url) => url.pathname !== '/login')
}

/** Opens the menu of the signed-in person. */
export async function openAccountMenu({ page, say }: At): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${say('Account menu')}`) }).click()
  await page.getByRole('menu', { name: say('Account menu') }).waitFor()
}

export async function signOut(at: At): Promise<void> {
  await openAccountMenu(at)
  await at.page.getByRole('menuitem', { name: at.say('Sign out') }).click()
}

/** The main tasks without a pointer. Nothing here clicks. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, PASSWORD, unique } from './lib/accord.ts'
import { makeCustomer } from './lib/people.ts'
import { drawer, expectRow, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

/** The name of the control that has the focus; nothing when none has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const control = document.activeElement
    if (!(control instanceof HTMLElement) || !control.matches('a, button, input, select, textarea')) return ''
    const label = control instanceof HTMLInputElement ? control.labels?.[0]?.textContent : null
    return (label ?? control.getAttribute('aria-label') ?? control.textContent).trim()
  })

/** Walks on by Tab until something has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if ((await focused(page)).includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to “${name}”`)
}

test('signs in, and out again', async ({ open }) => {
  const { page, say } = await open({ at: '/login', locale: 'en' })
  await eventually(async () => expect(await focused(page)).toBe(say('E-mail')))
  await page.keyboard.type(ADMIN)
  await tabTo(page, say('Password'))
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await eventually(() => expect(pathOf(page)).toBe('/'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, say('Account menu'))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem').first().waitFor()
  await eventually(async () => expect(await focused(page)).toBe(say('Profile and sessions')))
  await page.keyboard.press('End')
  await eventually(async () => expect(await focused(page)).toBe(say('Sign out')))
  await page.keyboard.press('Enter')
  await eventually(() => expect(pathOf(page)).toBe('/login'))
})

test('walks a list, opens a row, goes back, filters', async ({ open }) => {
  const word = unique('Sıra')
  const [first, second] = [`${word} Bir`, `${word} İki`]
  for (const name of [first, second]) await makeCustomer({ name })
  const { page, say } = await open({ as: ADMIN, at: `/customers?q=${encodeURIComponent(word)}` })
  await expectRow(page, second)
  await page.keyboard.press('j')
  await eventually(async () => expect(await focused(page)).toBe(first))
  await page.keyboard.press('j')
  await eventually(async () => expect(await focused(page)).toBe(second))
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await eventually(async () => expect(await page.getByRole('row', { selected: true }).count()).toBe(1))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: second, level: 1 }).waitFor()
  await page.goBack()
  await expectRow(page, first)
  await page.keyboard.press('/')
  await eventually(async () => expect(await focused(page)).toBe(say('Filter customers')))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('vadi')
  await eventually(() => expect(page.url()).toContain('q=vadi'))
  await expectRow(page, 'Vadi Hastanesi')
})

test('goes anywhere by the palette: a place, a record by folded letters, a record by its id', async ({ open }) => {
  const customer = await makeCustomer({ name: unique('Ağaçlı Çiftliği') })
  const { page, say } = await open({ as: ADMIN, at: '/' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const search = async (text: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: say('Search or go to') }).waitFor()
    await page.keyboard.type(text)
  }
  await search(say('Roles'))
  await page
    .getByRole('option', { name: say('Roles') })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await eventually(() => expect(pathOf(page)).toBe('/admin/organization/roles'))

  await search(customer.name.toLowerCase().replaceAll('ğ', 'g').replaceAll('ç', 'c').replaceAll('ı', 'i'))
  await page.getByRole('option', { name: customer.name }).and(page.locator('[aria-selected=true]')).waitFor()
  await page.keyboard.press('Enter')
  await eventually(() => expect(pathOf(page)).toBe(`/customers/${customer.id}`))

  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await search(customer.id)
  await page.getByRole('option', { name: customer.name }).and(page.locator('[aria-selected=true]')).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: say('Search or go to') }).waitFor({ state: 'detached' })
})

test('enters a customer and edits it', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/customers', locale: 'en' })
  const name = unique('Çınaraltı')
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
  await page.keyboard.press('c')
  await drawer(page, say('New customer account')).waitFor()
  await eventually(async () => expect(await focused(page)).toBe(say('Name')))
  await page.keyboard.type(name)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  // Keys of the page are silent as long as a dialog stands over it.
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: say('Edit') }).waitFor()
  await page.keyboard.press('e')
  await drawer(page, say('Edit {name}', { name })).waitFor()
  await tabTo(page, say('Code'))
  await page.keyboard.type('CNA')
  await page.keyboard.press('Control+Enter')
  await toast(page, say('Customer saved')).waitFor()
  await page.getByRole('definition').filter({ hasText: 'CNA' }).waitFor()
})

test('closes a drawer by Escape and stands where it was', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/customers', locale: 'en' })
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
  await tabTo(page, say('New customer account'))
  await page.keyboard.press('Enter')
  await drawer(page, say('New customer account')).waitFor()
  await page.keyboard.press('Escape')
  await drawer(page, say('New customer account')).waitFor({ state: 'detached' })
  await eventually(async () => expect(await focused(page)).toBe(say('New customer account')))
})

test('lists the keys, and single keys can be turned off', async ({ open }) => {
  const { page, say } = await open({ as: 'genel.teknisyen@demo.accord', at: '/customers?sort=NAME_DESC', locale: 'en' })
  await expectRow(page, 'Vadi Hastanesi')
  await page.keyboard.press('?')
  const help = drawer(page, say('Keyboard shortcuts'))
  await help.getByText(say('Next row')).waitFor()
  await page.keyboard.press('Escape')
  await page.goto('/me')
  await tabTo(page, say('Shortcuts by a single key'))
  await page.keyboard.press('Space')
  await page.goto('/customers?sort=NAME_DESC')
  await expectRow(page, 'Vadi Hastanesi')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('Search or go to') }).waitFor()
  await eventually(async () => expect(await help.count()).toBe(0))
})

test('skips the side bar', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/customers', locale: 'en' })
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
  await page.keyboard.press('Tab')
  await eventually(async () => expect(await focused(page)).toBe(say('Skip to content')))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true),
  )
})

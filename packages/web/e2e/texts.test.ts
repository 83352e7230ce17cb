import { expect } from 'vitest'
import { ADMIN } from './lib/accord.ts'
import { makeTechnician } from './lib/people.ts'
import { test } from './test.ts'

test('the language changes at once, for screens that are open and for those to come', async ({ open }) => {
  const technician = await makeTechnician()
  const { page } = await open({ as: technician.email, at: '/customers', locale: 'tr' })
  const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const speak = async (menu: string, language: string) => {
    await page.getByRole('button', { name: new RegExp(menu) }).click()
    await page.getByRole('menuitemradio', { name: language }).click()
  }
  await title('Müşteriler')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await speak('Hesap menüsü', 'English')
  await title('Customers')
  await page.getByRole('link', { name: 'Contacts' }).click()
  await title('Contacts')
  await speak('Account menu', 'Türkçe')
  await title('Kişiler')
  await page.getByRole('link', { name: 'Müşteriler' }).click()
  await title('Müşteriler')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('the texts of a screen are on their way beside its code, not after it', async ({ open }) => {
  const { page } = await open({ as: ADMIN, at: '/me', locale: 'tr' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const asked = Promise.withResolvers<void>()
  await page.route(/\/assets\/tr-[^/]+\.js$/, async (route) => {
    asked.resolve()
    await route.continue()
  })
  // The code comes only when somebody has asked for the texts.
  await page.route(/\/assets\/_list-[^/]+\.js$/, async (route) => {
    await asked.promise
    await route.continue()
  })
  await page.getByRole('link', { name: 'Gruplar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gruplar' }).waitFor()
})

import { expect } from 'vitest'
import { ADMIN } from './lib/accord.ts'
import { expectRow } from './lib/reading.ts'
import { settled } from './lib/settled.ts'
import { eventually, pathOf, test } from './test.ts'

test('a list that could not be fetched loads by itself when the connection is back', async ({ open, problems }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/)
  const { page, say } = await open({ as: ADMIN, at: '/customers', locale: 'en' })
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
  await page.context().setOffline(true)
  await page
    .getByText(say('You are offline. What is on screen may be old; nothing can be saved until you are back.'))
    .waitFor()
  await page.getByRole('searchbox', { name: say('Filter customers') }).fill('vadi')
  await page.getByRole('heading', { name: say('No connection') }).waitFor()
  await page.context().setOffline(false)
  await expectRow(page, 'Vadi Hastanesi')
})

test('an error of the server keeps the page, tells its number and can be tried again', async ({ open, problems }) => {
  problems.expect(/status of 500/, /ServerError/)
  const { page, say } = await open({ as: ADMIN, locale: 'en' })
  const failing = '**/graphql'
  await page.route(failing, (route) =>
    route.request().postData()?.includes('CustomerList')
      ? route.fulfill({
          status: 500,
          json: { errors: [{ message: 'x', extensions: { code: 'INTERNAL', requestId: '7f3a' } }] },
        })
      : route.fallback(),
  )
  await page.goto('/customers')
  const told = page.getByRole('alert').filter({ hasText: say('This did not load') })
  await told.waitFor()
  await page.unroute(failing)
  await told.getByRole('button', { name: say('Try again') }).click()
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
})

test('a page that is older than the server says so and offers to reload', async ({ open, problems }) => {
  problems.expect(/status of 404/, /ERR_FAILED/, /dynamically imported module|preload/i)
  const { page, say } = await open({ as: ADMIN, at: '/', locale: 'en' })
  await settled(page)
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }))
  await page.getByRole('link', { name: say('API keys') }).click()
  await page.getByRole('heading', { name: say('Accord has been updated') }).waitFor()
  await page.unroute('**/assets/*.js')
  await page.getByRole('button', { name: say('Reload') }).click()
  await page.getByRole('heading', { name: say('API keys'), level: 1 }).waitFor()
})

test('the theme is there before the first paint and stays', async ({ open, problems }) => {
  problems.expect(/ERR_FAILED/)
  const { page, say } = await open({ as: ADMIN, at: '/me', locale: 'en', theme: 'light' })
  await page.getByRole('radio', { name: say('Dark'), exact: true }).click()
  const theme = () => page.locator('html').getAttribute('data-mantine-color-scheme')
  await eventually(async () => expect(await theme()).toBe('dark'))
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('/customers', { waitUntil: 'commit' })
  await eventually(async () => expect(await theme()).toBe('dark'))
  expect(pathOf(page)).toBe('/customers')
})

test('the language that staff choose is that of the next sign-in elsewhere', async ({ open }) => {
  const who = 'burcu.tan@demo.accord'
  const { page } = await open({ as: who, at: '/me', locale: 'tr' })
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
  const elsewhere = await open({ as: who })
  await elsewhere.page.addInitScript(() => localStorage.removeItem('accord-locale'))
  await elsewhere.page.goto('/me')
  await elsewhere.page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
})

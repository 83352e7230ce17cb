import { expect } from 'vitest'
import { PASSWORD, signInByApi } from './lib/accord.ts'
import { enter } from './lib/doors.ts'
import { makeContact, makeCustomer } from './lib/people.ts'
import { field, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

const rights = [
  {
    who: 'kisi@anadolu.demo',
    says: 'You see the records that you open yourself; colleagues do not see them unless they have the right to.',
  },
  { who: 'yetkili@anadolu.demo', says: 'You may see all records of {company}, those of your colleagues too.' },
  { who: 'grup@anadolu.demo', says: 'You may see all records of the group {group}, and your own.' },
]

test.for(rights)('$who reads whose records these are', async ({ who, says }, { open }) => {
  for (const locale of ['tr', 'en'] as const) {
    const { page, say } = await open({ as: who, at: '/portal', locale, width: 390 })
    await page.getByText(say(says, { company: 'Anadolu Lojistik A.Ş.', group: 'Depo' })).waitFor()
  }
})

test('a contact changes the telephone number and the language, and mails follow', async ({ open }) => {
  const contact = await makeContact(await makeCustomer())
  const { page, say } = await open({ as: contact.email, at: '/portal/me', width: 390 })
  await field(page, say('Telephone')).fill('+90 532 555 01 02')
  await page.getByRole('button', { name: say('Save'), exact: true }).click()
  await toast(page, say('Saved.')).waitFor()
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
  await eventually(async () => expect(await page.locator('html').getAttribute('lang')).toBe('en'))
  await page.reload()
  await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
  await eventually(async () => expect(await field(page, 'Telephone').inputValue()).toBe('+90 532 555 01 02'))
})

test('a contact changes the password; other devices are signed out', async ({ open, problems }) => {
  problems.expect(/status of 40[01]/)
  const contact = await makeContact(await makeCustomer())
  const visit = await open({ at: '/login', locale: 'en' })
  const { page, say } = visit
  await enter(visit, contact.email)
  const elsewhere = await open({ locale: 'en' })
  await elsewhere.page
    .context()
    .addCookies([{ ...(await signInByApi(contact.email)), url: new URL(page.url()).origin }])
  await elsewhere.page.goto('/portal')
  await elsewhere.page.getByRole('heading', { level: 1 }).waitFor()

  await page.goto('/portal/me')
  await page.getByLabel(say('Current password')).fill('yanlis-parola')
  await page.getByLabel(say('New password')).fill('Yeni-Parola-77')
  await page.getByRole('button', { name: say('Change password') }).click()
  await page.locator('[aria-invalid=true]').waitFor()
  await page.getByLabel(say('Current password')).fill(PASSWORD)
  await page.getByRole('button', { name: say('Change password') }).click()
  await eventually(async () => expect(await page.getByLabel(say('Current password')).inputValue()).toBe(''))
  await elsewhere.page.reload()
  await eventually(() => expect(pathOf(elsewhere.page)).toBe('/login'))
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(pathOf(page)).toBe('/portal/me')
})

test('staff and contacts keep to their own applications', async ({ open }) => {
  const contact = await open({ as: 'kisi@ege.demo', at: '/customers' })
  await eventually(() => expect(pathOf(contact.page)).toBe('/portal'))
  const technician = await open({ as: 'teknisyen@demo.accord', at: '/portal' })
  await eventually(() => expect(pathOf(technician.page)).toBe('/'))
})

import { expect } from 'vitest'
import { ADMIN, ask } from './lib/accord.ts'
import { makeCustomer } from './lib/people.ts'
import { expectPath, expectRow, row, rowNames } from './lib/reading.ts'
import { eventually, test } from './test.ts'

test('what narrows a list stands in the address, and comes back with it', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/customers', locale: 'en' })
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
  await page
    .getByRole('navigation', { name: say('Views') })
    .getByRole('link', { name: say('Passive') })
    .click()
  await eventually(async () => expect(await rowNames(page)).toContain('Şahin Mühendislik'))
  expectPath(page, /^\/customers\?active=false$/)
  await page.getByRole('searchbox', { name: say('Filter customers') }).fill('sahin')
  await eventually(() => expectPath(page, /q=sahin/))
  await page.reload()
  await expectRow(page, 'Şahin Mühendislik')
  await eventually(async () =>
    expect(await page.getByRole('searchbox', { name: say('Filter customers') }).inputValue()).toBe('sahin'),
  )

  // A row and back: the list is as it was left.
  await row(page, 'Şahin Mühendislik').getByRole('link').click()
  await page.getByRole('heading', { name: 'Şahin Mühendislik', level: 1 }).waitFor()
  await page.goBack()
  await expectRow(page, 'Şahin Mühendislik')
  expectPath(page, /active=false/)
  expectPath(page, /q=sahin/)
  await page.getByRole('button', { name: say('Clear'), exact: true }).click()
  await eventually(() => expectPath(page, /^\/customers\??(?!.*q=)/))
})

test('a filter can be typed in words of either language', async ({ open }) => {
  for (const [locale, words] of [
    ['tr', 'durum:pasif '],
    ['en', 'status:passive '],
  ] as const) {
    const { page, say } = await open({ as: ADMIN, at: '/customers', locale })
    await expectRow(page, 'Anadolu Lojistik A.Ş.')
    await page.getByRole('searchbox', { name: say('Filter customers') }).pressSequentially(words)
    await eventually(() => expectPath(page, /active=false/))
    await page.getByRole('list', { name: say('Filters in force') }).waitFor()
  }
})

test('a filter that nothing passes is said and cleared', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/customers?q=boyle-bir-ad-yok' })
  await page.getByRole('heading', { name: say('No customer matches') }).waitFor()
  await page.getByRole('button', { name: say('Clear filters') }).click()
  await expectRow(page, 'Anadolu Lojistik A.Ş.')
})

test('tabs, drawers and orders are addresses too', async ({ open }) => {
  const customer = await makeCustomer()
  const { page, say } = await open({ as: ADMIN, at: `/customers/${customer.id}/technicians`, locale: 'en' })
  await page
    .getByRole('link', { name: say('Authorized technicians') })
    .and(page.locator('[aria-current=page]'))
    .waitFor()
  await page
    .getByRole('link', { name: new RegExp(`^${say('Contacts')}`) })
    .last()
    .click()
  await page
    .getByRole('button', { name: say('Add contact') })
    .first()
    .click()
  await page.locator('dialog[open]').waitFor()
  expectPath(page, /\/contacts\?add=true/)
  await page.goBack()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await page.goto('/customers?sort=NAME_DESC')
  await expectRow(page, 'Vadi Hastanesi')
  const names = await rowNames(page)
  // Other tests add customers: which of them are on the first page is theirs to say, the order is the address's.
  expect(names).toEqual(names.toSorted(new Intl.Collator('tr').compare).toReversed())
})

test('an address that leads nowhere says so, and the way out works', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/customers', locale: 'en' })
  for (const path of ['/boyle-bir-sayfa-yok', '/admin/yok', '/customers/yok']) {
    await page.goto(path)
    await page
      .getByRole('heading', { name: new RegExp(`${say('There is nothing here')}|${say('This customer is not here')}`) })
      .waitFor()
  }
  await page.goto('/boyle-bir-sayfa-yok')
  await page
    .getByRole('link', { name: say('Home') })
    .last()
    .click()
  await eventually(() => expectPath(page, '/'))
})

test('a door that is closed says whom to ask', async ({ open }) => {
  const { page, say } = await open({ as: 'teknisyen@demo.accord', at: '/', locale: 'en' })
  expect(
    await page
      .getByRole('navigation', { name: say('Main menu') })
      .getByRole('link', { name: say('Users') })
      .count(),
  ).toBe(0)
  for (const path of [
    '/admin/organization/users',
    '/admin/organization/roles',
    '/admin/api-keys',
    '/admin/mail',
    '/admin/audit',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { name: say('You may not see this') }).waitFor()
  }
})

test('a customer that is denied and one that does not exist look alike', async ({ open }) => {
  const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(
    ADMIN,
    '{ customers(first: 1, filter: { text: "Ege Tekstil" }) { nodes { id } } }',
  )
  const { page } = await open({ as: 'teknisyen@demo.accord', locale: 'en' })
  const seen: string[] = []
  for (const id of [customers.nodes[0]?.id, '01a2094f-0000-7000-8000-000000000000']) {
    await page.goto(`/customers/${id}`)
    await page.getByText('This customer is not here').waitFor()
    seen.push(await page.locator('main').innerText())
  }
  expect(seen[0]).toBe(seen[1])
})

import { expect } from 'vitest'
import { ADMIN, ask, unique } from './lib/accord.ts'
import { enter } from './lib/doors.ts'
import { makeContact, makeCustomer, makeRole, makeTechnician } from './lib/people.ts'
import { drawer, field, row, rowNames, expectRow, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

test.for(['tr', 'en'] as const)(
  'a user becomes a technician and a user again (%s)',
  async (locale, { open, problems }) => {
    problems.expect(/status of 401/)
    const department = await makeCustomer({ name: unique('Deniz Bilişim – Arşiv'), kind: 'INTERNAL' })
    const user = await makeContact(department)
    const own = await open({ as: user.email, at: '/portal', locale })
    await own.page.getByRole('heading', { level: 1 }).waitFor()

    const { page, say } = await open({
      as: ADMIN,
      at: `/admin/organization/users?q=${encodeURIComponent(user.email)}`,
      locale,
    })
    await row(page, user.name)
      .getByRole('link', { name: say('Convert to technician') })
      .click()
    const form = drawer(page, say('Convert to technician'))
    await form.getByRole('button', { name: say('Convert to technician') }).click()
    await form.getByText(say('Choose a role.')).waitFor()
    await field(form, say('Role')).selectOption('Destek masası')
    await form.getByRole('button', { name: say('Convert to technician') }).click()
    await toast(page, say('{name} is a technician now.', { name: user.name })).waitFor()

    // The portal is closed to the open session, and the same sign-in opens the application of staff.
    await own.page.reload()
    await eventually(() => expect(pathOf(own.page)).toBe('/login'))
    await own.page.goto('/login')
    await enter(own, user.email)
    // From the end: other tests add customers before it.
    await own.page.goto('/customers?sort=NAME_DESC')
    await expectRow(own.page, 'Vadi Hastanesi')

    await page.goto(`/admin/organization/users?q=${encodeURIComponent(user.email)}&kind=TECHNICIAN`)
    await row(page, user.name).getByRole('link', { name: user.name }).click()
    await page.getByRole('button', { name: say('Convert to user') }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('Convert to user') })
      .click()
    await toast(page, say('{name} is a user again.', { name: user.name })).waitFor()
    await own.page.reload()
    await eventually(() => expect(pathOf(own.page)).toBe('/login'))
    await own.page.goto('/login')
    await enter(own, user.email)
    await eventually(() => expect(pathOf(own.page)).toBe('/portal'))
  },
)

test('what a role’s page predicts is what happens', async ({ open }) => {
  const role = await makeRole({ permissions: ['CUSTOMERS_READ'] })
  const technician = await makeTechnician({ role: role.name })
  const [one, two] = [
    await makeCustomer({ technicianIds: [technician.id] }),
    await makeCustomer({ technicianIds: [technician.id] }),
  ]
  const { page, say } = await open({ as: ADMIN, at: `/admin/organization/roles/${role.id}`, locale: 'en' })
  const own = await open({ as: technician.email })
  const effect = page.getByRole('listitem').filter({ hasText: technician.name }).filter({ hasText: 'customers' })
  const reach = page.getByRole('switch', {
    name: say('In tickets, only records of customers that he or she is authorized for'),
  })

  await effect.getByText(/ sees all \d+ customers/).waitFor()
  await reach.check()
  await effect.getByText(/ will see 2 of \d+ customers/).waitFor()
  await page.getByRole('button', { name: say('Save role') }).click()
  await toast(page, say('Saved. It holds from the members’ next click on.')).waitFor()
  await own.page.goto('/customers')
  await expectRow(own.page, one.name)
  expect((await rowNames(own.page)).sort()).toEqual([one.name, two.name].sort())

  await reach.uncheck()
  const before = await countOfCustomers()
  const [, predicted] = /will see all (\d+) customers/.exec(await effect.getByText(/will see all/).innerText()) ?? []
  // Other tests enter customers at the same time.
  expect(Number(predicted)).toBeLessThanOrEqual(await countOfCustomers())
  await page.getByRole('button', { name: say('Save role') }).click()
  await eventually(async () => expect(await countOfCustomers(technician.email)).toBeGreaterThanOrEqual(before))
})

async function countOfCustomers(who = ADMIN): Promise<number> {
  const { customers } = await ask<{ customers: { totalCount: number } }>(who, '{ customers { totalCount } }')
  return customers.totalCount
}

test('the last administrator stays', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/admin/organization/users?kind=ADMIN', locale: 'en' })
  await row(page, 'Elif Karaca').getByRole('link').click()
  const form = drawer(page, 'Elif Karaca')
  await form.getByRole('switch', { name: say('May sign in') }).uncheck()
  await form.getByRole('button', { name: say('Save technician') }).click()
  await form
    .getByText(/administrator/i)
    .last()
    .waitFor()
  await form.waitFor()
  expect((await ask<{ me: { kind: string } }>(ADMIN, '{ me { kind } }')).me.kind).toBe('ADMIN')
})

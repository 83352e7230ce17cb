import { expect } from 'vitest'
import { ADMIN, ask, unique } from './lib/accord.ts'
import { contractType, day, inWords, makeContract } from './lib/contracts.ts'
import { makeContact, makeCustomer, makeTechnician } from './lib/people.ts'
import { complaintOf, drawer, field, fill, pick, row, rowNames, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

const A_CONTRACT = /^\/contracts\/[0-9a-f-]{36}$/

interface Kept {
  status: string
  startsOn: string
  endsOn: string
  autoRenew: boolean
  terminatedOn: string | null
  terms: { endsOn: string; origin: string }[]
  notices: { side: string; days: number }[]
  noticeContacts: { name: string }[]
  plan: { title: string } | null
  planChanges: { fromOn: string; plan: { title: string } | null }[]
}

/** A contract as the API knows it. */
const kept = async (id: string): Promise<Kept> =>
  (
    await ask<{ contract: Kept }>(
      ADMIN,
      `query ($id: ID!) { contract(id: $id) {
        status startsOn endsOn autoRenew terminatedOn terms { endsOn origin } notices { side days }
        noticeContacts { name } plan { title } planChanges { fromOn plan { title } }
      } }`,
      { id },
    )
  ).contract

const idOf = (path: string): string => path.split('/')[2] ?? ''

test('a contract is made, and the days on which its notices go out are seen while they are typed', async ({ open }) => {
  const customer = await makeCustomer()
  const contact = await makeContact(customer)
  const type = await contractType(unique('Bakım'))
  const name = unique('Bakım ve destek')
  const { page, say } = await open({ as: ADMIN, at: `/contracts/new?customer=${customer.id}` })

  await field(page, say('Contract type')).selectOption(type.name)
  await fill(page, {
    [say('Name of the contract')]: name,
    [say('First day')]: '2026-01-31',
    [say('Last day')]: '2099-02-27',
  })
  await page.getByRole('switch', { name: say('Renews by itself') }).check()
  await field(page, say('First day')).fill(day(-100))
  await field(page, say('Last day')).fill(day(60))

  await page.getByRole('button', { name: say('Add a notice') }).click()
  await page.getByLabel(say('Days of notice {number}', { number: '1' })).fill('20')
  const notices = page.getByRole('group', { name: say('Notices') })
  await notices.getByText(inWords(day(40))).waitFor()
  // A day that has passed is said to be skipped, and one after the end goes out only if nothing follows.
  await page.getByLabel(say('Days of notice {number}', { number: '1' })).fill('61')
  await notices.getByText(inWords(day(-1))).waitFor()
  await notices.getByText(say('has passed, is skipped')).waitFor()
  await page.getByLabel(say('Days of notice {number}', { number: '1' })).fill('30')
  await page.getByRole('button', { name: say('Add a notice') }).click()
  await page.getByLabel(say('Days of notice {number}', { number: '2' })).fill('5')
  await page.getByLabel(say('Before or after the end, notice {number}', { number: '2' })).selectOption('AFTER_END')
  await notices.getByText(inWords(day(65))).waitFor()
  await notices.getByText(say('only if it does not renew')).waitFor()
  await pick(page, say('The customer’s people'), contact.name)

  await page.getByRole('button', { name: say('Save contract') }).click()
  await toast(page, say('Contract saved')).waitFor()
  await eventually(() => expect(pathOf(page)).toMatch(A_CONTRACT))
  await row(page, '')
    .filter({ hasText: inWords(day(30)) })
    .first()
    .waitFor()
  expect(await kept(idOf(pathOf(page)))).toMatchObject({
    status: 'ACTIVE',
    startsOn: day(-100),
    endsOn: day(60),
    autoRenew: true,
    notices: [
      { side: 'BEFORE_END', days: 30 },
      { side: 'AFTER_END', days: 5 },
    ],
    noticeContacts: [{ name: contact.name }],
  })
})

test('the next three terms do not drift at ends of months', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/contracts/new', locale: 'en' })
  await fill(page, { [say('First day')]: '2026-01-31', [say('Last day')]: '2026-02-27' })
  await page.getByRole('switch', { name: say('Renews by itself') }).check()
  await field(page, say('How many')).fill('1')
  for (const end of ['30 March 2026', '29 April 2026', '30 May 2026'])
    await page.getByText(end, { exact: true }).first().waitFor()
})

test('what lacks or cannot be is said at its field, and what was typed stays', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/contracts/new' })
  await page.getByRole('button', { name: say('Save contract') }).click()
  expect(await complaintOf(page, say('Customer'))).toContain(say('Choose the customer.'))
  expect(await complaintOf(page, say('Contract type'))).toContain(say('Choose the type.'))
  expect(await complaintOf(page, say('Name of the contract'))).toContain(say('This cannot stay empty.'))
  await fill(page, { [say('First day')]: day(10), [say('Last day')]: day(5) })
  await page.getByRole('button', { name: say('Save contract') }).click()
  expect(await complaintOf(page, say('Last day'))).toContain(say('The last day cannot be before the first.'))
  await page.getByRole('button', { name: say('Add a notice') }).click()
  await page.getByLabel(say('Days of notice {number}', { number: '1' })).fill('999')
  await page.getByRole('button', { name: say('Save contract') }).click()
  await page
    .getByText(say('Write a number of days from {fewest} to {MOST_DAYS}.', { fewest: '0', MOST_DAYS: '365' }))
    .waitFor()
  expect(await field(page, say('Last day')).inputValue()).toBe(day(5))
})

test('the server’s refusal stands at its field', async ({ open }) => {
  const customer = await makeCustomer()
  const technician = await makeTechnician()
  const contract = await makeContract(customer)
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${contract.id}/edit` })
  // Somebody who may not see the customer cannot be told of its contracts.
  await pick(page, say('Our people'), technician.name)
  await page.getByRole('button', { name: say('Save contract') }).click()
  await page.getByText(technician.name).filter({ visible: true }).first().waitFor()
  await page.getByText(/bu müşteriyi göremiyor/).waitFor()
  expect(pathOf(page)).toBe(`/contracts/${contract.id}/edit`)
})

test('a contract is renewed with another period, and the new term is seen before', async ({ open }) => {
  const contract = await makeContract(await makeCustomer(), { startsOn: '2026-01-01', endsOn: '2026-12-31' })
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${contract.id}`, locale: 'en' })
  await page.getByRole('button', { name: say('Renew now…') }).click()
  const form = drawer(page, say('Renew {name}', { name: contract.name }))
  expect(await field(form, say('Renews for')).inputValue()).toBe('12')
  await field(form, say('Renews for')).fill('6')
  await form.getByText('Wednesday, 30 June 2027').or(form.getByText('Wednesday 30 June 2027')).waitFor()
  await form.getByRole('button', { name: say('Renew now') }).click()
  await toast(page, say('The contract is renewed.')).waitFor()
  await page.getByText(say('Renewed by hand'), { exact: true }).waitFor()
  expect((await kept(contract.id)).terms).toEqual([
    { endsOn: '2026-12-31', origin: 'INITIAL' },
    { endsOn: '2027-06-30', origin: 'MANUAL' },
  ])
})

test('a contract is terminated on a day and for a reason', async ({ open }) => {
  const contract = await makeContract(await makeCustomer())
  const reason = unique('Depo kapandı')
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${contract.id}` })
  const take = async () => {
    await page.getByRole('button', { name: say('More actions') }).click()
    await page.getByRole('menuitem', { name: say('Terminate…') }).click()
  }
  await take()
  const form = drawer(page, say('Terminate {name}', { name: contract.name }))
  await form.getByRole('button', { name: say('Terminate contract') }).click()
  expect(await complaintOf(form, say('Reason'))).toContain(say('Say why it is terminated.'))
  await field(form, say('Last day')).fill(day(900))
  await field(form, say('Reason')).fill(reason)
  await form.getByRole('button', { name: say('Terminate contract') }).click()
  await complaintOf(form, say('Last day'))
  await field(form, say('Last day')).fill(day(-1))
  await form.getByRole('button', { name: say('Terminate contract') }).click()
  await toast(page, say('The contract is terminated.')).waitFor()
  await page.getByText(reason).first().waitFor()
  await eventually(async () => expect(await kept(contract.id)).toMatchObject({ status: 'TERMINATED', endsOn: day(-1) }))
  await page.getByRole('button', { name: say('More actions') }).waitFor({ state: 'detached' })
})

test('the plan changes from the next billing period on', async ({ open }) => {
  const { servicePlans } = await ask<{ servicePlans: { nodes: { id: string; title: string }[] } }>(
    ADMIN,
    '{ servicePlans(first: 20, filter: { active: true, pricingMethod: HOURLY }) { nodes { id title } } }',
  )
  const [first, second] = servicePlans.nodes
  const contract = await makeContract(await makeCustomer(), { planId: first?.id })
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${contract.id}` })
  await page.getByRole('button', { name: say('More actions') }).click()
  await page.getByRole('menuitem', { name: say('Change plan…') }).click()
  const form = drawer(page, say('Change the plan of {name}', { name: contract.name }))
  await field(form, say('Service plan')).selectOption(second?.id ?? '')
  await form.getByRole('button', { name: say('Change plan') }).click()
  await toast(page, say('The plan changes with the next billing period.')).waitFor()
  const { plan, planChanges } = await kept(contract.id)
  expect(plan?.title).toBe(first?.title)
  expect(planChanges.map((change) => change.plan?.title)).toEqual([first?.title, second?.title])
  expect(planChanges[1]?.fromOn.localeCompare(day(0))).toBe(1)
})

test('a draft is put into force; another one is deleted', async ({ open }) => {
  const customer = await makeCustomer()
  const [one, other] = [await makeContract(customer, { draft: true }), await makeContract(customer, { draft: true })]
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${one.id}` })
  await page.getByRole('button', { name: say('Activate') }).click()
  await toast(page, say('The contract is activated.')).waitFor()
  await eventually(async () => expect((await kept(one.id)).status).toBe('ACTIVE'))

  await page.goto(`/contracts/${other.id}`)
  await page.getByRole('button', { name: say('More actions') }).click()
  await page.getByRole('menuitem', { name: say('Delete draft…') }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('Delete draft') })
    .click()
  await eventually(() => expect(pathOf(page)).toBe('/contracts'))
  expect(await kept(other.id)).toBeNull()
})

test('what was typed into a contract is back after the page was left', async ({ open }) => {
  const contract = await makeContract(await makeCustomer())
  const name = unique('Yarım kaldı')
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${contract.id}/edit` })
  await field(page, say('Name of the contract')).fill(name)
  await page.getByText(say('Not saved yet')).waitFor()
  // The browser asks before it goes; a crash asks nobody.
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByText(say('Your unsaved words are back.')).waitFor()
  await eventually(async () => expect(await field(page, say('Name of the contract')).inputValue()).toBe(name))
  await page.getByRole('button', { name: say('Discard them') }).click()
  await eventually(async () => expect(await field(page, say('Name of the contract')).inputValue()).toBe(contract.name))
})

test('the list is narrowed by typing, and its address says how', async ({ open }) => {
  const customer = await makeCustomer()
  const soon = await makeContract(customer, { endsOn: day(20) })
  const later = await makeContract(customer, { endsOn: day(80) })
  await makeContract(customer, { endsOn: day(-1) })
  const { page, say } = await open({ as: ADMIN, at: `/contracts?customer=${customer.id}` })
  await eventually(async () => expect(await rowNames(page)).toHaveLength(3))
  await page.getByRole('link', { name: say('Ending in 90 days') }).click()
  await eventually(async () => expect((await rowNames(page)).join()).toContain(later.reference))
  await eventually(async () => expect(await rowNames(page)).toHaveLength(2))
  await page.getByRole('searchbox', { name: say('Filter contracts') }).fill('bitiş:<30g')
  await page.keyboard.press('Enter')
  await eventually(() => expect(new URL(page.url()).searchParams.get('ends')).toBe('30'))
  await eventually(async () => expect(await rowNames(page)).toHaveLength(1))
  expect((await rowNames(page)).join()).toContain(soon.reference)
})

test('a restricted technician sees the contracts of authorized customers only', async ({ open }) => {
  const technician = await makeTechnician()
  const own = await makeCustomer({ technicianIds: [technician.id] })
  const foreign = await makeCustomer()
  const mark = unique('Kapsam')
  const [mine, hidden] = [
    await makeContract(own, { name: `${mark} a` }),
    await makeContract(foreign, { name: `${mark} b` }),
  ]
  const { page, say } = await open({ as: technician.email, at: `/contracts?q=${encodeURIComponent(mark)}` })
  await eventually(async () => expect((await rowNames(page)).join()).toContain(mine.reference))
  expect(await rowNames(page)).toHaveLength(1)
  await page.getByRole('link', { name: say('Add contract') }).waitFor({ state: 'detached' })
  await page.goto(`/contracts/${hidden.id}`)
  await page.getByRole('heading', { name: say('This contract is not here') }).waitFor()
  await page.goto(`/contracts/${mine.id}`)
  await page.getByRole('heading', { level: 1, name: mine.name }).waitFor()
  await page.getByRole('button', { name: say('Renew now…') }).waitFor({ state: 'detached' })
})

test('a ticket is opened under a contract, and shows it', async ({ open }) => {
  const customer = await makeCustomer()
  const contact = await makeContact(customer)
  const contract = await makeContract(customer)
  const subject = unique('Yazıcı çalışmıyor')
  const { page, say } = await open({ as: ADMIN, at: `/contracts/${contract.id}` })
  await page.getByRole('link', { name: say('New ticket') }).click()
  const form = drawer(page, say('New ticket'))
  await pick(form, say('Requester'), contact.name)
  await fill(form, { [say('Subject')]: subject, [say('Description')]: 'Kâğıt sıkışıyor.' })
  await form.getByRole('button', { name: say('Open the ticket') }).click()
  await eventually(() => expect(pathOf(page)).toMatch(/^\/tickets\/[0-9a-f-]{36}$/))
  await page.getByRole('link', { name: contract.name }).waitFor()
  await page.goto(`/contracts/${contract.id}`)
  await page.getByRole('link', { name: subject }).waitFor()
})

test('a template of notices is tried and saved', async ({ open, problems }) => {
  // What a preview cannot be made of is refused.
  problems.expect(/status of 400/)
  const at = '/admin/service/notice-templates?side=AFTER_END&locale=EN'
  const { page, say } = await open({ as: ADMIN, at, locale: 'en' })
  const mark = unique('Ended')
  const subject = field(page, say('Subject'))
  const before = await subject.inputValue()
  await subject.fill(`${mark}: {contract}`)
  await page.getByRole('heading', { name: `${mark}: On-site support` }).waitFor()
  await subject.fill('{contrat}')
  await eventually(async () => expect(await complaintOf(page, say('Subject'))).toContain('{contrat}'))
  await subject.fill(`${before}.`)
  await page.getByRole('button', { name: say('Save template') }).click()
  await toast(page, say('Template saved')).waitFor()
  // As it was, for whoever comes after.
  await subject.fill(before)
  await page.getByRole('button', { name: say('Save template') }).click()
  await eventually(() => expect(page.getByText(say('Not saved yet')).count()).resolves.toBe(0))
})

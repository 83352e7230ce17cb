import { expect } from 'vitest'
import { makeContact, makeCustomer } from './lib/people.ts'
import { field } from './lib/reading.ts'
import { dayFrom, logTime, makeContract, makePlan } from './lib/time.ts'
import { eventually, pathOf, test } from './test.ts'

const phone = { locale: 'tr', width: 390 } as const
const WHO = 'genel.teknisyen@demo.accord'

test('who sees the company reads until when its contracts run and how many hours are left', async ({ open }) => {
  const customer = await makeCustomer()
  const authorized = await makeContact(customer, { seesCompanyRecords: true })
  const plan = await makePlan({ includedHours: '20' })
  const contract = await makeContract(customer, {
    planId: plan.id,
    startsOn: dayFrom(-3),
    endsOn: dayFrom(27),
    autoRenew: true,
    renewalPeriod: { count: 1, unit: 'MONTH' },
  })
  await makeContract(customer, { name: 'Yangın algılama bakımı', startsOn: dayFrom(-300), endsOn: dayFrom(9) })
  await makeContract(customer, { name: 'Kablolama garantisi', startsOn: dayFrom(-400), endsOn: dayFrom(-30) })
  await logTime(WHO, { contractId: contract.id, workedOn: dayFrom(0), minutes: 810 })

  const { page, say } = await open({ as: authorized.email, at: '/portal', ...phone })
  await page.getByRole('link', { name: '2 sözleşmenin tümü ve saatleri' }).click()
  const renewing = page.getByRole('article', { name: contract.name })
  await renewing.getByText(say('{leftWords} left', { leftWords: '6 sa 30 dk' })).waitFor()
  await renewing
    .getByText(say('{usedWords} of {creditWords} used', { usedWords: '13 sa 30 dk', creditWords: '20 sa' }))
    .waitFor()
  await renewing.getByText('Bugünle birlikte 28 gün kaldı.').waitFor()
  await renewing.getByText('Kendiliğinden 1 ay yenilenir.', { exact: false }).waitFor()
  expect(await renewing.getByRole('link', { name: say('Ask for renewal') }).count()).toBe(0)

  await page.getByRole('link', { name: say('Past') }).click()
  await page.getByRole('article', { name: 'Kablolama garantisi' }).waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await page.getByRole('link', { name: say('Running') }).click()
  await page
    .getByRole('article', { name: 'Yangın algılama bakımı' })
    .getByRole('link', { name: say('Ask for renewal') })
    .click()
  await eventually(() => expect(pathOf(page)).toBe('/portal/new'))
  await eventually(async () =>
    expect(await field(page, say('Subject')).inputValue()).toContain('Yangın algılama bakımı'),
  )
})

test('without the right the portal says whom to ask, and asks nothing of the server', async ({ open }) => {
  const customer = await makeCustomer()
  const person = await makeContact(customer)
  await makeContract(customer)
  const { page, say } = await open({ as: person.email, at: '/portal', ...phone })
  await page.getByRole('heading', { name: say('Your place here') }).waitFor()
  expect(await page.getByRole('heading', { name: say('Contracts') }).count()).toBe(0)
  await page.goto('/portal/contracts')
  await page
    .getByText(
      say(
        'Contracts and their hours are shown to people with the right to all records of the company. Your administrator can give it.',
      ),
    )
    .waitFor()
})

test('a company without a contract is told so', async ({ open }) => {
  const customer = await makeCustomer()
  const authorized = await makeContact(customer, { seesCompanyRecords: true })
  const { page, say } = await open({ as: authorized.email, at: '/portal/contracts', ...phone })
  await page.getByText(say('No contract runs')).waitFor()
})

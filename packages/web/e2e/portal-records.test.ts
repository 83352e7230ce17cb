import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, changeAs } from './lib/accord.ts'
import { cutOff } from './lib/answers.ts'
import { makeContact, makeCustomer, type MadePerson } from './lib/people.ts'
import { answerTicket, askApproval, moveTicket, openTicket, setCompanyRight } from './lib/portal-tickets.ts'
import { field, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

const phone = { locale: 'tr', width: 390 } as const

/** A company of three: one who only sees the own records, one who sees all, and a colleague like the first. */
async function makeCompany() {
  const customer = await makeCustomer()
  const [person, authorized, colleague] = [
    await makeContact(customer),
    await makeContact(customer, { seesCompanyRecords: true }),
    await makeContact(customer),
  ]
  return { customer, person, authorized, colleague }
}

const refusalOf = (who: MadePerson, scope: string) =>
  ask(who.email, `{ tickets(scope: ${scope}) { totalCount } }`).then(
    () => 'none',
    (error: Error) => error.message,
  )

test('a contact opens an incident on a phone; who sees the company finds it, who does not cannot', async ({ open }) => {
  const { customer, person, authorized, colleague } = await makeCompany()
  const subject = 'Şoför kapısındaki turnike açılmıyor'

  const his = await open({ as: person.email, at: '/portal', ...phone })
  await his.page.getByText(his.say('Often asked for')).waitFor()
  await his.page.getByRole('link', { name: his.say('Report an incident') }).click()
  await field(his.page, his.say('Subject')).fill(subject)
  await field(his.page, his.say('Description')).fill('Kartı okuyor, kol dönmüyor.\nSabah 07:30’dan beri.')
  await his.page.getByRole('button', { name: his.say('Send'), exact: true }).click()
  await his.page.getByRole('heading', { name: subject, level: 1 }).waitFor()
  expect(pathOf(his.page)).toMatch(/^\/portal\/records\/[0-9a-f-]{36}$/)
  const path = pathOf(his.page)

  const hers = await open({ as: authorized.email, at: '/portal/records', ...phone })
  await hers.page.getByText(hers.say('You have no open record')).waitFor()
  await hers.page.getByRole('radio', { name: new RegExp(`^${hers.say('My company')}`) }).click()
  await hers.page.getByRole('heading', { name: subject }).waitFor()
  const words = `${customer.name} için 1 kayıt gösteriliyor; çalışma arkadaşlarınızın açtığı: 1.`
  await hers.page.getByText(words).waitFor()
  await hers.page.getByRole('link', { name: new RegExp(subject) }).click()
  await hers.page.getByText(`${customer.name} kayıtlarının tümünü görme yetkiniz var`, { exact: false }).waitFor()
  await hers.page.getByRole('textbox', { name: hers.say('Write your reply') }).fill('Güvenlik de aynı şeyi söylüyor.')
  await hers.page.getByRole('button', { name: hers.say('Send the reply') }).click()
  await hers.page.getByRole('article').filter({ hasText: 'Güvenlik de aynı' }).waitFor()
  await eventually(async () =>
    expect(await hers.page.getByRole('textbox', { name: hers.say('Write your reply') }).inputValue()).toBe(''),
  )

  const other = await open({ as: colleague.email, at: '/portal/records?scope=company', ...phone })
  const sentence = 'You do not have the right to see all records of your company; your own are shown.'
  await other.page.getByText(other.say(sentence)).waitFor()
  await other.page.getByText(other.say('You have no open record')).waitFor()
  await eventually(async () => expect(await other.page.getByRole('radio').count()).toBe(0))
  expect(await refusalOf(colleague, 'COMPANY')).not.toBe('none')
  await other.page.goto(path)
  await other.page.getByRole('heading', { name: other.say('No such record'), level: 1 }).waitFor()
})

test('the right to the company is taken away while the toggle is set', async ({ open, problems }) => {
  problems.expect(/status of 403|CombinedGraphQLErrors/)
  const { person, authorized } = await makeCompany()
  await openTicket(person.email, { subject: 'Kantar bilgisayarı yavaş' })
  await openTicket(authorized.email, { subject: 'Benim kendi kaydım' })
  const { page, say } = await open({ as: authorized.email, at: '/portal/records?scope=company', ...phone })
  await page.getByRole('heading', { name: 'Kantar bilgisayarı yavaş' }).waitFor()

  await setCompanyRight(authorized, false)
  await page.getByRole('link', { name: new RegExp(`^${say('Closed')}`) }).click()
  await page.getByText(say('You no longer see the records of your company; your own are shown.')).waitFor()
  // The tab, not a record that is open too.
  await page.getByRole('link', { name: new RegExp(`^${say('Open')} \\d`) }).click()
  await page.getByRole('heading', { name: 'Benim kendi kaydım' }).waitFor()
  await eventually(async () =>
    expect(await page.getByRole('heading', { name: 'Kantar bilgisayarı yavaş' }).count()).toBe(0),
  )
  await eventually(async () => expect(await page.getByRole('radio').count()).toBe(0))
  await eventually(async () => expect(await page.getByRole('alert').count()).toBe(0))
  expect(await refusalOf(authorized, 'COMPANY')).not.toBe('none')
})

test('a request is approved from the list of approvals, another one refused with a reason', async ({ open }) => {
  const { person, authorized } = await makeCompany()
  const [yes, no] = [
    await openTicket(person.email, { kind: 'REQUEST', subject: 'Yeni el terminali' }),
    await openTicket(person.email, { kind: 'REQUEST', subject: 'Üçüncü ekran' }),
  ]
  for (const ticket of [yes, no]) await askApproval(ticket, authorized)
  const { page, say } = await open({ as: authorized.email, at: '/portal', ...phone })
  await page.getByText('2 istek onayınızı bekliyor').waitFor()
  await page.getByRole('link', { name: '2 onayın tümüne gidin' }).click()
  await page.getByRole('button', { name: `${say('Approve')}: Yeni el terminali` }).click()
  await page.getByRole('button', { name: say('Approve'), exact: true }).click()
  await toast(page, say('Approved.')).waitFor()
  await page.getByRole('button', { name: `${say('Reject')}: Üçüncü ekran` }).click()
  await field(page, say('Why not?')).fill('Bütçede yok.')
  await page.getByRole('button', { name: say('Reject'), exact: true }).click()
  await page.getByText(say('No approvals')).waitFor()

  const his = await open({ as: person.email, at: `/portal/records/${no.id}`, ...phone })
  await his.page.getByText('Bütçede yok.', { exact: false }).waitFor()
  await his.page.goto('/portal/records?status=approved')
  await his.page.getByRole('heading', { name: 'Yeni el terminali' }).waitFor()
  await eventually(async () => expect(await his.page.getByRole('heading', { name: 'Üçüncü ekran' }).count()).toBe(0))
})

test('a solution is rated, then opened again with a reason', async ({ open }) => {
  const { person } = await makeCompany()
  const ticket = await openTicket(person.email)
  await answerTicket(ticket, 'Silindir temizlendi.')
  await answerTicket(ticket, 'Yalnız ekip görür.', true)
  await moveTicket(ticket, 'IN_PROGRESS', 'RESOLVED')
  const { page, say } = await open({ as: person.email, at: `/portal/records/${ticket.id}`, ...phone })
  await page.getByText('Silindir temizlendi.').waitFor()
  await eventually(async () => expect(await page.getByText('Yalnız ekip görür.').count()).toBe(0))

  await page.getByRole('radio', { name: /^2/ }).check({ force: true })
  await field(page, say('A few words')).fill('Bir gün sürdü.')
  await page.getByRole('button', { name: say('Save the rating') }).click()
  await toast(page, say('Thank you. Your rating is saved.')).waitFor()
  await page.reload()
  await eventually(async () => expect(await page.getByRole('radio', { name: /^2/ }).isChecked()).toBe(true))

  await page.getByRole('button', { name: say('The problem goes on') }).click()
  await field(page, say('What goes on?')).fill('Yine sıkıştırıyor.')
  await page.getByRole('button', { name: say('Open again'), exact: true }).click()
  await toast(page, say('The record is open again.')).waitFor()
  await page.getByRole('article').filter({ hasText: 'Yine sıkıştırıyor.' }).waitFor()
  await eventually(async () =>
    expect(await page.getByRole('button', { name: say('The problem goes on') }).count()).toBe(0),
  )
})

test('neither a broken connection nor a reload loses what was written', async ({ open, problems }) => {
  problems.expect(/Failed to fetch|ERR_FAILED/)
  const { person } = await makeCompany()
  const { page, say } = await open({ as: person.email, at: '/portal/new?type=request', ...phone })
  await field(page, say('Subject')).fill('İkinci ekran')
  await field(page, say('Description')).fill('Raporlar tek ekrana sığmıyor.')
  const restore = await cutOff(page, 'PortalCreate')
  await page.getByRole('button', { name: say('Send'), exact: true }).click()
  await page.getByText(say('Not sent: the server cannot be reached. What you wrote stays here.')).waitFor()
  await eventually(async () =>
    expect(await field(page, say('Description')).inputValue()).toBe('Raporlar tek ekrana sığmıyor.'),
  )
  await page.reload()
  await page.getByText(say('What you wrote last time is back.')).waitFor()
  await eventually(async () => expect(await field(page, say('Subject')).inputValue()).toBe('İkinci ekran'))
  await restore()
  await page.getByRole('button', { name: say('Send'), exact: true }).click()
  await page.getByRole('heading', { name: 'İkinci ekran', level: 1 }).waitFor()
  await page.goto('/portal/new')
  await eventually(async () => expect(await field(page, say('Subject')).inputValue()).toBe(''))

  await page.goBack()
  const reply = page.getByRole('textbox', { name: say('Write your reply') })
  await reply.fill('Bir de klavye lütfen.')
  const restoreReply = await cutOff(page, 'PortalComment')
  await page.getByRole('button', { name: say('Send the reply') }).click()
  await page.getByRole('alert').waitFor()
  await page.reload()
  await eventually(async () => expect(await reply.inputValue()).toBe('Bir de klavye lütfen.'))
  await restoreReply()
  await page.getByRole('button', { name: say('Send the reply') }).click()
  await page.getByRole('article').filter({ hasText: 'Bir de klavye' }).waitFor()
})

test('a photo goes with a request, and a colleague without the right does not get it', async ({ open, problems }) => {
  problems.expect(/status of 404/)
  const { person, authorized, colleague } = await makeCompany()
  const { page, say } = await open({ as: person.email, at: '/portal/new', ...phone })
  await field(page, say('Subject')).fill('Ekranda çizgi var')
  await field(page, say('Description')).fill('Fotoğrafta görünüyor.')
  const camera = page.locator('input[type=file][capture=environment]')
  await camera.setInputFiles({ name: 'ekran.png', mimeType: 'image/png', buffer: PIXEL })
  await page
    .getByRole('list', { name: say('Attached files') })
    .getByText('ekran')
    .first()
    .waitFor()
  await page.getByRole('button', { name: say('Send'), exact: true }).click()
  await page.getByRole('heading', { name: 'Ekranda çizgi var', level: 1 }).waitFor()
  const file = page.getByRole('link', { name: /ekran/ })
  await file.waitFor()
  const url = (await file.getAttribute('href')) ?? ''
  const statusFor = async (who: MadePerson) => {
    const visit = await open({ as: who.email, at: '/portal', ...phone })
    return (await visit.page.request.get(url)).status()
  }
  expect(await statusFor(authorized)).toBe(200)
  expect(await statusFor(colleague)).toBe(404)
})

/** The files that this browser keeps for messages that are not sent: a name, and whether it has arrived. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no storage')))
      })
    // To open what is not there would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'accord-drafts')) return []
    const database = await wait(indexedDB.open('accord-drafts'))
    const drafts = await wait(database.transaction('files').objectStore('files').getAll())
    database.close()
    return (drafts as { file: File; uploadId?: string }[][])
      .flat()
      .map(({ file, uploadId }) => [file.name, uploadId !== undefined])
  })

test('photos that were chosen are there again after a reload, are not sent twice, and go when they are sent', async ({
  open,
}) => {
  const { person } = await makeCompany()
  const { page, say } = await open({ as: person.email, at: '/portal/new', ...phone })
  const photo = { name: 'kapı.png', mimeType: 'image/png', buffer: PIXEL }
  const camera = page.locator('input[type=file][capture=environment]')
  const chosen = page.getByRole('list', { name: say('Attached files') }).getByText('kapı')
  await field(page, say('Subject')).fill('Kapı kapanmıyor')
  await field(page, say('Description')).fill('Fotoğraftaki kapı.')
  await camera.setInputFiles(photo)
  await eventually(async () => expect(await keptFiles(page)).toEqual([['kapı.png', true]]))

  const uploads: string[] = []
  page.on('request', (request) => request.url().includes('/files/uploads') && uploads.push(request.url()))
  await page.reload()
  await page.getByText(say('What you wrote last time is back.')).waitFor()
  await chosen.first().waitFor()
  await page.getByRole('button', { name: say('Send'), exact: true }).click()
  await page.getByRole('heading', { name: 'Kapı kapanmıyor', level: 1 }).waitFor()
  await page.getByRole('link', { name: /kapı/ }).waitFor()
  expect(uploads).toEqual([])
  expect(await keptFiles(page)).toEqual([])

  // What is begun anew or left by signing out is gone too.
  await page.goto('/portal/new')
  await camera.setInputFiles(photo)
  await eventually(async () => expect(await keptFiles(page)).toEqual([['kapı.png', true]]))
  await page.reload()
  await page.getByRole('button', { name: say('Begin anew') }).click()
  await chosen.first().waitFor({ state: 'detached' })
  await eventually(async () => expect(await keptFiles(page)).toEqual([]))
  await camera.setInputFiles(photo)
  await eventually(async () => expect(await keptFiles(page)).toHaveLength(1))
  await page.goto('/portal/me')
  await page.getByRole('button', { name: say('Sign out'), exact: true }).click()
  await eventually(() => expect(pathOf(page)).toBe('/login'))
  await eventually(async () => expect(await keptFiles(page)).toEqual([]))
})

test('records are searched, paged, and found by who opened them', async ({ open }) => {
  const { person, authorized } = await makeCompany()
  for (let i = 1; i <= 21; i++) await openTicket(person.email, { subject: `Barkod okuyucu ${i}` })
  await changeAs(authorized.email, 'createTicket', 'ticket { id }', {
    kind: 'INCIDENT',
    subject: 'Işık yanmıyor',
    description: 'Depo girişinde.',
  })
  const { page, say } = await open({ as: authorized.email, at: '/portal/records?scope=company', ...phone })
  await page.getByText('1–20 / 22').waitFor()
  await page.getByRole('link', { name: say('Next') }).click()
  await page.getByText('21–22 / 22').waitFor()
  await page.getByRole('searchbox', { name: say('Search in records') }).fill('ısık')
  await page.getByRole('heading', { name: 'Işık yanmıyor' }).waitFor()
  await eventually(async () => expect(await page.getByRole('main').getByRole('heading', { level: 2 }).count()).toBe(1))
  expect(page.url()).toContain('q=')

  await page.goto('/portal/people')
  await page.getByRole('link', { name: new RegExp(person.name) }).click()
  await page.getByText(`Açan: ${person.name}`).waitFor()
  await page.getByText('1–20 / 21').waitFor()
  await page.getByRole('button', { name: say('Show the records of everybody') }).click()
  await page.getByText('1–20 / 22').waitFor()
})

/** A picture of one point. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

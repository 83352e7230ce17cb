import { expect } from 'vitest'
import { ADMIN, unique, uniqueEmail } from './lib/accord.ts'
import { cutOff } from './lib/answers.ts'
import { makeContact, makeCustomer, makeTechnician } from './lib/people.ts'
import { complaintOf, drawer, expectPath, expectRow, field, fill, pick, row, rowNames, toast } from './lib/reading.ts'
import { eventually, test } from './test.ts'

const windows = [
  { locale: 'tr', width: 1280 },
  { locale: 'en', width: 390 },
] as const

test.for(windows)(
  'an administrator enters a customer and its first contact ($locale, $width px)',
  async ({ locale, width }, { open, problems }) => {
    problems.expect(/ERR_FAILED/)
    const { page, say } = await open({ as: ADMIN, at: '/customers', locale, width })
    const name = unique('Yıldız Çağrı Merkezi')
    await page.getByRole('link', { name: say('New customer account') }).click()
    const form = drawer(page, say('New customer account'))
    const save = form.getByRole('button', { name: say('Save customer') })

    // What is required says so, and the first such field has the focus.
    await save.click()
    await eventually(async () => expect(await complaintOf(form, say('Name'))).toBe(say('Enter the customer’s name.')))
    await eventually(async () =>
      expect(await field(form, say('Name')).evaluate((input) => input === document.activeElement)).toBe(true),
    )

    // A likely duplicate is shown while typing, without marks and in small letters.
    await fill(form, { [say('Name')]: 'anadolu lojıstik' })
    await form.getByRole('link', { name: 'Anadolu Lojistik A.Ş.' }).waitFor()

    // The very same name is refused at its field.
    await fill(form, {
      [say('Name')]: 'ANADOLU LOJİSTİK A.Ş.',
      [say('Code')]: 'YCM',
      [say('Phone')]: '+90 212 555 00 00',
    })
    await save.click()
    await eventually(async () => expect(await complaintOf(form, say('Name'))).not.toBe(''))

    // A save that fails loses nothing, and can be repeated.
    await fill(form, { [say('Name')]: name })
    const mend = await cutOff(page, 'CreateCustomer')
    await save.click()
    await form.getByRole('alert').waitFor()
    await eventually(async () => expect(await field(form, say('Name')).inputValue()).toBe(name))
    await eventually(async () => expect(await field(form, say('Code')).inputValue()).toBe('YCM'))
    await mend()
    await form.getByLabel(say('Add a contact next')).check()
    await save.click()

    // The contact follows at once.
    const contact = drawer(page, say('Add contact'))
    await contact.waitFor()
    expectPath(page, /^\/customers\/[\w-]+\/contacts\?add=true$/)
    const person = unique('Şükrü')
    const saveContact = contact.getByRole('button', { name: say('Save contact') })
    await fill(contact, { [say('Full name')]: person, [say('E-mail')]: 'boyle-adres-olmaz' })
    await saveContact.click()
    await eventually(async () => expect(await complaintOf(contact, say('E-mail'))).not.toBe(''))
    await fill(contact, { [say('E-mail')]: 'KISI@anadolu.demo' })
    await saveContact.click()
    await eventually(async () => expect(await complaintOf(contact, say('E-mail'))).not.toBe(''))
    const email = uniqueEmail()
    await fill(contact, { [say('E-mail')]: email })
    await saveContact.click()
    await toast(page, say('{0} added and invited', { 0: person })).waitFor()
    await expectRow(page, person)

    // Both are where one looks for them.
    await page.goto(`/customers?q=${encodeURIComponent(name)}`)
    await expectRow(page, name)
    await eventually(async () => expect(await rowNames(page)).toEqual([name]))
    await page.goto(`/contacts?q=${encodeURIComponent(email)}`)
    await expectRow(page, person)
  },
)

test('what was typed comes back after the drawer was left by accident', async ({ open }) => {
  const { page, say } = await open({ as: 'genel.teknisyen@demo.accord', at: '/customers/new', locale: 'en' })
  const form = drawer(page, say('New customer account'))
  await fill(form, { [say('Name')]: 'Yarım Kalan Kayıt', [say('Address')]: 'Kadıköy' })
  await page.keyboard.press('Escape')
  await form
    .getByRole('alert')
    .filter({ hasText: say('There are unsaved changes.') })
    .waitFor()
  await form.getByRole('button', { name: say('Keep editing') }).click()
  await eventually(async () => expect(await field(form, say('Name')).inputValue()).toBe('Yarım Kalan Kayıt'))
  await page.reload()
  await form.getByText(say('Your unsaved words are back.')).waitFor()
  await eventually(async () => expect(await field(form, say('Address')).inputValue()).toBe('Kadıköy'))
  await form.getByRole('button', { name: say('Discard them') }).click()
  await eventually(async () => expect(await field(form, say('Address')).inputValue()).toBe(''))

  // What was discarded stays away; what was typed a moment before the page goes, does not.
  await page.reload()
  await fill(form, { [say('Code')]: 'YKK' })
  await eventually(async () => expect(await field(form, say('Address')).inputValue()).toBe(''))
  await page.reload()
  await form.getByText(say('Your unsaved words are back.')).waitFor()
  await eventually(async () => expect(await field(form, say('Code')).inputValue()).toBe('YKK'))
})

test('who saves second sees what the first one wrote, and loses nothing', async ({ open }) => {
  const customer = await makeCustomer()
  const [first, second] = [
    await open({ as: ADMIN, locale: 'en' }),
    await open({ as: 'genel.teknisyen@demo.accord', locale: 'en' }),
  ]
  const { say } = first
  for (const { page } of [first, second]) {
    await page.goto(`/customers/${customer.id}`)
    await page.getByRole('button', { name: say('Edit') }).click()
  }
  const title = say('Edit {name}', { name: customer.name })
  const forms = [drawer(first.page, title), drawer(second.page, title)] as const
  await fill(forms[0], { [say('Phone')]: '111', [say('Code')]: 'BIR' })
  await forms[0].getByRole('button', { name: say('Save customer') }).click()
  await toast(first.page, say('Customer saved')).waitFor()
  await fill(forms[1], { [say('Phone')]: '222', [say('Address')]: 'Beşiktaş' })
  await forms[1].getByRole('button', { name: say('Save customer') }).click()
  await forms[1].getByText(say('Saved meanwhile: {current}', { current: '“111”' })).waitFor()
  await eventually(async () => expect(await field(forms[1], say('Phone')).inputValue()).toBe('222'))
  await eventually(async () => expect(await field(forms[1], say('Code')).inputValue()).toBe('BIR'))
  await forms[1].getByRole('button', { name: say('Save over it') }).click()
  await toast(second.page, say('Customer saved')).waitFor()
  await second.page.getByRole('definition').filter({ hasText: 'Beşiktaş' }).waitFor()
  await second.page.getByRole('definition').filter({ hasText: '222' }).waitFor()
})

test('a customer is made passive with its consequences in numbers, and active again', async ({ open }) => {
  const customer = await makeCustomer()
  await makeContact(customer)
  const { page, say } = await open({ as: ADMIN, at: `/customers/${customer.id}/settings`, locale: 'en' })
  await page.getByRole('button', { name: say('Make passive…') }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('1 active contact can no longer sign in').waitFor()
  await dialog.getByRole('button', { name: say('Make passive'), exact: true }).click()
  await page.getByRole('button', { name: say('Make active') }).click()
  await page.getByRole('button', { name: say('Make passive…') }).waitFor()
})

test('many customers are selected and authorized at once', async ({ open }) => {
  const word = unique('Toplu')
  const names = [`${word} Bir`, `${word} İki`]
  for (const name of names) await makeCustomer({ name })
  const technician = await makeTechnician()
  const { page, say } = await open({ as: ADMIN, at: `/customers?q=${encodeURIComponent(word)}` })
  for (const name of names) await row(page, name).getByRole('checkbox').check()
  await page.getByRole('button', { name: say('Authorize technicians') }).click()
  const form = drawer(page, say('Authorize technicians'))
  await pick(form, say('Technicians'), technician.name)
  await form.getByRole('button', { name: say('Authorize'), exact: true }).click()
  await form.waitFor({ state: 'detached' })
  const own = await open({ as: technician.email, at: '/customers' })
  await expectRow(own.page, `${word} Bir`)
  await eventually(async () => expect(await rowNames(own.page)).toEqual(names))
})

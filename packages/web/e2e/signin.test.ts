import { expect } from 'vitest'
import { ADMIN, ask, PASSWORD, signInByApi } from './lib/accord.ts'
import { enter, signIn, signOut } from './lib/doors.ts'
import { makeContact, makeCustomer } from './lib/people.ts'
import { eventually, pathOf, test } from './test.ts'

const homes = [
  { who: 'administrator', email: ADMIN, path: '/' },
  { who: 'technician', email: 'teknisyen@demo.accord', path: '/' },
  { who: 'back office', email: 'muhasebe@demo.accord', path: '/' },
  { who: 'contact', email: 'kisi@anadolu.demo', path: '/portal' },
]

test.for(homes)('$who arrives at the own home', async ({ email, path }, { open }) => {
  const visit = await open({ at: '/' })
  await eventually(() => expect(pathOf(visit.page)).toBe('/login'))
  await signIn(visit, email)
  await eventually(() => expect(pathOf(visit.page)).toBe(path))
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
})

test.for(['tr', 'en'] as const)(
  'a wrong password is told at its field and nothing typed is lost (%s)',
  async (locale, { open, problems }) => {
    problems.expect(/status of 401/)
    const visit = await open({ at: '/login', locale })
    const { page, say } = visit
    await signIn(visit, ADMIN, 'yanlis-parola')
    const password = page.getByLabel(say('Password'), { exact: true })
    await page
      .getByText(say('The e-mail or the password is not right. Check upper and lower case, or set a new password.'))
      .waitFor()
    await eventually(async () => expect(await password.getAttribute('aria-invalid')).toBe('true'))
    await eventually(async () => expect(await page.getByLabel(say('E-mail')).inputValue()).toBe(ADMIN))
    await password.fill(PASSWORD)
    await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
    await page.getByRole('button', { name: new RegExp(say('Account menu')) }).waitFor()
  },
)

test('a passive contact is not let in', async ({ open, problems }) => {
  problems.expect(/status of 401/)
  const visit = await open({ at: '/login' })
  await signIn(visit, 'pasif@anadolu.demo')
  await visit.page.getByRole('alert').or(visit.page.locator('[aria-invalid]')).waitFor()
  expect(pathOf(visit.page)).toBe('/login')
})

test('whoever follows a link signs in first and is then where the link leads', async ({ open }) => {
  const visit = await open({ at: '/customers?active=false' })
  await eventually(() => expect(pathOf(visit.page)).toBe('/login'))
  await signIn(visit, ADMIN)
  await eventually(() => expect(visit.page.url()).toMatch(/\/customers\?active=false$/))
})

test('a link that leads to another site leads home', async ({ open }) => {
  const visit = await open({ at: '/login?next=%2F%2Fevil.example%2Fcustomers' })
  await signIn(visit, ADMIN)
  await visit.page.getByRole('button', { name: new RegExp(visit.say('Account menu')) }).waitFor()
  expect(pathOf(visit.page)).toBe('/')
})

test('the sign-in page speaks both languages and remembers the choice', async ({ open }) => {
  const { page } = await open({ at: '/login' })
  await page
    .getByRole('heading', { name: 'Accord’a giriş' })
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor()
  await page.getByRole('combobox', { name: 'Dil' }).selectOption('English')
  await page.getByRole('heading', { name: 'Sign in to Accord' }).waitFor()
  await eventually(async () => expect(await page.locator('html').getAttribute('lang')).toBe('en'))
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in to Accord' }).waitFor()
})

test('after signing out nothing of the session is left, not even by going back', async ({ open }) => {
  const visit = await open({ as: undefined, at: '/login' })
  const { page } = visit
  await enter(visit, 'genel.teknisyen@demo.accord')
  await page.goto('/customers?q=vadi')
  await page.getByRole('rowheader', { name: 'Vadi Hastanesi' }).waitFor()
  await signOut(visit)
  await eventually(() => expect(pathOf(page)).toBe('/login'))
  // Names of rows, words of drafts: this tab remembers none of them.
  const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  await eventually(async () => expect(await kept()).not.toMatch(/Vadi|accord-(draft|trail|bulk)/))
  await page.goBack()
  await eventually(() => expect(pathOf(page)).toBe('/login'))
  await eventually(async () => expect(await page.getByText('Vadi Hastanesi').count()).toBe(0))
  expect((await page.context().cookies()).filter(({ name }) => name === 'accord_session')).toEqual([])
})

test('a forgotten password: link by mail, a new password, and the other devices are signed out', async ({
  open,
  problems,
}) => {
  problems.expect(/status of 401/)
  const contact = await makeContact(await makeCustomer())
  const elsewhere = await signInByApi(contact.email)
  const visit = await open({ at: '/login', locale: 'en' })
  const { page, say } = visit
  await page.getByRole('link', { name: say('Forgot password') }).click()
  await page.getByRole('heading', { name: say('Set a new password') }).waitFor()
  await page.getByLabel(say('E-mail')).fill(contact.email)
  await page.getByRole('button', { name: say('Send link') }).click()
  await page.getByRole('heading', { name: say('Look into your mailbox') }).waitFor()

  const link = await linkIn(contact.email)
  await page.goto(link)
  const save = page.getByRole('button', { name: say('Save password') })
  await page.getByLabel(say('New password')).fill('kısa')
  await eventually(async () => expect(await save.isDisabled()).toBe(true))
  await page.getByLabel(say('New password')).fill('Yeni-Parola-42')
  await save.click()
  await page.getByText(say('Your password is set. Sign in with it.')).waitFor()
  await signIn(visit, contact.email, 'Yeni-Parola-42')
  await eventually(() => expect(pathOf(page)).toBe('/portal'))

  const other = await open({ at: undefined })
  await other.page.context().addCookies([{ ...elsewhere, url: new URL(page.url()).origin }])
  await other.page.goto('/portal')
  await eventually(() => expect(pathOf(other.page)).toBe('/login'))

  // The link has done its work.
  const again = await open({ at: link, locale: 'en' })
  await again.page.getByLabel(say('New password')).fill('Yeni-Parola-43')
  await again.page.getByRole('button', { name: say('Save password') }).click()
  problems.expect(/status of 400/)
  await again.page.getByRole('heading', { name: say('This link is no longer valid') }).waitFor()
})

/** The path of the latest link that an address was sent. */
async function linkIn(email: string): Promise<string> {
  const query = 'query ($email: String) { mails(first: 1, filter: { text: $email }) { nodes { text } } }'
  let text = ''
  await eventually(async () => {
    const { mails } = await ask<{ mails: { nodes: { text: string }[] } }>(ADMIN, query, { email })
    text = mails.nodes[0]?.text ?? ''
    expect(text).toContain('/reset/')
  })
  return new URL(/https?:\S+/.exec(text)?.[0] ?? '').pathname
}

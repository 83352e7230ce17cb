import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { ADMIN, unique } from './lib/accord.ts'
import { makeCustomer } from './lib/people.ts'
import { complaintOf, drawer, expectRow, fill, pick, row, toast } from './lib/reading.ts'
import { eventually, test } from './test.ts'

const QUERY = '{ customers(first: 100) { nodes { name } } }'

/** What a partner's program does. */
async function askWithKey(secret: string): Promise<{ status: number; names: string[] }> {
  const response = await fetch(`${inject('url')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: QUERY }),
  })
  const { data } = (await response.json()) as { data?: { customers: { nodes: { name: string }[] } } }
  return { status: response.status, names: data?.customers.nodes.map(({ name }) => name) ?? [] }
}

test.for(['tr', 'en'] as const)(
  'a key is made, used, seen in the audit log, and revoked (%s)',
  async (locale, { open }) => {
    const customer = await makeCustomer()
    const { page, say } = await open({ as: ADMIN, at: '/admin/api-keys', locale })
    const name = unique('ERP gece eşitlemesi')
    await page.getByRole('link', { name: say('New key') }).click()
    const form = drawer(page, say('New API key'))
    const make = form.getByRole('button', { name: say('Make the key') })
    await make.click()
    await eventually(async () => expect(await complaintOf(form, say('Name'))).toBe(say('This cannot stay empty.')))
    await fill(form, { [say('Name')]: name })
    await form.getByRole('radio', { name: say('Some customers') }).click()
    await pick(form, say('Customers'), customer.name)
    await make.click()

    const panel = page.locator('dialog[open]')
    // Not what is painted of it: the panel may still be sliding in.
    const secret = await panel
      .getByRole('region', { name: say('Secret') })
      .locator('pre')
      .textContent()
    if (!secret) throw new Error('the panel shows no secret')
    await panel.getByRole('button', { name: say('I have kept it') }).click()
    await expectRow(page, name)
    expect(await page.content(), 'the secret is shown once').not.toContain(secret)
    expect(await askWithKey(secret)).toEqual({ status: 200, names: [customer.name] })

    await row(page, name).getByRole('link').click()
    await page.getByRole('button', { name: say('Revoke key') }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('Revoke key') })
      .click()
    await toast(page, say('The key “{name}” is revoked.', { name })).waitFor()
    expect((await askWithKey(secret)).status).toBe(401)

    await page.goto('/admin/audit')
    await page.getByRole('row').filter({ hasText: name }).first().waitFor()
    await eventually(async () => expect(await page.getByRole('row').filter({ hasText: name }).count()).toBe(2))
  },
)

test('the partner’s key of the demo data sees its one customer', async () => {
  const secret = readFileSync(join(inject('dataDir'), 'demo-partner-key'), 'utf8').trim()
  expect(await askWithKey(secret)).toEqual({ status: 200, names: ['Anadolu Lojistik A.Ş.'] })
})

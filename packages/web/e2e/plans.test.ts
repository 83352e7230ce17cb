import { expect } from 'vitest'
import { ADMIN, unique } from './lib/accord.ts'
import { drawer, field, row, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

test('a plan begins from a preset, its example is believed, and a changed price is revision 2', async ({ open }) => {
  const title = unique('Aylık 20 saat')
  const { page, say } = await open({ as: ADMIN, at: '/plans/new?preset=hours', locale: 'tr' })
  const example = page.getByRole('region', { name: say('Live example') })
  await field(example, say('Hours in a month')).fill('26')
  await example.getByText('26 saat bir ayda ₺27.200,00 tutar.').waitFor()
  await example.getByText('6 saat × ₺1.200,00').waitFor()

  await field(page, say('Title of the plan')).fill(title)
  await page.keyboard.press('Control+Enter')
  await toast(page, say('Service plan saved')).waitFor()
  await eventually(() => expect(pathOf(page)).toMatch(/^\/plans\/[0-9a-f-]{36}$/))
  await page.getByText(say('Revision {revision}', { revision: '1' }), { exact: true }).waitFor()

  await field(page, say('Price of an hour')).fill('1.300')
  await page.getByRole('button', { name: say('Save as revision {next}', { next: '2' }) }).click()
  await page.getByText(say('Revision {revision}', { revision: '2' }), { exact: true }).waitFor()
  await page.reload()
  await page.getByText(say('Revision {revision}', { revision: '2' }), { exact: true }).waitFor()
  await eventually(async () => expect(await field(page, say('Price of an hour')).inputValue()).toBe('1300,00'))
})

test('a plan is made inactive and deleted', async ({ open }) => {
  const title = unique('Sabit')
  const { page, say } = await open({ as: ADMIN, at: '/plans/new?preset=flat', locale: 'tr' })
  await field(page, say('Title of the plan')).fill(title)
  await page.getByRole('button', { name: say('Save service plan') }).click()
  await eventually(() => expect(pathOf(page)).not.toBe('/plans/new'))
  await page.getByRole('button', { name: say('Make inactive') }).click()
  await page.getByRole('button', { name: say('Make active') }).waitFor()
  await page.getByRole('button', { name: say('Delete…') }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('Delete service plan') })
    .click()
  await eventually(() => expect(pathOf(page)).toBe('/plans'))
})

test('a calendar takes the public holidays of 2026', async ({ open }) => {
  const name = unique('Vardiya')
  const { page, say } = await open({ as: ADMIN, at: '/admin/service/calendars/new', locale: 'tr' })
  const form = drawer(page, say('New working calendar'))
  await field(form, say('Name')).fill(name)
  await form.getByLabel(say('Year')).selectOption('2026')
  await form.getByRole('button', { name: say('Add the public holidays of Turkey') }).click()
  await form.getByLabel('Yılbaşı günü').waitFor()
  await eventually(async () =>
    expect(await form.getByLabel('Kurban Bayramı 1. gün günü').inputValue()).toBe('2026-05-27'),
  )
  await form.getByRole('button', { name: say('Save working calendar') }).click()
  await row(page, name).getByText('17').waitFor()
})

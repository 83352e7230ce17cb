import { expect } from 'vitest'
import { ADMIN } from './lib/accord.ts'
import { eventually, test } from './test.ts'

test('jobs and health: queues, clock and versions, for administrators', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/admin/system', locale: 'tr' })
  for (const queue of ['Look at contracts', 'Renewals and notices', 'Mails', 'Jobs'])
    await page
      .getByRole('rowheader', { name: say(queue) })
      .first()
      .waitFor()
  await page.getByText('Europe/Istanbul').waitFor()
  await page.getByText(/^\d+(,\d)? [kMG]B$/).waitFor()
  await page.getByRole('button', { name: say('Look again') }).click()
  await page.getByText(say('None. A contract on which work keeps failing would stand here.')).waitFor()
})

test('it refreshes by itself while somebody looks', async ({ open }) => {
  const { page } = await open({ as: ADMIN })
  let asked = 0
  await page.route('**/graphql', (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string }
    if (operationName === 'SystemHealth') asked += 1
    return route.continue()
  })
  await page.clock.install()
  await page.goto('/admin/system')
  await page.getByText('Europe/Istanbul').waitFor()
  const before = asked
  await page.clock.runFor(16_000)
  await eventually(() => expect(asked).toBeGreaterThan(before))
})

test('others are told whom to ask', async ({ open }) => {
  const { page, say } = await open({ as: 'genel.teknisyen@demo.accord', at: '/admin/system' })
  await page.getByText(say('You may not see this')).waitFor()
})

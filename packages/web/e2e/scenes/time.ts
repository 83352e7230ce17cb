import type { Deed } from './deeds.ts'
import type { Known } from './known.ts'
import { inStates, type Scene } from './scene.ts'

const as = ({ time }: Known) => time.who
const week = ({ time }: Known) => `/time?week=${time.week}`
const ticket = ({ time }: Known) => `/tickets/${time.ticket}`

/** Types more than the week’s limit lets in and sends it. */
const overLimit: Deed = async ({ page, say }) => {
  const form = page.locator('dialog[open]')
  await form.getByLabel(say('Time spent')).first().fill('2:00')
  await form.getByRole('button', { name: say('Save the time') }).click()
  await form.getByRole('button', { name: /faturalanmaz|not billable/ }).waitFor()
}

/** Time entries, the timer, and where time stands on other pages. */
export const timeScenes: Scene[] = [
  ...inStates({ screen: 'time', as, at: week }),
  { screen: 'time', variant: 'of this week', as, at: '/time' },
  { screen: 'time', variant: 'without tickets', as: 'muhasebe@demo.accord', at: '/time' },
  {
    screen: 'time',
    variant: 'several in a cell',
    as,
    at: (known) => `${week(known)}&of=ticket:${known.time.ticket}&day=${known.time.day}`,
  },
  {
    screen: 'time',
    variant: 'timer runs',
    as: ({ time }) => time.timing,
    at: '/time',
  },
  {
    screen: 'new time',
    as,
    at: ({ time }) => `/time/new?ticket=${time.ticket}`,
    act: ({ page, say }) => page.locator('dialog[open]').getByLabel(say('Time spent')).first().fill('0:20'),
  },
  {
    screen: 'new time',
    variant: 'refused',
    as,
    at: '/time/new',
    act: async ({ page, say }) => {
      await page.getByRole('button', { name: say('Save the time') }).click()
      await page.locator('[aria-invalid=true]').first().waitFor()
    },
  },
  {
    screen: 'new time',
    variant: 'over the limit',
    as,
    at: ({ time }) => `/time/new?ticket=${time.ticket}`,
    act: overLimit,
  },
  ...inStates({ screen: 'time entry', as, at: ({ time }) => `/time/${time.entry}?week=${time.week}` }, [
    'full',
    'error',
  ]),
  {
    screen: 'time entry',
    variant: 'asking to delete',
    as,
    at: ({ time }) => `/time/${time.entry}?week=${time.week}`,
    act: async ({ page, say }) => {
      await page.getByRole('button', { name: say('Delete…') }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  { screen: 'time entry', variant: 'not here', as, at: '/time/00000000-0000-4000-8000-000000000000' },
  { screen: 'starting the timer', as, at: '/time/start' },
  {
    screen: 'stopping the timer',
    as: ({ time }) => time.timing,
    at: ticket,
    act: async ({ page, say }) => {
      await page
        .getByRole('button', { name: say('Stop the timer') })
        .filter({ visible: true })
        .click()
      await page.getByRole('heading', { name: say('Stop the timer') }).waitFor()
    },
  },
  { screen: 'ticket time', as, at: ticket },
  ...inStates({ screen: 'customer time', as, at: ({ time }) => `/customers/${time.customer}/time` }),
  {
    screen: 'customer time',
    variant: 'without a match',
    as,
    at: ({ time }) => `/customers/${time.customer}/time?billable=true&page=1`,
    state: 'empty',
  },
  ...inStates({ screen: 'system', as: 'admin@demo.accord', at: '/admin/system' }, ['full', 'error']),
]

const authorized = 'yetkili@anadolu.demo'

/** Contracts in the portal. */
export const portalContractScenes: Scene[] = [
  ...inStates({ screen: 'portal contracts', as: authorized, at: '/portal/contracts' }),
  { screen: 'portal contracts', variant: 'ended', as: authorized, at: '/portal/contracts?view=ended' },
  {
    screen: 'portal contracts',
    variant: 'none ended',
    as: authorized,
    at: '/portal/contracts?view=ended',
    state: 'empty',
  },
  { screen: 'portal contracts', variant: 'without the right', as: 'kisi@anadolu.demo', at: '/portal/contracts' },
]

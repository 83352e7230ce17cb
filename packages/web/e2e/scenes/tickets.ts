import { openMenu, press, selectRows, sendEmpty, first } from './deeds.ts'
import type { Known } from './known.ts'
import { inStates, type Scene } from './scene.ts'

const as = 'admin@demo.accord'
const open = (known: Known) =>
  `/tickets/${known.ticket(({ status, comments }) => status === 'IN_PROGRESS' && comments.nodes.some(({ internal }) => internal))}`
const asked = (known: Known) =>
  `/tickets/${known.ticket(({ approval, status }) => approval === 'PENDING' && status === 'OPEN')}`
const resolved = (known: Known) => `/tickets/${known.ticket(({ status }) => status === 'RESOLVED')}`
const request = (known: Known) =>
  `/tickets/${known.ticket(({ kind, status, approval }) => kind === 'REQUEST' && status === 'OPEN' && approval === 'NOT_NEEDED')}`

/** Tickets, approvals, and the tabs of a customer that tickets brought. */
export const ticketScenes: Scene[] = [
  ...inStates({ screen: 'tickets', as, at: '/tickets' }),
  { screen: 'tickets', variant: 'without a match', as, at: '/tickets?q=boyle-bir-kayit-yok&status=open' },
  { screen: 'tickets', variant: 'filtered', as, at: '/tickets?status=open&priority=HIGH&kind=INCIDENT' },
  { screen: 'tickets', variant: 'selected', as, at: '/tickets?status=open', act: selectRows },
  {
    screen: 'tickets',
    variant: 'assigning many',
    as,
    at: '/tickets?status=open',
    act: first(selectRows, press('Assign')),
  },
  {
    screen: 'tickets',
    variant: 'naming a view',
    as,
    at: '/tickets?priority=HIGH',
    act: press('Save as a view'),
  },
  {
    screen: 'tickets',
    variant: 'looking at one',
    as,
    at: (known) => `/tickets?peek=${known.ticket(({ status }) => status === 'IN_PROGRESS')}`,
  },
  ...inStates({ screen: 'ticket board', as, at: '/tickets?as=board' }),
  { screen: 'new ticket', as, at: '/tickets/new' },
  {
    screen: 'new ticket',
    variant: 'of a contact',
    as,
    at: (known) => `/tickets/new?requester=${known.contact('Selin')}`,
  },
  { screen: 'new ticket', variant: 'refused', as, at: '/tickets/new', act: sendEmpty('Open the ticket') },
  ...inStates({ screen: 'ticket', as, at: open }, ['full', 'error']),
  {
    screen: 'ticket',
    variant: 'writing a note',
    as,
    at: open,
    act: async ({ page, say }) => {
      await page.getByRole('radio', { name: say('Internal note') }).check({ force: true })
      await page.getByRole('textbox', { name: say('Internal note') }).fill('Sertifika dün gece yenilenmiş.')
    },
  },
  { screen: 'ticket', variant: 'with files', as, at: ({ portal }) => `/tickets/${portal.talk}` },
  {
    screen: 'ticket',
    variant: 'attaching files',
    complaints: [/415/],
    as,
    at: ({ portal }) => `/tickets/${portal.talk}`,
    act: async ({ page }) => {
      await page.locator('form input[type=file][multiple]').setInputFiles([
        { name: 'Kurulum adımları.txt', mimeType: 'text/plain', buffer: Buffer.from('1. Kapatın.') },
        { name: 'rapor.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Bu bir PDF değil.') },
      ])
      await page.locator('form').getByRole('alert').waitFor()
    },
  },
  { screen: 'ticket', variant: 'editing', as, at: (known) => `${open(known)}?edit=true` },
  { screen: 'ticket', variant: 'menu', as, at: open, act: openMenu('More actions') },
  { screen: 'ticket', variant: 'waiting for approval', as, at: asked },
  { screen: 'ticket', variant: 'asking for approval', as, at: request, act: press('Ask for approval') },
  { screen: 'ticket', variant: 'resolved', as, at: resolved },
  { screen: 'ticket', variant: 'opening again', as, at: resolved, act: press('Open again') },
  { screen: 'ticket', variant: 'not here', as, at: '/tickets/00000000-0000-4000-8000-000000000000' },
  ...inStates({ screen: 'approvals', as, at: '/approvals' }),
  { screen: 'approvals', variant: 'decided', as, at: '/approvals?view=decided' },
  ...inStates({ screen: 'customer tickets', as, at: (known) => `/customers/${known.customer('Anadolu')}/tickets` }),
  ...inStates({ screen: 'customer assets', as, at: (known) => `/customers/${known.customer('Anadolu')}/assets` }),
  { screen: 'new asset', as, at: (known) => `/customers/${known.customer('Anadolu')}/assets?asset=new` },
  {
    screen: 'new asset',
    variant: 'refused',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/assets?asset=new`,
    act: sendEmpty('Save'),
  },
  { screen: 'asset', as, at: ({ asset }) => `/customers/${asset.customer.id}/assets?asset=${asset.id}` },
  {
    screen: 'asset',
    variant: 'asking to delete',
    as,
    at: ({ asset }) => `/customers/${asset.customer.id}/assets?asset=${asset.id}`,
    act: async ({ page, say }) => {
      await page.getByRole('button', { name: say('Delete…') }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    screen: 'customer technicians',
    variant: 'taking an authorization',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/technicians`,
    act: async ({ page }) => {
      await page.getByRole('row').nth(1).getByRole('button').last().click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
]

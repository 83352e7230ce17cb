import { openMenu, press, sendEmpty } from './deeds.ts'
import { inStates, type Scene, type Stage } from './scene.ts'

const as = 'admin@demo.accord'
const types = '/admin/service/contract-types'
const templates = '/admin/service/notice-templates'

/** Opens the menu of a contract and takes one of its deeds. */
const take =
  (deed: string) =>
  async (stage: Stage): Promise<void> => {
    await openMenu('More actions')(stage)
    await stage.page.getByRole('menuitem', { name: stage.say(deed) }).click()
    await stage.page.locator('dialog[open]').last().waitFor()
  }

/** Contracts, their types, and the texts of their notices. */
export const contractScenes: Scene[] = [
  ...inStates({ screen: 'contracts', as, at: '/contracts' }),
  { screen: 'contracts', variant: 'ending soon', as, at: '/contracts?view=expiring' },
  { screen: 'contracts', variant: 'without a match', as, at: '/contracts?q=boyle-bir-ad-yok&status=ACTIVE' },
  ...inStates({
    screen: 'contracts of a customer',
    as,
    at: ({ contracts }) => `/customers/${contracts.customer}/contracts`,
  }),
  ...inStates({ screen: 'contract', as, at: ({ contracts }) => `/contracts/${contracts.running}` }, ['full', 'error']),
  { screen: 'contract', variant: 'ending', as, at: ({ contracts }) => `/contracts/${contracts.ending}` },
  { screen: 'contract', variant: 'draft', as, at: ({ contracts }) => `/contracts/${contracts.draft}` },
  { screen: 'contract', variant: 'expired', as, at: ({ contracts }) => `/contracts/${contracts.expired}` },
  { screen: 'contract', variant: 'terminated', as, at: ({ contracts }) => `/contracts/${contracts.terminated}` },
  { screen: 'contract', variant: 'not there', as, at: '/contracts/00000000-0000-4000-8000-000000000000' },
  {
    screen: 'contract',
    variant: 'renewing',
    as,
    at: ({ contracts }) => `/contracts/${contracts.running}`,
    act: press('Renew now…'),
  },
  {
    screen: 'contract',
    variant: 'changing its plan',
    as,
    at: ({ contracts }) => `/contracts/${contracts.running}`,
    act: take('Change plan…'),
  },
  {
    screen: 'contract',
    variant: 'terminating',
    as,
    at: ({ contracts }) => `/contracts/${contracts.ending}`,
    act: take('Terminate…'),
  },
  {
    screen: 'contract',
    variant: 'asking to delete',
    as,
    at: ({ contracts }) => `/contracts/${contracts.draft}`,
    act: take('Delete draft…'),
  },
  { screen: 'contract editor', as, at: ({ contracts }) => `/contracts/${contracts.running}/edit` },
  { screen: 'contract editor', variant: 'draft', as, at: ({ contracts }) => `/contracts/${contracts.draft}/edit` },
  { screen: 'new contract', as, at: '/contracts/new' },
  { screen: 'new contract', variant: 'refused', as, at: '/contracts/new', act: sendEmpty('Save contract') },
  ...inStates({ screen: 'contract types', as, at: types }),
  { screen: 'contract type', as, at: ({ contracts }) => `${types}/${contracts.type}` },
  { screen: 'new contract type', as, at: `${types}/new` },
  { screen: 'new contract type', variant: 'refused', as, at: `${types}/new`, act: sendEmpty('Save contract type') },
  ...inStates({ screen: 'notice templates', as, at: templates }, ['full', 'error']),
  { screen: 'notice templates', variant: 'after the end', as, at: `${templates}?side=AFTER_END&locale=EN` },
]

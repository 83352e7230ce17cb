import { inStates, type Scene, type Stage } from './scene.ts'

const as = 'admin@demo.accord'
const noMatch = 'q=boyle-bir-ad-yok'

const press =
  (name: string) =>
  async ({ page, say }: Stage) => {
    await page
      .getByRole('button', { name: say(name) })
      .first()
      .click()
    await page.locator('dialog[open]').waitFor()
  }
/** Sends a form as it is, so that every required field complains. */
const sendEmpty =
  (name: string) =>
  async ({ page, say }: Stage) => {
    await page.getByRole('button', { name: say(name) }).click()
    await page.locator('[aria-invalid=true]').first().waitFor()
  }
const selectRows = async ({ page }: Stage) => {
  const boxes = page.getByRole('cell').getByRole('checkbox')
  for (const place of [0, 1]) await boxes.nth(place).check()
}

/** Customers, contacts and groups. */
export const customerScenes: Scene[] = [
  ...inStates({ screen: 'customers', as, at: '/customers' }),
  { screen: 'customers', variant: 'without a match', as, at: `/customers?${noMatch}&active=true` },
  { screen: 'customers', variant: 'selected', as, at: '/customers', act: selectRows },
  { screen: 'customers', variant: 'of nobody', as: 'teknisyen@demo.accord', at: '/customers', state: 'empty' },
  { screen: 'new customer', as, at: '/customers/new' },
  { screen: 'new customer', variant: 'refused', as, at: '/customers/new', act: sendEmpty('Save customer') },
  {
    screen: 'new customer',
    variant: 'like another',
    as,
    at: '/customers/new',
    act: async ({ page, say }) => {
      await page.getByLabel(say('Name'), { exact: true }).fill('Anadolu Lojistik')
      await page.getByRole('dialog').getByRole('link', { name: 'Anadolu Lojistik A.Ş.' }).waitFor()
    },
  },
  ...inStates({ screen: 'customer', as, at: (known) => `/customers/${known.customer('Anadolu')}` }),
  {
    screen: 'customer',
    variant: 'not here',
    as: 'teknisyen@demo.accord',
    at: (known) => `/customers/${known.customer('Ege')}`,
  },
  { screen: 'customer', variant: 'passive', as, at: (known) => `/customers/${known.customer('Şahin')}` },
  {
    screen: 'customer',
    variant: 'editing',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}`,
    act: press('Edit'),
  },
  ...inStates({ screen: 'customer contacts', as, at: (known) => `/customers/${known.customer('Anadolu')}/contacts` }),
  {
    screen: 'customer contacts',
    variant: 'without a match',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/contacts?${noMatch}`,
  },
  {
    screen: 'customer contacts',
    variant: 'adding',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/contacts?add=true`,
  },
  ...inStates({
    screen: 'customer technicians',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/technicians`,
  }),
  {
    screen: 'customer technicians',
    variant: 'assigning',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/technicians`,
    act: press('Assign technicians'),
  },
  ...inStates({ screen: 'customer groups', as, at: (known) => `/customers/${known.customer('Anadolu')}/groups` }),
  { screen: 'customer settings', as, at: (known) => `/customers/${known.customer('Anadolu')}/settings` },
  {
    screen: 'customer settings',
    variant: 'asking to make passive',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/settings`,
    act: press('Make passive…'),
  },
  {
    screen: 'customer settings',
    variant: 'asking to delete',
    as,
    at: (known) => `/customers/${known.customer('Anadolu')}/settings`,
    act: press('Delete customer…'),
  },
  ...inStates({ screen: 'contacts', as, at: '/contacts' }),
  { screen: 'contacts', variant: 'without a match', as, at: `/contacts?${noMatch}` },
  { screen: 'contacts', variant: 'selected', as, at: '/contacts', act: selectRows },
  { screen: 'new contact', as, at: '/contacts/new' },
  { screen: 'new contact', variant: 'refused', as, at: '/contacts/new', act: sendEmpty('Save contact') },
  ...inStates({ screen: 'contact', as, at: (known) => `/contacts/${known.contact('Selin')}` }, ['full', 'error']),
  { screen: 'contact', variant: 'passive', as, at: (known) => `/contacts/${known.contact('Pelin')}` },
  { screen: 'contact', variant: 'editing', as, at: (known) => `/contacts/${known.contact('Selin')}?panel=edit` },
  { screen: 'contact', variant: 'moving', as, at: (known) => `/contacts/${known.contact('Selin')}?panel=move` },
  ...inStates({ screen: 'groups', as, at: '/groups' }),
  { screen: 'groups', variant: 'without a match', as, at: `/groups?${noMatch}` },
  { screen: 'new group', as, at: '/groups/new' },
  { screen: 'group', as, at: (known) => `/groups/${known.group('Depo')}` },
]

import { first, goOffline, leaveUnsaved, openMenu, press, selectRows, sendEmpty } from './deeds.ts'
import { inStates, type Scene } from './scene.ts'

const as = 'admin@demo.accord'
const noMatch = 'q=boyle-bir-ad-yok'

/** Customers, contacts and groups. */
export const customerScenes: Scene[] = [
  ...inStates({ screen: 'customers', as, at: '/customers' }),
  { screen: 'customers', variant: 'without a match', as, at: `/customers?${noMatch}&active=true` },
  { screen: 'customers', variant: 'selected', as, at: '/customers', act: selectRows },
  { screen: 'customers', variant: 'offline', as, at: '/customers', state: 'offline', act: goOffline },
  { screen: 'customers', variant: 'filters offered', as, at: '/customers?active=true', act: openMenu('Filter') },
  {
    screen: 'customers',
    variant: 'authorizing many',
    as,
    at: '/customers',
    act: first(selectRows, press('Authorize technicians')),
  },
  { screen: 'customers', variant: 'of nobody', as: 'teknisyen@demo.accord', at: '/customers', state: 'empty' },
  { screen: 'new customer', as, at: '/customers/new' },
  { screen: 'new customer', variant: 'refused', as, at: '/customers/new', act: sendEmpty('Save customer') },
  { screen: 'new customer', variant: 'left unsaved', as, at: '/customers/new', act: leaveUnsaved('Name') },
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
  {
    screen: 'contacts',
    variant: 'asking to make many passive',
    as,
    at: '/contacts',
    act: first(selectRows, press('Make passive')),
  },
  { screen: 'new contact', as, at: '/contacts/new' },
  { screen: 'new contact', variant: 'refused', as, at: '/contacts/new', act: sendEmpty('Save contact') },
  ...inStates({ screen: 'contact', as, at: (known) => `/contacts/${known.contact('Selin')}` }, ['full', 'error']),
  { screen: 'contact', variant: 'passive', as, at: (known) => `/contacts/${known.contact('Pelin')}` },
  {
    screen: 'contact',
    variant: 'menu',
    as,
    at: (known) => `/contacts/${known.contact('Selin')}`,
    act: openMenu('More actions'),
  },
  {
    screen: 'contact',
    variant: 'not here',
    as: 'teknisyen@demo.accord',
    at: (known) => `/contacts/${known.contact('Defne')}`,
  },
  {
    screen: 'contact',
    variant: 'converting',
    as,
    at: (known) => `/contacts/${known.contact(known.userName)}?panel=convert`,
  },
  { screen: 'contact', variant: 'editing', as, at: (known) => `/contacts/${known.contact('Selin')}?panel=edit` },
  { screen: 'contact', variant: 'moving', as, at: (known) => `/contacts/${known.contact('Selin')}?panel=move` },
  ...inStates({ screen: 'groups', as, at: '/groups' }),
  { screen: 'groups', variant: 'without a match', as, at: `/groups?${noMatch}` },
  { screen: 'new group', as, at: '/groups/new' },
  { screen: 'new group', variant: 'refused', as, at: '/groups/new', act: sendEmpty('Save group') },
  { screen: 'group', as, at: (known) => `/groups/${known.group('Depo')}` },
]

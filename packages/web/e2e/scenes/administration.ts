import { unique } from '../lib/accord.ts'
import { press, sendEmpty } from './deeds.ts'
import { inStates, type Scene } from './scene.ts'

const as = 'admin@demo.accord'
const noMatch = 'q=boyle-bir-ad-yok'
const users = '/admin/organization/users'
const roles = '/admin/organization/roles'

/** Users, roles, keys, mail, audit. */
export const administrationScenes: Scene[] = [
  ...inStates({ screen: 'users', as, at: users }),
  { screen: 'users', variant: 'without a match', as, at: `${users}?${noMatch}` },
  { screen: 'new technician', as, at: `${users}/new` },
  { screen: 'new technician', variant: 'refused', as, at: `${users}/new`, act: sendEmpty('Save and invite') },
  { screen: 'technician', as, at: (known) => `${users}/${known.technician('Mert')}` },
  {
    screen: 'technician',
    variant: 'asking to convert',
    as,
    at: (known) => `${users}/${known.technician('Mert')}`,
    act: async ({ page, say }) => {
      await page.getByRole('button', { name: say('Convert to user') }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  { screen: 'user', as, at: (known) => `${users}/${known.contact(known.userName)}` },
  { screen: 'user', variant: 'converting', as, at: (known) => `${users}/${known.contact(known.userName)}/convert` },
  ...inStates({ screen: 'roles', as, at: roles }, ['full', 'error']),
  ...inStates({ screen: 'role', as, at: (known) => `${roles}/${known.role('Saha')}` }, ['full', 'error']),
  { screen: 'role', variant: 'of administrators', as, at: (known) => `${roles}/${known.role('Yönetici')}` },
  {
    screen: 'role',
    variant: 'changed',
    as,
    at: (known) => `${roles}/${known.role('Saha')}`,
    act: ({ page }) => page.getByRole('switch').first().uncheck(),
  },
  {
    screen: 'role',
    variant: 'asking to delete',
    as,
    at: (known) => `${roles}/${known.role('Saha')}`,
    act: press('Delete role'),
  },
  { screen: 'new role', as, at: `${roles}/new` },
  { screen: 'new role', variant: 'refused', as, at: `${roles}/new`, act: sendEmpty('Save role') },
  ...inStates({ screen: 'api keys', as, at: '/admin/api-keys' }),
  { screen: 'api keys', variant: 'without a match', as, at: `/admin/api-keys?${noMatch}` },
  { screen: 'api key', as, at: (known) => `/admin/api-keys/${known.key}` },
  {
    screen: 'api key',
    variant: 'asking to revoke',
    as,
    at: (known) => `/admin/api-keys/${known.key}`,
    act: press('Revoke key'),
  },
  { screen: 'new api key', as, at: '/admin/api-keys/new' },
  {
    screen: 'new api key',
    variant: 'made',
    as,
    at: '/admin/api-keys/new',
    act: async ({ page, say }) => {
      await page.getByLabel(say('Name'), { exact: true }).fill(unique('Deneme'))
      await page.getByRole('button', { name: say('Make the key') }).click()
      await page.getByRole('button', { name: say('I have kept it') }).waitFor()
    },
  },
  { screen: 'new api key', variant: 'refused', as, at: '/admin/api-keys/new', act: sendEmpty('Make the key') },
  ...inStates({ screen: 'mail', as, at: '/admin/mail' }),
  { screen: 'mail', variant: 'without a match', as, at: `/admin/mail?${noMatch}` },
  { screen: 'mail', variant: 'reading', as, at: (known) => `/admin/mail/${known.mail}` },
  ...inStates({ screen: 'audit', as, at: '/admin/audit' }),
  { screen: 'audit', variant: 'without a match', as, at: '/admin/audit?action=YOK' },
  { screen: 'audit', variant: 'event', as, at: (known) => `/admin/audit/${known.event}` },
]

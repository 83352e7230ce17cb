import { openAccountMenu } from '../lib/doors.ts'
import { press } from './deeds.ts'
import { inStates, type Scene } from './scene.ts'

const as = 'admin@demo.accord'

/** Home, the side bar and what opens over every screen. */
export const shellScenes: Scene[] = [
  ...inStates({ screen: 'home', as, at: '/' }),
  { screen: 'home', variant: 'of back office', as: 'muhasebe@demo.accord', at: '/' },
  ...inStates({ screen: 'profile', as, at: '/me' }, ['full', 'error']),
  {
    screen: 'profile',
    variant: 'asking to sign out everywhere',
    as,
    at: '/me',
    act: press('Sign out everywhere'),
  },
  { screen: 'not found', as, at: '/boyle-bir-sayfa-yok' },
  { screen: 'forbidden', as: 'teknisyen@demo.accord', at: '/admin/organization/users' },
  {
    screen: 'palette',
    as,
    at: '/customers',
    act: async ({ page, say }) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: say('Search or go to') }).fill('ayse')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    screen: 'palette',
    variant: 'finds nothing',
    as,
    at: '/customers',
    act: async ({ page, say }) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: say('Search or go to') }).fill('qqqwww')
      await page.getByText(say('Nothing found. Check the spelling; capitals and marks do not matter.')).waitFor()
    },
  },
  {
    screen: 'keyboard help',
    as,
    at: '/customers',
    act: async ({ page, say }) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: say('Keyboard shortcuts') }).waitFor()
    },
  },
  {
    screen: 'account menu',
    as,
    at: '/customers',
    act: async (stage) => {
      if (stage.phone) await stage.page.getByRole('button', { name: stage.say('Menu'), exact: true }).click()
      await openAccountMenu(stage)
    },
  },
  {
    screen: 'side bar',
    as,
    at: '/customers',
    act: async ({ page, say, phone }) => {
      if (phone) await page.getByRole('button', { name: say('Menu'), exact: true }).click()
      await page.getByRole('navigation', { name: say('Main menu') }).waitFor()
    },
  },
]

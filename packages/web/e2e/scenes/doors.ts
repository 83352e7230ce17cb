import { PASSWORD } from '../lib/accord.ts'
import { signIn } from '../lib/doors.ts'
import type { Scene } from './scene.ts'

/** The pages before the door. */
export const doorScenes: Scene[] = [
  { screen: 'login', at: '/login' },
  {
    screen: 'login',
    variant: 'refused',
    at: '/login',
    act: async (stage) => {
      await signIn(stage, 'admin@demo.accord', 'yanlis-parola')
      await stage.page.locator('[aria-invalid=true]').waitFor()
    },
    complaints: [/status of 401/],
  },
  { screen: 'login', variant: 'after a new password', at: '/login?renewed=true' },
  { screen: 'forgot', at: '/forgot' },
  {
    screen: 'forgot',
    variant: 'sent',
    at: '/forgot',
    act: async ({ page, say }) => {
      await page.getByLabel(say('E-mail')).fill('kimse@deneme.example')
      await page.getByRole('button', { name: say('Send link') }).click()
      await page.getByRole('heading', { name: say('Look into your mailbox') }).waitFor()
    },
  },
  {
    screen: 'reset',
    at: '/reset/gecersiz-baglanti',
    act: ({ page, say }) => page.getByLabel(say('New password')).fill('kısa'),
  },
  { screen: 'invite', at: '/invite/gecersiz-baglanti' },
  {
    screen: 'invite',
    variant: 'no longer valid',
    at: '/invite/gecersiz-baglanti',
    act: async ({ page, say }) => {
      await page.getByLabel(say('New password')).fill(PASSWORD)
      await page.getByRole('button', { name: say('Save password') }).click()
      await page.getByRole('heading', { name: say('This link is no longer valid') }).waitFor()
    },
    complaints: [/status of 400/],
  },
]

import { press, sendEmpty } from './deeds.ts'
import { inStates, type Scene } from './scene.ts'

const as = 'admin@demo.accord'
const calendars = '/admin/service/calendars'

/** Service plans and working calendars. */
export const planScenes: Scene[] = [
  ...inStates({ screen: 'plans', as, at: '/plans' }),
  { screen: 'plans', variant: 'without a match', as, at: '/plans?q=boyle-bir-ad-yok&active=true' },
  ...inStates({ screen: 'plan', as, at: (known) => `/plans/${known.plan('Aylık 40')}` }, ['full', 'error']),
  { screen: 'plan', variant: 'by bands', as, at: (known) => `/plans/${known.plan('Kullandıkça')}` },
  { screen: 'plan', variant: 'per ticket', as, at: (known) => `/plans/${known.plan('Kayıt paketi')}` },
  { screen: 'plan', variant: 'flat', as, at: (known) => `/plans/${known.plan('Sabit bakım')}` },
  {
    screen: 'plan',
    variant: 'asking to delete',
    as,
    at: (known) => `/plans/${known.plan('Sabit bakım')}`,
    act: press('Delete…'),
  },
  { screen: 'new plan', as, at: '/plans/new?preset=hours' },
  { screen: 'new plan', variant: 'refused', as, at: '/plans/new', act: sendEmpty('Save service plan') },
  ...inStates({ screen: 'calendars', as, at: calendars }),
  { screen: 'calendar', as, at: (known) => `${calendars}/${known.calendar}` },
  { screen: 'new calendar', as, at: `${calendars}/new` },
  {
    screen: 'new calendar',
    variant: 'refused',
    as,
    at: `${calendars}/new`,
    act: sendEmpty('Save working calendar'),
  },
]

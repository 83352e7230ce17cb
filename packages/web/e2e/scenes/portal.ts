import { goOffline } from './deeds.ts'
import { inStates, type Scene, type Stage } from './scene.ts'

const as = 'yetkili@anadolu.demo'
const group = 'grup@anadolu.demo'
const own = 'kisi@anadolu.demo'

const click =
  (name: string | RegExp) =>
  async ({ page, say }: Stage): Promise<void> =>
    page
      .getByRole('button', { name: typeof name === 'string' ? say(name) : name })
      .first()
      .click()

/** Sends the new request as it stands, so that its fields complain. */
async function sendNothing(stage: Stage): Promise<void> {
  await click('Send')(stage)
  await stage.page.locator('[aria-invalid=true]').first().waitFor()
}

/** The portal of contacts. */
export const portalScenes: Scene[] = [
  ...inStates({ screen: 'portal home', as, at: '/portal' }),
  { screen: 'portal home', variant: 'without rights', as: own, at: '/portal' },
  { screen: 'portal home', variant: 'offline', as: own, at: '/portal', act: goOffline },

  ...inStates({ screen: 'portal records', as, at: '/portal/records?scope=company' }),
  { screen: 'portal records', variant: 'of the group', as: group, at: '/portal/records?scope=group&status=closed' },
  { screen: 'portal records', variant: 'without the right', as: own, at: '/portal/records?scope=company' },
  { screen: 'portal records', variant: 'approved', as, at: '/portal/records?scope=company&status=approved' },
  { screen: 'portal records', variant: 'no match', as, at: '/portal/records?q=boyle-bir-kayit-yok' },
  {
    screen: 'portal records',
    variant: 'none of the group',
    as: group,
    at: '/portal/records?scope=group',
    state: 'empty',
  },
  { screen: 'portal records', variant: 'none of one’s own', as: own, at: '/portal/records', state: 'empty' },

  ...inStates({ screen: 'portal record', as, at: ({ portal }) => `/portal/records/${portal.talk}` }),
  { screen: 'portal record', variant: 'resolved', as, at: ({ portal }) => `/portal/records/${portal.resolved}` },
  {
    screen: 'portal record',
    variant: 'rating',
    as,
    at: ({ portal }) => `/portal/records/${portal.resolved}`,
    act: ({ page }) => page.getByRole('radio').nth(3).check({ force: true }),
  },
  {
    screen: 'portal record',
    variant: 'opening again',
    as,
    at: ({ portal }) => `/portal/records/${portal.resolved}`,
    act: click('The problem goes on'),
  },
  { screen: 'portal record', variant: 'refused', as, at: ({ portal }) => `/portal/records/${portal.refused}` },
  { screen: 'portal record', variant: 'cancelled', as, at: ({ portal }) => `/portal/records/${portal.cancelled}` },
  { screen: 'portal record', variant: 'to approve', as, at: ({ portal }) => `/portal/records/${portal.toApprove}` },
  {
    screen: 'portal record',
    variant: 'to read only',
    as: group,
    at: ({ portal }) => `/portal/records/${portal.ofGroup}`,
  },
  {
    screen: 'portal record',
    variant: 'not for this reader',
    as: own,
    at: ({ portal }) => `/portal/records/${portal.talk}`,
  },

  { screen: 'portal new', as, at: '/portal/new' },
  { screen: 'portal new', variant: 'common request', as, at: '/portal/new?type=request&subject=Yeni+dahili+numara' },
  { screen: 'portal new', variant: 'refused', as, at: '/portal/new', act: sendNothing },

  ...inStates({ screen: 'portal approvals', as, at: '/portal/approvals' }),
  { screen: 'portal approvals', variant: 'deciding', as, at: '/portal/approvals', act: click(/^(Reddet|Reject): /) },

  ...inStates({ screen: 'portal people', as, at: '/portal/people' }),
  { screen: 'portal people', variant: 'without the right', as: own, at: '/portal/people' },

  ...inStates({ screen: 'portal profile', as, at: '/portal/me' }, ['full', 'error']),
  { screen: 'portal not found', as, at: '/portal/boyle-bir-sayfa-yok' },
]

import { inStates, type Scene } from './scene.ts'

const as = 'yetkili@anadolu.demo'

/** The portal of contacts. */
export const portalScenes: Scene[] = [
  ...inStates({ screen: 'portal home', as, at: '/portal' }, ['full', 'error']),
  { screen: 'portal home', variant: 'without rights', as: 'kisi@anadolu.demo', at: '/portal' },
  ...inStates({ screen: 'portal profile', as, at: '/portal/me' }, ['full', 'error']),
  { screen: 'portal not found', as, at: '/portal/boyle-bir-sayfa-yok' },
]

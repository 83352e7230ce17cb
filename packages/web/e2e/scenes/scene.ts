import type { Page } from 'playwright-core'
import type { State } from '../lib/answers.ts'
import type { Say } from '../lib/texts.ts'
import type { Known } from './known.ts'

export interface Stage {
  page: Page
  say: Say
  phone: boolean
}

/** A screen in a state, as it is looked at by axe and by people. */
export interface Scene {
  screen: string
  /** What is special about it: "refused", "editing". */
  variant?: string
  /** E-mail of who is signed in; nobody without it. */
  as?: string | ((known: Known) => string)
  at: string | ((known: Known) => string)
  state?: State
  /** What the user does before it looks so, e.g. opens a dialog. */
  act?: (stage: Stage) => Promise<void>
  /** What goes wrong on purpose. */
  complaints?: RegExp[]
}

const STATES = ['full', 'empty', 'error'] as const

/** The three states of a screen that shows data. */
export const inStates = (scene: Scene, states: readonly State[] = STATES): Scene[] =>
  states.map((state) => (state === 'full' ? scene : { ...scene, variant: state, state }))

/** Names a scene in reports and its pictures. */
export const nameOf = ({ screen, variant }: Scene): string => (variant ? `${screen}, ${variant}` : screen)

import type { Pool } from 'pg'
import type { VerbContext } from '../db/verb.ts'
import type { ReadContext } from './executor.ts'
import type { Principal } from '../auth/principal.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers and services know of the request. `principal` is set wherever a door opened. */
export interface AppContext extends Omit<VerbContext, 'principal'>, Omit<ReadContext, 'principal'> {
  principal: Principal
  requestId: string
  publicUrl: string
  loaders: Loaders
  /** The sign-in tables, and nothing else. */
  signInPool: Pool
}

import { inject } from 'vitest'
import { talkTo } from '../lib/address.ts'

talkTo(inject('url'))

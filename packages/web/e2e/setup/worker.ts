import { afterEach, inject } from 'vitest'
import { talkTo } from '../lib/address.ts'

talkTo(inject('url'))

afterEach(({ task }) => {
  const { retryCount = 0, state, errors } = task.result ?? {}
  if (retryCount > 0 && state !== 'fail')
    process.stderr.write(`unsteady: ${task.name}\n  first: ${errors?.[0]?.message ?? ''}\n`)
})

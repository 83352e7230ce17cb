import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN } from './lib/accord.ts'
import { openRequests, settled } from './lib/settled.ts'
import { test } from './test.ts'

const WEB = join(import.meta.dirname, '..')

const cold = [
  { who: ADMIN, at: '/', most: 15 },
  { who: ADMIN, at: '/customers', most: 15 },
  { who: ADMIN, at: '/tickets', most: 15 },
  { who: ADMIN, at: '/contacts', most: 15 },
  { who: ADMIN, at: '/admin/organization/users', most: 15 },
  { who: ADMIN, at: '/admin/audit', most: 15 },
  { who: 'yetkili@anadolu.demo', at: '/portal', most: 10 },
  { who: 'yetkili@anadolu.demo', at: '/portal/me', most: 10 },
]

/** Everything that a page fetches until it rests. */
async function fetched(page: Page, path: string): Promise<Response[]> {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  openRequests(page)
  await page.goto(path)
  await settled(page)
  return responses
}

test.for(cold)('$at cold takes at most $most requests', async ({ who, at, most }, { open }) => {
  const { page } = await open({ as: who })
  const responses = await fetched(page, at)
  const paths = responses.map((response) => {
    const asked = response.request().postDataJSON() as { operationName?: string } | null
    return [new URL(response.url()).pathname, asked?.operationName].join(' ')
  })
  expect(paths.length, paths.join('\n')).toBeLessThanOrEqual(most)
})

test('scripts and styles come compressed, are kept for ever and need no second look', async ({ open }) => {
  const { page } = await open({ as: ADMIN })
  const first = await fetched(page, '/customers')
  const assets = first.filter((response) => /\/assets\/.*\.(js|css)$/.test(response.url()))
  expect(assets.length).toBeGreaterThan(0)
  for (const response of assets) {
    expect(await response.headerValue('content-encoding'), response.url()).toBe('br')
    expect(await response.headerValue('cache-control'), response.url()).toContain('immutable')
  }
})

test('the sign-in page loads no data layer', async ({ open }) => {
  const { page } = await open()
  const paths = (await fetched(page, '/login')).map((response) => new URL(response.url()).pathname)
  expect(paths.filter((path) => path.includes('graphql') || path.includes('/data-'))).toEqual([])
})

test('pages and screens stay within their bytes', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/budget.ts'], { cwd: WEB }).catch(
    (error: { stdout: string }) => error,
  )
  expect(stdout.split('\n').filter((line) => line.startsWith('OVER'))).toEqual([])
  expect(stdout).toContain(' ok ')
})

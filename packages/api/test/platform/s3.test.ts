import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newStorageKey, openStorage, type Storage } from '../../src/core/storage/storage.ts'

/** As much of S3 as the storage speaks. It believes nobody without the right access key. */
const objects = new Map<string, Buffer>()
let server: Server
let storage: Storage
const seen: { method: string; authorization: string; length: string | undefined }[] = []
let failures = 0

const listing = (after: string) => {
  const all = [...objects.keys()].toSorted().filter((key) => key > after)
  const page = all.slice(0, 2)
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>`,
  )
  const more = all.length > page.length
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${
    more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  }${contents.join('')}</ListBucketResult>`
}

async function answer(request: IncomingMessage): Promise<{ status: number; body?: string | Buffer }> {
  const url = new URL(request.url!, 'http://127.0.0.1')
  const key = url.pathname.replace(/^\/accord\/?/, '')
  const authorization = request.headers.authorization ?? ''
  seen.push({ method: request.method!, authorization, length: request.headers['content-length'] })
  const body = await buffer(request)
  if (!authorization.includes('Credential=schluessel/'))
    return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
  if (failures > 0) {
    failures -= 1
    return { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }
  }
  if (request.method === 'PUT') objects.set(key, body)
  else if (request.method === 'DELETE') {
    objects.delete(key)
    return { status: 204 }
  } else if (!key) return { status: 200, body: listing(url.searchParams.get('continuation-token') ?? '') }
  else {
    const found = objects.get(key)
    return found ? { status: 200, body: found } : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
  }
  return { status: 200 }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  storage = await openStorage(settings())
})
afterAll(() => server.close())

const settings = (accessKeyId = 'schluessel') => ({
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  bucket: 'accord',
  region: 'eu-central-1',
  accessKeyId,
  secretAccessKey: 'geheim',
})

describe('files in a bucket', () => {
  test('what is put is there, byte for byte, until it is deleted', async () => {
    const key = newStorageKey()
    const content = Buffer.from('Çağrı\0\xff'.repeat(50_000), 'latin1')
    await storage.put(key, Readable.from([content.subarray(0, 1_000), content.subarray(1_000)]), content.length)
    expect(objects.get(key)?.equals(content)).toBe(true)
    expect(seen.at(-1)).toMatchObject({ method: 'PUT', length: String(content.length) })
    expect(seen.at(-1)!.authorization).toContain('/eu-central-1/s3/aws4_request')
    expect((await buffer((await storage.get(key))!)).equals(content)).toBe(true)
    await storage.delete(key)
    await storage.delete(key)
    expect(await storage.get(key)).toBeNull()
  })

  test('the list goes on to the last page', async () => {
    objects.clear()
    const keys = Array.from({ length: 5 }, newStorageKey).toSorted()
    for (const key of keys) await storage.put(key, Readable.from(['x']), 1)
    const listed = []
    for await (const each of storage.list()) listed.push(each)
    expect(listed).toEqual(keys.map((key) => ({ key, changedAt: new Date('2026-01-02T03:04:05Z') })))
  })

  test('a busy server is asked again; a refusal is an error and not an empty place', async () => {
    objects.set('a', Buffer.from('x'))
    failures = 1
    expect((await buffer((await storage.get('a'))!)).toString()).toBe('x')
    const stranger = await openStorage(settings('fremd'))
    await expect(stranger.get('a')).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(stranger.put('b', Readable.from(['x']), 1)).rejects.toMatchObject({ name: 'AccessDenied' })
    expect(objects.has('b')).toBe(false)
  })
})

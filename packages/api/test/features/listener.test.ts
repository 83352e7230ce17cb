/** R21: a connection that leads nowhere is noticed, and another one takes its place. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Listener } from '../../src/core/live/listener.ts'
import { createDatabase, type TestDatabase } from '../database.ts'
import { eventually } from './live-client.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database?.drop())

/** A way to the database that can swallow everything, without a word to either side. */
async function tunnel(to: string) {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  const lines = { swallow: false, opened: 0 }
  const server = createServer((near) => {
    lines.opened += 1
    const far = connect(Number(port), hostname)
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      const swallowed = lines.opened === 1
      from.on('data', (bytes) => {
        if (!(swallowed && lines.swallow)) into.write(bytes)
      })
      from.on('error', () => undefined).on('close', () => into.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = Object.assign(new URL(to), { port: String((server.address() as AddressInfo).port) }).href
  return {
    url,
    lines,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

test('R21 a silent connection is given up, and who listens is told since when', async () => {
  const way = await tunnel(database.appUrl)
  const log = { warn: () => undefined }
  const listener = new Listener({ connectionString: way.url, log, every: 100, within: 200, again: 50 })
  const heard: string[] = []
  const gaps: Date[] = []
  listener.on('a_channel', (payload) => heard.push(payload))
  listener.onGap((since) => gaps.push(since))
  await listener.start()
  await listener.say('a_channel', 'one')
  await eventually(() => heard.includes('one'))
  const before = Date.now()
  way.lines.swallow = true
  await eventually(() => gaps.length === 1)
  expect(Date.now() - before).toBeLessThan(2_000)
  expect(gaps[0]!.getTime()).toBeLessThan(before + 200)
  await listener.say('a_channel', 'two')
  await eventually(() => heard.includes('two'))
  await listener.close()
  way.close()
})

test('a database that is away is waited for', async () => {
  const listener = new Listener({
    connectionString: Object.assign(new URL(database.appUrl), { port: '1' }).href,
    log: { warn: () => undefined },
    again: 20,
  })
  await listener.start()
  await listener.say('a_channel', 'nobody hears it')
  await listener.close()
})

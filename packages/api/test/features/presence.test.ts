import { afterAll, beforeAll, expect, test } from 'vitest'
import { PresenceBoard } from '../../src/features/live/index.ts'
import { newId } from '../../src/core/db/ids.ts'
import { Listener } from '../../src/core/live/listener.ts'
import { openHouse, type House } from '../house.ts'
import { dial, eventually, listen, quiet } from './live-client.ts'

let house: House
let port: number
let id: string
beforeAll(async () => {
  house = await openHouse({ sockets: { heartbeat: 100 } })
  port = await listen(house)
  const customer = await house.seed.customer()
  const requester = await house.seed.contact(customer)
  id = newId()
  await house.seed.insert('ticket', {
    id,
    number: 'P-2026-000001',
    kind: 'REQUEST',
    subject: 'Konu',
    description: 'x',
    customer_id: customer.id,
    requester_id: requester.id,
    opened_at: new Date(),
    updated_at: new Date(),
  })
})
afterAll(() => house?.close())

const query = 'subscription ($id: ID!) { ticketPresence(ticketId: $id) { technicians { name } } }'
const names = (told: { ticketPresence: { technicians: { name: string }[] } }[]) =>
  told.at(-1)?.ticketPresence.technicians.map(({ name }) => name)
const permissions = ['CUSTOMERS_READ', 'TICKETS_READ']

test('to be subscribed is to be there; who hangs up, or is heard no more, is gone', async () => {
  const ayse = await house.seed.technician({ name: 'Ayşe', permissions })
  const burak = await house.seed.technician({ name: 'Burak', permissions })
  const [a, b, again] = [dial(port, ayse), dial(port, burak), dial(port, burak)]
  const hers = await a.subscribe(query, { id })
  await eventually(() => names(hers.told())?.join() === 'Ayşe')
  const his = await b.subscribe(query, { id: id.toUpperCase() })
  const second = await again.subscribe(query, { id })
  for (const each of [hers, his, second]) await eventually(() => names(each.told())?.join() === 'Ayşe,Burak')
  again.hangUp()
  await quiet()
  expect(names(hers.told())).toEqual(['Ayşe', 'Burak'])
  // Its machine sleeps: nothing is sent, nothing is closed.
  ;(b.ws as unknown as { _socket: { pause(): void } })._socket.pause()
  await eventually(() => names(hers.told())?.join() === 'Ayşe')
  b.hangUp()
  a.hangUp()
})

test('several nodes tell each other, and one that is heard no more takes its people along', async () => {
  const ayse = await house.seed.technician({ name: 'Ayten', permissions })
  const far = await house.seed.technician({ name: 'Ferhat', permissions })
  const line = dial(port, ayse)
  const told = await line.subscribe(query, { id })
  await eventually(() => names(told.told())?.join() === 'Ayten')
  const listener = new Listener({ connectionString: house.database.appUrl, log: { warn: () => undefined } })
  const other = new PresenceBoard(listener, { every: 100 })
  await listener.start()
  const source = other.join(id, far.id)
  source.begin()
  await eventually(() => names(told.told())?.join() === 'Ayten,Ferhat')
  await eventually(() => other.present(id).length === 2)
  source.close()
  await eventually(() => names(told.told())?.join() === 'Ayten')
  line.hangUp()
  await eventually(() => other.present(id).length === 0)
  other.close()
  await listener.close()
})

test('a node that ends without a word is over after three silent turns', async () => {
  const [here, away] = [
    new Listener({ connectionString: house.database.appUrl, log: { warn: () => undefined } }),
    new Listener({ connectionString: house.database.appUrl, log: { warn: () => undefined } }),
  ]
  const [near, far] = [new PresenceBoard(here, { every: 100 }), new PresenceBoard(away, { every: 100 })]
  await Promise.all([here.start(), away.start()])
  const [one, two] = [newId(), newId()]
  near.join(id, one).begin()
  far.join(id, two).begin()
  await eventually(() => near.present(id).length === 2)
  far.close()
  await away.close()
  await eventually(() => near.present(id).join() === one)
  near.close()
  await here.close()
})

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, change, changeAs, unique } from './lib/accord.ts'
import { makeContact, makeCustomer, makeTechnician } from './lib/people.ts'
import { openTicket, setCompanyRight } from './lib/portal-tickets.ts'
import { field } from './lib/reading.ts'
import { Sockets } from './lib/sockets.ts'
import { eventually, pathOf, test } from './test.ts'

/** A company with somebody who reports, and a technician who may see it. */
async function makeBoth() {
  const technician = await makeTechnician({ role: 'Saha teknisyeni' })
  const customer = await makeCustomer({ technicianIds: [technician.id] })
  return { customer, contact: await makeContact(customer), technician }
}

test('our own pages may listen, under their content security policy', async ({ open }) => {
  const { page } = await open({ as: ADMIN, at: '/customers', locale: 'en', width: 1280 })
  const heard = await page.evaluate(async () => {
    const ask = async (query: string, variables: object) => {
      const body = JSON.stringify({ query, variables })
      const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return ((await answer.json()) as { data: never }).data
    }
    interface People {
      contacts: { nodes: { id: string; name: string }[] }
    }
    const { contacts }: People = await ask('{ contacts(filter: { active: true }, first: 1) { nodes { id name } } }', {})
    const told = new Promise<unknown>((resolve, reject) => {
      const socket = new WebSocket(`ws://${location.host}/graphql`, 'graphql-transport-ws')
      socket.addEventListener('error', () => reject(new Error('no socket')))
      socket.addEventListener('open', () => socket.send('{"type":"connection_init"}'))
      socket.addEventListener('message', ({ data }) => {
        const { type, payload } = JSON.parse(String(data)) as {
          type: string
          payload?: { data: { ticketChanged: { subject: string } } }
        }
        // Others open tickets meanwhile.
        if (type === 'next' && payload?.data.ticketChanged.subject === 'Canlı') resolve(payload.data)
        if (type !== 'connection_ack') return
        const query = 'subscription { ticketChanged { subject requester { name } } }'
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }))
        const create = 'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { errors { code } } }'
        const input = { kind: 'INCIDENT', subject: 'Canlı', description: 'Canlı', requesterId: contacts.nodes[0]!.id }
        setTimeout(() => void ask(create, { input }), 500)
      })
    })
    return { told: await told, name: contacts.nodes[0]!.name }
  })
  expect(heard.told).toEqual({ ticketChanged: { subject: 'Canlı', requester: { name: heard.name } } })
})

test('a contact and a technician see at once what the other one does', async ({ open }) => {
  const { contact, technician } = await makeBoth()
  const subject = unique('Kasa açılmıyor')
  const staff = await open({ as: technician.email, locale: 'en', width: 1280 })
  const staffSockets = new Sockets(staff.page)
  await staff.page.goto('/tickets')
  await eventually(() => expect(staffSockets.listening).toEqual(['LiveTickets']))

  // What is opened on the phone comes into the list by itself.
  const his = await open({ as: contact.email, locale: 'tr', width: 390 })
  const hisSockets = new Sockets(his.page)
  await his.page.goto('/portal/new')
  await field(his.page, his.say('Subject')).fill(subject)
  await field(his.page, his.say('Description')).fill('Anahtar dönüyor, çekmece çıkmıyor.')
  await his.page.getByRole('button', { name: his.say('Send'), exact: true }).click()
  await his.page.getByRole('heading', { name: subject, level: 1 }).waitFor()
  await staff.page.getByRole('row').filter({ hasText: subject }).waitFor()
  await staff.page.goto(`/tickets/${pathOf(his.page).split('/').at(-1)}`)
  await staff.page.getByRole('heading', { name: subject, level: 1 }).waitFor()

  // The answer comes to the phone, and the answer to it back.
  await staff.page.getByRole('textbox', { name: staff.say('Reply to the customer') }).fill('Yarım saate oradayız.')
  await staff.page.getByRole('button', { name: staff.say('Send') }).click()
  await his.page.getByRole('article').filter({ hasText: 'Yarım saate oradayız.' }).waitFor()
  await field(his.page, his.say('Write your reply')).fill('Arka kapıdan girin.')
  await his.page.getByRole('button', { name: his.say('Send the reply') }).click()
  await staff.page.getByRole('article').filter({ hasText: 'Arka kapıdan girin.' }).waitFor()

  // A step of the work shows on both pages.
  await staff.page.getByRole('button', { name: staff.say('Take into work') }).click()
  await staff.page.getByRole('button', { name: staff.say('Resolve'), exact: true }).click()
  await staff.page.getByRole('button', { name: staff.say('Open again') }).waitFor()
  await his.page.getByRole('button', { name: his.say('The problem goes on') }).waitFor()
  await his.page.getByRole('button', { name: his.say('The problem goes on') }).click()
  await field(his.page, his.say('What goes on?')).fill('Yine açılmıyor.')
  await his.page.getByRole('button', { name: his.say('Open again'), exact: true }).click()
  await staff.page.getByRole('button', { name: staff.say('Take into work') }).waitFor()
  await staff.page.getByRole('article').filter({ hasText: 'Yine açılmıyor.' }).waitFor()

  // One socket for all of it; who leaves listens no longer. Staff have loaded two pages.
  expect(hisSockets.opened).toBe(1)
  expect(staffSockets.opened).toBe(2)
  await his.page
    .getByRole('banner')
    .getByRole('link', { name: his.say('Records') })
    .click()
  await his.page.getByRole('link', { name: his.say('Home'), exact: true }).click()
  await eventually(() => expect(hisSockets.listening).toEqual([]))
  await eventually(() => expect(hisSockets.open).toBe(0))
})

test('what was said before the page could listen is shown all the same', async ({ open }) => {
  const { contact, technician } = await makeBoth()
  const ticket = await openTicket(contact.email)
  const { page } = await open({ as: technician.email, locale: 'en', width: 1280 })
  // The socket opens late: meanwhile the contact writes.
  await page.routeWebSocket(/\/graphql$/, async (socket) => {
    await page.getByRole('article').first().waitFor()
    const input = { ticketId: ticket.id, body: 'Bir de ışığı yanıp sönüyor.' }
    await changeAs(contact.email, 'addComment', 'comment { id }', input)
    socket.connectToServer()
  })
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('article').filter({ hasText: 'Bir de ışığı yanıp sönüyor.' }).waitFor()
})

test('technicians see who else has the ticket open, and when nobody has any more', async ({ open }) => {
  const { contact, technician } = await makeBoth()
  const ticket = await openTicket(contact.email)
  const first = await open({ as: technician.email, at: `/tickets/${ticket.id}`, locale: 'en', width: 1280 })
  await first.page.getByRole('heading', { name: ticket.subject, level: 1 }).waitFor()
  const second = await open({ as: ADMIN, at: `/tickets/${ticket.id}`, locale: 'en', width: 1280 })
  const there = (page: Page) => page.getByRole('img', { name: /is looking at this too/ })
  await there(first.page).waitFor()
  await second.page.getByRole('img', { name: `${technician.name} is looking at this too` }).waitFor()
  await second.page
    .getByRole('link', { name: second.say('Tickets') })
    .first()
    .click()
  await there(first.page).waitFor({ state: 'detached' })
})

test('a right that is taken away ends what the company shows, and says so', async ({ open }) => {
  const { customer, contact } = await makeBoth()
  const authorized = await makeContact(customer, { seesCompanyRecords: true })
  const ticket = await openTicket(contact.email)
  const own = await openTicket(authorized.email, { subject: unique('Benim kaydım') })
  const { page, say } = await open({ as: authorized.email, locale: 'tr', width: 390 })
  const sockets = new Sockets(page)
  await page.goto('/portal/records?scope=company')
  await page.getByRole('heading', { name: ticket.subject }).waitFor()
  await eventually(() => expect(sockets.listening).toEqual(['LiveTickets']))
  await setCompanyRight(authorized, false)
  await page.getByText(say('You no longer see the records of your company; your own are shown.')).waitFor()
  await page.getByRole('heading', { name: own.subject }).waitFor()
  await eventually(async () => expect(await page.getByRole('heading', { name: ticket.subject }).count()).toBe(0))
  await eventually(() => expect(sockets.listening).toEqual(['LiveTickets']))
  expect(sockets.opened).toBe(1)
})

test('a technician who loses the customer loses the open ticket', async ({ open }) => {
  const { customer, contact, technician } = await makeBoth()
  const ticket = await openTicket(contact.email)
  const { page, say } = await open({ as: technician.email, locale: 'en', width: 1280 })
  const sockets = new Sockets(page)
  await page.goto(`/tickets/${ticket.id}`)
  await eventually(() => expect(sockets.listening).toEqual(['LivePresence', 'LiveTicket']))
  await change('setAuthorizedTechnicians', 'customer { id }', { customerId: customer.id, technicianIds: [] })
  await page.getByRole('heading', { name: ticket.subject }).waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: say('This ticket is not here') }).waitFor()
  await eventually(() => expect(sockets.listening).toEqual([]))
})

import { expect } from 'vitest'
import { ADMIN } from './lib/accord.ts'
import { test } from './test.ts'

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

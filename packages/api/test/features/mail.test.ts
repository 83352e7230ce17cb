import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'
import { newId } from '../../src/core/db/ids.ts'
import { mailSettings } from '../../src/features/mail/index.ts'

let house: House
let admin: Who

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house.close())

async function mail(status: string) {
  const id = newId()
  await house.sql(
    `insert into outgoing_mail (id, to_name, to_address, subject, body_text, body_html, message_id, effect_key, status, attempts, created_at)
     values ($1::uuid, 'Ayşe', 'ayse@example.com', 'Çağrı', 'Aç: https://x.example/reset/gizli-1 hoşça kal', '', $1::text, $1::text, $2, 3, now())`,
    [id, status],
  )
  return id
}
const text = async (who: Who, id: string) => {
  const { data } = await house.ask(who, '{ mails { nodes { id text } } }')
  return data.mails.nodes.find((each: { id: string }) => each.id === id).text as string
}

test('links that sign somebody in are black, but for administrators without a mail server', async () => {
  const [queued, sent] = [await mail('QUEUED'), await mail('SENT')]
  const organizer = await house.seed.technician({ permissions: ['ORGANIZATION_WRITE'] })
  const black = 'Aç: https://x.example/reset/… hoşça kal'
  const before = mailSettings.sent
  try {
    mailSettings.sent = true
    expect(await text(admin, queued)).toBe(black)
    mailSettings.sent = false
    expect(await text(admin, queued)).toContain('/reset/gizli-1 ')
    expect(await text(admin, sent)).toBe(black)
    expect(await text(organizer, queued)).toBe(black)
  } finally {
    mailSettings.sent = before
  }
})

test('a failed mail is sent again, others are not', async () => {
  const [failed, sent] = [await mail('FAILED'), await mail('SENT')]
  const again = async (id: string) =>
    (
      await house.ask(
        admin,
        'mutation ($input: ResendMailInput!) { resendMail(input: $input) { mail { status attempts } errors { code } } }',
        {
          input: { id },
        },
      )
    ).data.resendMail
  expect(await again(failed)).toEqual({ mail: { status: 'QUEUED', attempts: 0 }, errors: [] })
  expect(await again(failed)).toEqual({ mail: null, errors: [{ code: 'NOT_ALLOWED' }] })
  expect(await again(sent)).toEqual({ mail: null, errors: [{ code: 'NOT_ALLOWED' }] })
})

test('mails are found by recipient and state', async () => {
  const id = await mail('FAILED')
  const { data } = await house.ask(admin, '{ mails(filter: { text: "cagri", status: [FAILED] }) { nodes { id to } } }')
  expect(data.mails.nodes).toContainEqual({ id, to: 'ayse@example.com' })
})

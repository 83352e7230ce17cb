import { ADMIN, ask, changeAs } from '../lib/accord.ts'
import { png, uploadAs } from '../lib/files.ts'
import { answerTicket, askApproval, moveTicket, openTicket } from '../lib/portal-tickets.ts'

/** Ids of records that look as the portal's scenes want them. */
export interface PortalStories {
  /** One's own, in work, with some words and a long address. */
  talk: string
  /** One's own, resolved: to be rated, or opened again. */
  resolved: string
  /** One's own request that was refused. */
  refused: string
  /** One's own that was given up. */
  cancelled: string
  /** Of a colleague, to be approved. */
  toApprove: string
  /** Of a colleague of the same group, who only reads. */
  ofGroup: string
}

const COMPANY = 'yetkili@anadolu.demo'
const GROUP = 'grup@anadolu.demo'
const OWN = 'kisi@anadolu.demo'

const meOf = async (email: string) => {
  const { me } = await ask<{ me: { person: { id: string } } }>(email, '{ me { person { id } } }')
  return me.person
}

/** Lets people of the demo data live through what the scenes show. */
export async function tellPortalStories(): Promise<PortalStories> {
  const talk = await openTicket(COMPANY, {
    subject: 'Gebze deposunda el terminalleri WMS’e bağlanamıyor',
    description:
      'Bu sabah 08:30’dan beri depodaki 14 el terminali WMS’e bağlanmıyor.\n\nÖğleden sonraki yüklemeye yetişmesi gerekiyor.',
  })
  await moveTicket(talk, 'IN_PROGRESS', 'WAITING')
  await answerTicket(talk, 'Terminaller ofis ağından bağlanabiliyor mu, birini deneyebilir misiniz?')
  await answerTicket(talk, 'Erişim noktalarının günlükleri ekte.', true, [
    await uploadAs(ADMIN, 'erisim-noktalari-gunlugu.txt', Buffer.from('08:31 deauth\n')),
  ])
  await changeAs(COMPANY, 'addComment', 'comment { id }', {
    ticketId: talk.id,
    attachmentIds: [
      await uploadAs(COMPANY, 'Terminal 14 – WMS bağlantı hatası ekran görüntüsü.png', png()),
      await uploadAs(COMPANY, 'terminaller.csv', Buffer.from('seri;yer\nA-14;Gebze\n')),
    ],
    body: 'Ofiste bağlanıyor. Günlük: https://depo.ornek.example/gunluk/2026/05/21/terminal-14-wms-baglantisi?ayrinti=tam',
  })

  const resolved = await openTicket(COMPANY, { subject: 'Şoför tabletlerine güncelleme gelmiyor' })
  await moveTicket(resolved, 'IN_PROGRESS', 'RESOLVED')

  const [approver, other] = [await meOf(COMPANY), await meOf(GROUP)]
  const toApprove = await openTicket(OWN, {
    kind: 'REQUEST',
    subject: 'Tuzla şubesine yedek internet hattı kurulması',
    description: 'Hat kesilince irsaliye kesilemiyor. Yedek bir hat istiyoruz; aylık ücreti yaklaşık 1.200 TL.',
  })
  await askApproval(toApprove, approver)

  const refused = await openTicket(COMPANY, { kind: 'REQUEST', subject: 'Toplantı odasına ikinci ekran' })
  await askApproval(refused, other)
  await changeAs(GROUP, 'decideApproval', 'ticket { id }', {
    ticketId: refused.id,
    approve: false,
    comment: 'Bu yıl bütçede yok.',
  })

  const cancelled = await openTicket(COMPANY, { subject: 'Yanlışlıkla açıldı' })
  await moveTicket(cancelled, 'CANCELLED')

  const { contacts } = await ask<{ contacts: { nodes: { id: string }[] } }>(
    GROUP,
    '{ contacts(first: 100) { nodes { id } } }',
  )
  const colleague = contacts.nodes.find(({ id }) => id !== other.id)
  if (!colleague) throw new Error(`${GROUP} has no colleague in the group`)
  const { createTicket } = await ask<{ createTicket: { ticket: { id: string } } }>(
    ADMIN,
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } } }',
    {
      input: {
        kind: 'INCIDENT',
        subject: 'Rampa yazıcısı etiket basmıyor',
        description: 'Telefonla bildirildi.',
        requesterId: colleague.id,
      },
    },
  )
  return {
    talk: talk.id,
    resolved: resolved.id,
    refused: refused.id,
    cancelled: cancelled.id,
    toApprove: toApprove.id,
    ofGroup: createTicket.ticket.id,
  }
}

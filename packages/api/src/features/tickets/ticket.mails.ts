/** Mails that tickets send. Written in the transaction of what they tell about, in the reader's language, one thread a ticket. */
import { runner, type Em } from '../../core/db/orm.ts'
import { queueMail } from '../../core/mail/outbox.ts'
import { composeMail, type Locale } from '../../core/mail/templates.ts'

interface About {
  id: string
  number: string
  subject: string
  customerId: string
}
interface Reader {
  name: string
  email?: string | null
  locale: string
}

/** The root that all mails of a ticket refer to, so that mail programs show them as one conversation. */
const threadOf = (ticketId: string) => `<ticket-${ticketId}@accord.local>`

const maxQuote = 2_000
const quoted = (text: string) => (text.length > maxQuote ? `${text.slice(0, maxQuote)} …` : text)

async function send(
  em: Em,
  publicUrl: string,
  ticket: About,
  reader: Reader,
  page: 'portal' | 'staff',
  effect: string,
  words: (locale: Locale) => { subject: string; lines: string[]; label: string },
): Promise<void> {
  if (!reader.email) return
  const locale: Locale = reader.locale === 'en' ? 'en' : 'tr'
  const { subject, lines, label } = words(locale)
  const url = `${publicUrl}${page === 'portal' ? '/portal/records' : '/tickets'}/${ticket.id}`
  const mail = composeMail(locale, `[${ticket.number}] ${subject}`, reader.name, [...lines, { link: url, label }])
  await queueMail(runner(em), { name: reader.name, address: reader.email }, mail, {
    effectKey: `ticket:${ticket.id}:${effect}`,
    customerId: ticket.customerId,
    referencesId: threadOf(ticket.id),
  })
}

type Told = (
  em: Em,
  publicUrl: string,
  ticket: About,
  reader: Reader,
  effect: string,
  detail: string,
  by: string,
) => Promise<void>

/** The requester: somebody answered. */
export const tellAnswer: Told = (em, publicUrl, ticket, reader, effect, body, by) =>
  send(em, publicUrl, ticket, reader, 'portal', `answer:${effect}`, (locale) =>
    locale === 'tr'
      ? { subject: ticket.subject, lines: [`${by} kaydınıza yanıt yazdı:`, quoted(body)], label: 'Kaydı aç' }
      : { subject: ticket.subject, lines: [`${by} answered on your ticket:`, quoted(body)], label: 'Open the ticket' },
  )

/** The requester: it is resolved. */
export const tellResolution: Told = (em, publicUrl, ticket, reader, effect) =>
  send(em, publicUrl, ticket, reader, 'portal', `resolved:${effect}`, (locale) =>
    locale === 'tr'
      ? {
          subject: ticket.subject,
          lines: ['Kaydınız çözüldü. Sorun sürüyorsa 14 gün içinde yeniden açabilirsiniz.'],
          label: 'Kaydı aç',
        }
      : {
          subject: ticket.subject,
          lines: ['Your ticket is resolved. If the matter goes on, you can open it again within 14 days.'],
          label: 'Open the ticket',
        },
  )

/** A contact: your approval is asked. */
export const tellAsked: Told = (em, publicUrl, ticket, reader, effect, _detail, by) =>
  send(em, publicUrl, ticket, reader, 'portal', `asked:${effect}`, (locale) =>
    locale === 'tr'
      ? {
          subject: `Onayınız bekleniyor: ${ticket.subject}`,
          lines: [`${by} bir istek için onayınızı istiyor. Çalışma onaydan sonra başlar.`],
          label: 'İsteği aç',
        }
      : {
          subject: `Your approval is asked: ${ticket.subject}`,
          lines: [`${by} asks for your approval of a request. Work starts after it.`],
          label: 'Open the request',
        },
  )

/** A technician: it is yours now. */
export const tellAssignment: Told = (em, publicUrl, ticket, reader, effect, _detail, by) =>
  send(em, publicUrl, ticket, reader, 'staff', `assigned:${effect}`, (locale) =>
    locale === 'tr'
      ? { subject: ticket.subject, lines: [`${by} bu kaydı size atadı.`], label: 'Kaydı aç' }
      : { subject: ticket.subject, lines: [`${by} assigned this ticket to you.`], label: 'Open the ticket' },
  )

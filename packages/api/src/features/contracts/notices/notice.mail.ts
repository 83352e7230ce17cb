/** A notice as a mail, in the recipient's language. */
import { composeMail, type Locale, type MailText } from '../../../core/mail/templates.ts'
import type { Day, Notice } from '../calendar/index.ts'
import { filled, paragraphsOf, type Placeholder, type TemplateText } from './template.ts'

/** What a notice tells of. */
export interface NoticeSubject {
  customer: string
  contract: string
  reference: string
  type: string
  startsOn: Day
  endsOn: Day
  renewsItself: boolean
}

/** Where a recipient reads on. */
export interface NoticeLink {
  url: string
  label: Record<Locale, string>
}

const renewal: Record<Locale, Record<'yes' | 'no', string>> = {
  tr: { yes: 'Sözleşme otomatik olarak yenilenir.', no: 'Sözleşme otomatik yenilenmez.' },
  en: { yes: 'The contract renews itself.', no: 'The contract does not renew itself.' },
}

/** A day as people write it. */
const dayInWords = (day: Day, locale: Locale): string =>
  day.toLocaleString(locale === 'tr' ? 'tr-TR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** Fills a template. `today`: `{days}` are counted from it, also when the notice goes out late. */
export function noticeMail(
  template: TemplateText,
  locale: Locale,
  about: NoticeSubject,
  recipient: string,
  today: Day,
  link: NoticeLink | null,
): MailText {
  const values: Record<Placeholder, string> = {
    recipient,
    customer: about.customer,
    contract: about.contract,
    reference: about.reference,
    type: about.type,
    startsOn: dayInWords(about.startsOn, locale),
    endsOn: dayInWords(about.endsOn, locale),
    days: Math.abs(today.until(about.endsOn, { largestUnit: 'days' }).days).toLocaleString(locale),
    renewal: renewal[locale][about.renewsItself ? 'yes' : 'no'],
  }
  return composeMail(locale, filled(template.subject, values), recipient, [
    ...paragraphsOf(template.body).map((paragraph) => filled(paragraph, values)),
    ...(link ? [{ link: link.url, label: link.label[locale] }] : []),
  ])
}

/** What the preview of a template is filled with. */
export function exampleOf(side: Notice['side'], locale: Locale, today: Day): NoticeSubject & { recipient: string } {
  const endsOn = side === 'BEFORE_END' ? today.add({ days: 30 }) : today.subtract({ days: 7 })
  return {
    recipient: 'Ayşe Demir',
    customer: 'Anadolu Lojistik',
    contract: locale === 'tr' ? 'Yerinde destek' : 'On-site support',
    reference: `C-${today.year}-0042`,
    type: 'SLA',
    startsOn: endsOn.subtract({ years: 1 }).add({ days: 1 }),
    endsOn,
    renewsItself: side === 'BEFORE_END',
  }
}

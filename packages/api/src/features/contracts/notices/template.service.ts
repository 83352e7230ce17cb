/** The verbs of notice templates. */
import { found } from '../../../core/db/find.ts'
import { StaleVersion, verb, type Outcome, type VerbContext } from '../../../core/db/verb.ts'
import { generic } from '../../../core/graphql/messages.ts'
import { Problem } from '../../../core/graphql/problem.ts'
import { cleanName, normalText } from '../../../core/graphql/text.ts'
import { change, record } from '../../audit/index.ts'
import type { Notice } from '../calendar/index.ts'
import { said } from '../messages.ts'
import { NoticeTemplateEntity, type NoticeTemplateRow } from './notice.entity.ts'
import { exampleOf, noticeMail } from './notice.mail.ts'
import type { NoticeTemplatePreviewInput, UpdateNoticeTemplateInput } from './notice.type.ts'
import { placeholders, unknownPlaceholders } from './template.ts'

const maxSubject = 200
const maxBody = 5_000

/** Changes the text of a notice; what is written already stays. Problems: REQUIRED, INVALID naming unknown placeholders. */
export function updateNoticeTemplate(context: VerbContext, input: UpdateNoticeTemplateInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, NoticeTemplateEntity, input.id)
    if (row.version !== input.version) throw new StaleVersion({ noticeTemplate: row.id })
    const changes = change<NoticeTemplateRow>(row, {
      subject: input.subject === undefined ? undefined : subjectOf(input.subject),
      body: input.body === undefined ? undefined : bodyOf(input.body),
    })
    await em.flush()
    if (changes.length)
      await record(em, context, { action: 'UPDATED', subjectType: 'NoticeTemplate', subjectId: row.id, changes })
    return { noticeTemplate: row.id }
  })
}

/** The text as somebody would read it, also while it is not finished. Problems: INVALID, as of `updateNoticeTemplate`. */
export function previewTemplate({ clock }: Pick<VerbContext, 'clock'>, input: NoticeTemplatePreviewInput) {
  const template = {
    subject: input.subject.trim() ? subjectOf(input.subject) : '',
    body: input.body.trim() ? bodyOf(input.body) : '',
  }
  const locale = input.locale === 'TR' ? 'tr' : 'en'
  const today = clock.today()
  const { recipient, ...about } = exampleOf(input.side as Notice['side'], locale, today)
  const { subject, text } = noticeMail(template, locale, about, recipient, today, null)
  return { subject, text }
}

function subjectOf(value: string | null): string {
  const subject = cleanName(value ?? '', ['subject'])
  return checked(subject, 'subject', maxSubject)
}

function bodyOf(value: string | null): string {
  const body = normalText(value ?? '')?.trim()
  if (body === undefined) throw new Problem('INVALID', ['body'], { key: generic['text.hidden'] })
  if (!body) throw new Problem('REQUIRED', ['body'])
  return checked(body, 'body', maxBody)
}

function checked(text: string, field: string, max: number): string {
  if (text.length > max) throw new Problem('INVALID', [field], { key: generic['text.tooLong'], params: { max } })
  const unknown = unknownPlaceholders(text)
  if (unknown.length)
    throw new Problem('INVALID', [field], {
      key: said['notice.placeholder'],
      params: { unknown: unknown.join(' '), known: placeholders.map((name) => `{${name}}`).join(' ') },
    })
  return text
}

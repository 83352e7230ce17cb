import { connectionOf } from '../../../core/graphql/connection.ts'
import {
  enumType,
  id,
  input,
  instant,
  maybe,
  Node,
  of,
  Person,
  text,
  type,
  whole,
} from '../../../core/graphql/fields.ts'
import { GraphQLDate } from '../../../core/graphql/scalars.ts'
import { UserError } from '../../../core/graphql/user-error.type.ts'
import { NoticeSide } from '../contract.type.ts'

const DeliveryStatus = enumType('DeliveryStatus', 'How far a notice has come.', {
  PLANNED: 'Waits for its day.',
  QUEUED: 'Written, and waits to be sent.',
  SENT: 'Taken by the mail server.',
  FAILED: 'Given up; it can be sent again.',
  SKIPPED: 'Not sent, and it will not be.',
})
const NoticeSkipReason = enumType('NoticeSkipReason', 'Why a notice is not sent.', {
  DATE_PASSED: 'Its day had passed when it was set.',
  ENDED: 'It was missed, and the contract has ended meanwhile.',
  LATER_ONE_SENT: 'It was missed, and a later one of the same end is sent instead.',
  RENEWED: 'The term was followed by another.',
  TERMINATED: 'The contract was terminated.',
  PASSIVE: 'The recipient, or the customer, is passive.',
  NO_ADDRESS: 'The recipient has no e-mail address.',
  OUT_OF_REACH: 'The recipient may not see the customer.',
})
export const NoticeLocale = enumType('NoticeLocale', 'A language that notices are written in.', {
  TR: 'Turkish.',
  EN: 'English.',
})
export type NoticeLocale = keyof typeof NoticeLocale

@type('A notice of one term’s end to one recipient.')
export class NoticeDelivery {
  @id() id!: string
  @of(() => GraphQLDate, 'The day on which it goes out.') dueOn!: string
  @of(() => GraphQLDate, 'The last day of the term that it tells of.') endsOn!: string
  @of(() => NoticeSide, 'Before or after the end.') side!: string
  @whole('So many days before or after it.') days!: number
  @of(() => Person, 'Who is told.') recipient!: Person
  @text('Where it goes; empty when the recipient has no address.') email!: string
  @of(() => DeliveryStatus, 'How far it has come.') status!: string
  @maybe.of(() => NoticeSkipReason, 'Why it is not sent.') skipReason!: string | null
  @maybe.instant('When the mail server took it.') sentAt!: string | null
  @maybe.text('What the mail server said last, if it refused.') failure!: string | null
}
export const NoticeDeliveryConnection = connectionOf('NoticeDelivery', () => NoticeDelivery)

@type('The text of notices of one side in one language.', { implements: Node })
export class NoticeTemplate extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @of(() => NoticeSide, 'Before or after the end.') side!: string
  @of(() => NoticeLocale, 'For recipients of this language.') locale!: string
  @text('Subject; placeholders in braces.') subject!: string
  @text('Paragraphs, parted by empty lines; placeholders in braces.') body!: string
  @instant('When it was last changed.') updatedAt!: string
}

@type('A notice as its recipient would read it.')
export class NoticeTemplatePreview {
  @text('Subject.') subject!: string
  @text('Text.') text!: string
}

@input('A text to try, with an example’s values.')
export class NoticeTemplatePreviewInput {
  @of(() => NoticeSide, 'Before or after the end.') side!: string
  @of(() => NoticeLocale, 'In this language.') locale!: NoticeLocale
  @text('Subject; placeholders in braces.') subject!: string
  @text('Paragraphs, parted by empty lines; placeholders in braces.') body!: string
}

@input('What to change of a notice’s text; what is left out stays.')
export class UpdateNoticeTemplateInput {
  @id('The template.') id!: string
  @whole('The version you saw; another one is a CONFLICT.') version!: number
  @maybe.text('Subject; placeholders in braces.') subject?: string | null
  @maybe.text('Paragraphs, parted by empty lines; placeholders in braces.') body?: string | null
}

@input('What to send again.')
export class SendNoticeAgainInput {
  @id('The notice, which has failed.') id!: string
}

@type('Answer of a mutation of notice templates.')
export class NoticeTemplatePayload {
  @maybe.of(() => NoticeTemplate, 'The template.') noticeTemplate!: NoticeTemplate | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

@type('Answer of a mutation of notices.')
export class NoticeDeliveryPayload {
  @maybe.of(() => NoticeDelivery, 'The notice.') noticeDelivery!: NoticeDelivery | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

import { ArgsType } from 'type-graphql'
import { connectionOf, PageArgs } from '../../core/graphql/connection.ts'
import { enumType, id, input, instant, maybe, Node, of, text, type, whole } from '../../core/graphql/fields.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'

export const MailStatus = enumType('MailStatus', 'How far a mail has come.', {
  QUEUED: 'Waits to be sent, or to be tried again.',
  SENT: 'Taken by the mail server.',
  FAILED: 'Given up; it can be sent again.',
})
export type MailStatus = keyof typeof MailStatus

@type('A mail on its way.', { implements: Node })
export class Mail extends Node {
  @text('The recipient’s address.') to!: string
  @text('Subject.') subject!: string
  @text('The text; links that sign somebody in are blacked out, except for administrators while no mail server is set.')
  text!: string
  @of(() => MailStatus, 'How far it has come.') status!: MailStatus
  @whole('How often it was tried.') attempts!: number
  @maybe.text('What the mail server said last, if it refused.') failure!: string | null
  @instant('When it was written.') createdAt!: string
  @maybe.instant('When it was sent.') sentAt!: string | null
}

@input('Which mails; all conditions hold together.')
export class MailFilter {
  @maybe.text('Found in the recipient or the subject, folded.') text?: string | null
  @maybe.of(() => [MailStatus], 'One of these.') status?: MailStatus[] | null
}

@ArgsType()
export class MailsArgs extends PageArgs {
  @maybe.of(() => MailFilter, 'Which mails.') filter?: MailFilter
}

export const MailConnection = connectionOf('Mail', () => Mail)

@input('What to send again.')
export class ResendMailInput {
  @id('The mail, which has failed.') id!: string
}

@type('Answer of a mutation of mails.')
export class MailPayload {
  @maybe.of(() => Mail, 'The mail.') mail!: Mail | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

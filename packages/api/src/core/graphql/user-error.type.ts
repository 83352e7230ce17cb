import { Field } from 'type-graphql'
import { enumType, of, text, type } from './fields.ts'
import type { UserErrorCode as Code } from './problem.ts'

const UserErrorCode = enumType('UserErrorCode', 'What kind of problem the caller can put right.', {
  NOT_FOUND: 'What the input names is not there, or not for the one who asks.',
  REQUIRED: 'Something must be given.',
  INVALID: 'The value cannot be accepted.',
  TAKEN: 'Another one has this value already.',
  IN_USE: 'Other rows hang on it.',
  CONFLICT: 'Somebody else was faster: look at the current state.',
  NOT_ALLOWED: 'A rule of the business forbids it.',
  LIMIT_EXCEEDED: 'A limit is reached.',
  PERIOD_CLOSED: 'The period is invoiced.',
} satisfies Record<Code, string>)

@type('A problem that the caller can put right.')
export class UserError {
  @of(() => UserErrorCode, 'The kind of problem.') code!: Code
  @text('What is wrong and what to do, in the caller’s language.') message!: string
  @Field(() => [String], {
    nullable: true,
    description: 'Steps into the input, to the field it is about; null when about none.',
  })
  path!: string[] | null
}

import { connectionOf } from '../../core/graphql/connection.ts'
import { enumType, id, input, instant, maybe, Node, of, type, whole } from '../../core/graphql/fields.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'

const JobKind = enumType('JobKind', 'What a job does.', {
  IMPORT: 'Takes in a file.',
  EXPORT: 'Makes a file.',
  BILLING_RUN: 'Makes drafts of invoices.',
  BULK_CHANGE: 'Changes many rows alike.',
})
const JobStatus = enumType('JobStatus', 'Where a job stands.', {
  QUEUED: 'It waits for its turn: one job of a person runs at a time.',
  RUNNING: 'It runs.',
  DONE: 'Every row was tried; `errors` tells which could not be done.',
  FAILED: 'It was stopped; `errors` tells why. What is done stays.',
  CANCELLED: 'It was cancelled. What is done stays.',
})

@type('Something long that runs after its mutation has answered, as the one who asked for it.', { implements: Node })
export class Job extends Node {
  @of(() => JobKind, 'What it does.') kind!: string
  @of(() => JobStatus, 'Where it stands.') status!: string
  @whole('Rows that were tried, with success or without.') done!: number
  @maybe.whole('Rows that there are.') total!: number | null
  @of(() => [UserError], 'Rows that could not be done, in their order; `path` leads into the input that asked for it.')
  errors!: UserError[]
  @instant('When it was asked for.') createdAt!: string
  @maybe.instant('When it began.') startedAt!: string | null
  @maybe.instant('When it ended.') finishedAt!: string | null
}

export const JobConnection = connectionOf('Job', () => Job)

@input('What to cancel.')
export class CancelJobInput {
  @id('An own job that has not ended.') id!: string
}

@type('Answer of a mutation that asks for a job, or cancels one.')
export class JobPayload {
  @maybe.of(() => Job, 'The job.') job!: Job | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

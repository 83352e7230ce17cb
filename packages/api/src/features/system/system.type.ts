import { decimal, enumType, id, input, instant, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'

const QueueName = enumType('QueueName', 'Something that is worked off by itself.', {
  CONTRACT_SWEEP: 'Looks every minute what is due on contracts.',
  CONTRACTS: 'Renewals and notices, a contract at a time.',
  JOBS: 'What people asked for: imports, exports, changes of many rows.',
  MAILS: 'The outbox.',
})

@type('How it is with one queue.')
export class QueueHealth {
  @of(() => QueueName, 'Which queue.') name!: string
  @whole('What waits.') waiting!: number
  @whole('What runs now.') running!: number
  @whole('What has failed: mails that were given up, contracts that were laid aside, jobs of the last seven days.')
  failed!: number
  @maybe.instant('Since when the oldest waits; null when nothing does.') waitingSince!: string | null
}

@type('One look at what is due on contracts.')
export class SweepHealth {
  @instant('When it began.') startedAt!: string
  @instant('When it ended.') finishedAt!: string
  @whole('Contracts on which something was due.') contracts!: number
}

@type('What became of contracts by themselves in the last 24 hours.')
export class SweepDay {
  @whole('Terms that were added.') renewed!: number
  @whole('Notices that were written.') queued!: number
  @whole('Notices that were skipped.') skipped!: number
}

@type(
  'A contract that could not be brought up to date, again and again, and is left alone until somebody says otherwise.',
)
export class ContractLaidAside {
  @id() id!: string
  @maybe.id('The contract; null when the one who asks may not see it.') contractId!: string | null
  @maybe.text('Its reference.') reference!: string | null
  @instant('Since when.') at!: string
  @maybe.text('What went wrong last.') failure!: string | null
}

@type('How it is with what runs by itself.')
export class SystemHealth {
  @instant('What the clock of contracts says.') now!: string
  @of(() => GraphQLDate, 'The day that contracts go by.') today!: string
  @text('The calendar that days are counted in, an IANA name.') timeZone!: string
  @text('Version of Node.js.') nodeVersion!: string
  @text('Version of PostgreSQL.') databaseVersion!: string
  @decimal('Size of the database, in bytes.') databaseBytes!: string
  @of(() => [QueueHealth], 'The queues.') queues!: QueueHealth[]
  @maybe.of(() => SweepHealth, 'The last look at what is due on contracts; null before the first one.')
  lastSweep!: SweepHealth | null
  @of(() => SweepDay, 'What came of it.') lastDay!: SweepDay
  @of(() => [ContractLaidAside], 'Contracts that were laid aside, the last 100, newest first.')
  laidAside!: ContractLaidAside[]
}

@input('A contract that is to be tried again.')
export class TryContractAgainInput {
  @id('Which one of `laidAside`.') id!: string
}

@type('Answer of `tryContractAgain`.')
export class TryContractAgainPayload {
  @maybe.id('The contract that is tried again, within a minute.') contractId!: string | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

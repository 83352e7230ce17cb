import { Extensions } from 'type-graphql'
import { of, type } from '../../core/graphql/fields.ts'
import { ContractTerm, NoticeDelivery } from '../contracts/index.ts'
import { PeriodUsage } from '../usage/index.ts'

@type('What a contract will have become on a day, if nobody does anything and no more work is done.')
export class ContractForecast {
  @Extensions({ listSize: 12 })
  @of(() => [ContractTerm], 'Its whole chain of terms; those to come are entered on their first days.')
  terms!: ContractTerm[]
  @Extensions({ listSize: 24 })
  @of(() => [NoticeDelivery], 'What will be told of its ends from now on, and to whom; by day. Staff only.')
  notices!: NoticeDelivery[]
  @Extensions({ listSize: 24 })
  @of(() => [PeriodUsage], 'Billing periods from today’s on, with what they come to by the work that there is.')
  periods!: PeriodUsage[]
}

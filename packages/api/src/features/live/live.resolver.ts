import { Arg, Ctx, ID, Info, Resolver, Subscription } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { changed } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { Job } from '../jobs/index.ts'
import { Ticket, TicketScope } from '../tickets/index.ts'
import type { JobFeed } from './job.feed.ts'
import { TicketPresence } from './live.type.ts'
import type { PresenceBoard } from './presence.board.ts'
import type { TicketFeed } from './ticket.feed.ts'

/** What these subscriptions need of a socket's context. */
interface LiveContext extends AppContext {
  ticketFeed: TicketFeed
  jobFeed: JobFeed
  presence: PresenceBoard
}
interface Opening {
  args: Record<string, unknown>
  context: unknown
}

const watchTickets = ({ args, context }: Opening) => {
  const { ticketFeed, principal } = context as LiveContext
  return ticketFeed.watch(principal, (args['ticketId'] as string | undefined) ?? null)
}
const watchJob = ({ args, context }: Opening) => {
  const { jobFeed, principal } = context as LiveContext
  return jobFeed.watch(principal, args['id'] as string)
}
const joinTicket = ({ args, context }: Opening) => {
  const { presence, principal } = context as LiveContext
  return presence.join(args['ticketId'] as string, principal.id)
}

@Resolver()
export class LiveResolver {
  @Subscription(() => Ticket, {
    subscribe: watchTickets as never,
    description:
      'Each ticket that changes, as far as the one who asks may see it, as it is then; also when something is said on it, when approval is asked or decided, and when it comes into sight. Several changes at once may be told as one.',
  })
  ticketChanged(
    @Arg('ticketId', () => ID, { nullable: true, description: 'This one only; all that may be seen when left out.' })
    _ticketId: string | null,
    @Arg('scope', () => TicketScope, { nullable: true, description: 'Contacts only: whose tickets.' })
    _scope: TicketScope | null,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info)
  }

  @Subscription(() => Job, {
    subscribe: watchJob as never,
    description:
      'An own job as it stands now, and whenever it goes on: not at every row. The subscription ends with the job.',
  })
  jobProgress(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return changed(context, info)
  }

  @Subscription(() => TicketPresence, {
    subscribe: joinTicket as never,
    description: 'Who has the ticket open, now and whenever that changes. To be subscribed is to be there. Staff only.',
  })
  ticketPresence(
    @Arg('ticketId', () => ID) _ticketId: string,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info)
  }
}

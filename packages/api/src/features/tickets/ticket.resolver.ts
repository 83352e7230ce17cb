import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { NestedPageArgs } from '../../core/graphql/connection.ts'
import { byPlan } from '../../core/graphql/fields.ts'
import { Asset } from '../assets/index.ts'
import { Contract } from '../contracts/index.ts'
import { Contact, ContactReach, Customer } from '../customers/index.ts'
import { JobPayload } from '../jobs/index.ts'
import * as approvals from './approval.service.ts'
import { bulkUpdateTickets } from './bulk.service.ts'
import * as comments from './comment.service.ts'
import * as inputs from './ticket.inputs.ts'
import * as tickets from './ticket.service.ts'
import { NestedTicketsArgs, Ticket, TicketConnection, TicketsArgs, Participant } from './ticket.type.ts'

@Resolver()
export class TicketResolver {
  @Query(() => TicketConnection, { description: 'Tickets that the one who asks may see.' })
  tickets(@Args(() => TicketsArgs) _args: TicketsArgs, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => Ticket, { nullable: true, description: 'One ticket; null when it is not there for the one who asks.' })
  ticket(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => TicketConnection, {
    description:
      'Open tickets of a customer that would lose their assignee if these technicians lost the authorization for it. Staff only.',
  })
  ticketsLosingAssignee(
    @Arg('customerId', () => ID) _customerId: string,
    @Arg('technicianIds', () => [ID]) _technicianIds: string[],
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }

  @Mutation(() => inputs.TicketPayload, { description: 'Opens an incident or a request.' })
  createTicket(
    @Arg('input', () => inputs.CreateTicketInput) input: inputs.CreateTicketInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => tickets.createTicket(context, input))
  }
  @Mutation(() => inputs.TicketPayload, { description: 'Changes a ticket, moves it on, or assigns it.' })
  updateTicket(
    @Arg('input', () => inputs.UpdateTicketInput) input: inputs.UpdateTicketInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => tickets.updateTicket(context, input))
  }
  @Mutation(() => JobPayload, {
    description: 'Changes up to 1 000 tickets alike, one after the other, as a job; one of a person runs at a time.',
  })
  bulkUpdateTickets(
    @Arg('input', () => inputs.BulkUpdateTicketsInput) input: inputs.BulkUpdateTicketsInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => bulkUpdateTickets(context, input))
  }
  @Mutation(() => inputs.TicketPayload, {
    description: 'Opens a resolved or closed ticket again; contacts within 14 days of the resolution.',
  })
  reopenTicket(
    @Arg('input', () => inputs.ReopenTicketInput) input: inputs.ReopenTicketInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => tickets.reopenTicket(context, input))
  }
  @Mutation(() => inputs.TicketPayload, { description: 'The requester rates the solution.' })
  rateTicket(
    @Arg('input', () => inputs.RateTicketInput) input: inputs.RateTicketInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => tickets.rateTicket(context, input))
  }
  @Mutation(() => inputs.CommentPayload, { description: 'Comments on a ticket.' })
  addComment(
    @Arg('input', () => inputs.AddCommentInput) input: inputs.AddCommentInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => comments.addComment(context, input))
  }
  @Mutation(() => inputs.TicketPayload, {
    description: 'Asks contacts for the approval of a request: the whole set, an empty one withdraws it.',
  })
  requestApproval(
    @Arg('input', () => inputs.RequestApprovalInput) input: inputs.RequestApprovalInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => approvals.requestApproval(context, input))
  }
  @Mutation(() => inputs.TicketPayload, { description: 'One who was asked approves or rejects; the first counts.' })
  decideApproval(
    @Arg('input', () => inputs.DecideApprovalInput) input: inputs.DecideApprovalInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => approvals.decideApproval(context, input))
  }
}

/** What tickets add to customers. */
@Resolver(() => Customer)
export class CustomerTickets {
  @FieldResolver(() => TicketConnection, { description: 'Its tickets, as far as the one who asks may see them.' })
  tickets(@Args(() => NestedTicketsArgs) _args: NestedTicketsArgs): unknown {
    return byPlan()
  }
  @FieldResolver(() => Int, { description: 'Its open tickets, as far as the one who asks may see them.' })
  openTicketCount(): unknown {
    return byPlan()
  }
}

/** What tickets add to contacts. */
@Resolver(() => Contact)
export class ContactTickets {
  @FieldResolver(() => TicketConnection, { description: 'Tickets that he or she opened.' })
  tickets(@Args(() => NestedTicketsArgs) _args: NestedTicketsArgs): unknown {
    return byPlan()
  }
}

/** What tickets add to assets and services. */
@Resolver(() => Asset)
export class AssetTickets {
  @FieldResolver(() => TicketConnection, { description: 'Tickets about it.' })
  tickets(@Args(() => NestedTicketsArgs) _args: NestedTicketsArgs): unknown {
    return byPlan()
  }
}

/** What tickets add to contracts. */
@Resolver(() => Contract)
export class ContractTickets {
  @FieldResolver(() => TicketConnection, { description: 'Tickets under it, as far as the one who asks may see them.' })
  tickets(@Args(() => NestedTicketsArgs) _args: NestedTicketsArgs): unknown {
    return byPlan()
  }
}

/** What tickets add to the reach that a contact would have. */
@Resolver(() => ContactReach)
export class ContactReachTickets {
  @FieldResolver(() => Int, { description: 'Tickets that would be visible.' })
  tickets(): unknown {
    return byPlan()
  }
  @FieldResolver(() => Int, { description: 'Those of them that colleagues opened.' })
  ticketsOfColleagues(): unknown {
    return byPlan()
  }
}

/** Types that no field names by themselves. */
export const ticketOrphans = [Participant]

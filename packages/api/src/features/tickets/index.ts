export { bulkWork } from './bulk.service.ts'
export { scopedReaders, ticketDoors, ticketScopesOf } from './ticket.access.ts'
export { ApprovalEntity, CommentEntity, SeriesEntity, TicketEntity } from './ticket.entity.ts'
export { scoped, ticketAdditions, ticketModels, ticketRoots } from './ticket.read.ts'
export {
  AssetTickets,
  ContractTickets,
  ContactReachTickets,
  ContactTickets,
  CustomerTickets,
  ticketOrphans,
  TicketResolver,
} from './ticket.resolver.ts'
export { Ticket, TicketScope } from './ticket.type.ts'

/** Operations about tickets that are measured. */
export const ticketsWithPeople = `query Tickets {
  tickets(first: 50) {
    nodes { id number subject status priority openedAt customer { id name } requester { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** The same as PostGraphile calls it. */
export const postgraphileTickets = `query Tickets {
  tickets: allTickets(first: 50, orderBy: [OPENED_AT_DESC, ID_DESC]) {
    nodes {
      id number subject status priority openedAt
      customer: customerByCustomerId { id name }
      requester: contactByCustomerIdAndRequesterId { id name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

export const ticketList = `query TicketList($filter: TicketFilter) {
  tickets(first: 50, filter: $filter) {
    nodes { id number subject status priority openedAt customer { id name } requester { id name } assignee { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`

export const ticketCount = `query TicketCount($filter: TicketFilter) { tickets(filter: $filter) { totalCount } }`

/** The portal's first screen: the company's open tickets, and how many each setting of the toggle holds. */
export const companyOpen = `query CompanyOpen($status: [TicketStatus!]) {
  tickets(first: 25, scope: COMPANY, filter: { status: $status }) {
    totalCount
    nodes { id number subject status priority openedAt visibleBecause requester { id name } assignee { id name } }
    pageInfo { hasNextPage endCursor }
  }
  own: tickets(scope: OWN, filter: { status: $status }) { totalCount }
  closed: tickets(scope: COMPANY, filter: { status: [RESOLVED, CLOSED] }) { totalCount }
}`

export const ticketsFound = `query TicketsFound($filter: TicketFilter, $orderBy: TicketOrder) {
  tickets(first: 50, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes { id number subject status priority openedAt customer { id name } requester { id name } assignee { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`

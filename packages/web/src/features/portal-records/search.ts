import type { TicketFilter, TicketScope } from '~/lib/__generated__/schema'
import { pageVariables } from '~/lib/paging'
import { count, oneOf, params, text, type ParamsOf, type Reader } from '~/lib/search-params'
import type { Viewer } from '../session/session'
import { VIEWS, type View } from '../portal-tickets/statuses'

/** An id as the server gives them. */
const id: Reader<string> = (value) => (/^[0-9a-f-]{36}$/.test(value ?? '') ? value : undefined)

const shape = {
  /** A wish: it counts only with the right to it. */
  scope: oneOf('own', 'group', 'company'),
  status: oneOf('open', 'closed', 'approved'),
  q: text,
  /** Opened by this contact. */
  by: id,
  after: text,
  before: text,
  page: count,
}

export type RecordSearch = ParamsOf<typeof shape>
export const recordSearch = params(shape)

/** How many records a phone shows at once. */
export const RECORDS_A_PAGE = 20

export const SCOPES: Record<NonNullable<RecordSearch['scope']>, TicketScope> = {
  own: 'OWN',
  group: 'GROUP',
  company: 'COMPANY',
}

/** Whose records are shown: what the address asks for, where the right to it is there; else one's own. */
export function scopeFor({ scope = 'own' }: RecordSearch, { ticketScopes }: Pick<Viewer, 'ticketScopes'>): TicketScope {
  return ticketScopes.includes(SCOPES[scope]) ? SCOPES[scope] : 'OWN'
}

const narrowed = ({ q, by }: RecordSearch, view: View): TicketFilter => ({
  ...VIEWS[view],
  ...(q ? { text: q } : {}),
  ...(by ? { requesterId: by } : {}),
})

/** Variables of the rows. */
export const recordVariables = (search: RecordSearch, scope: TicketScope) => ({
  scope,
  filter: narrowed(search, search.status ?? 'open'),
  ...pageVariables(search, RECORDS_A_PAGE),
})

/** Variables of the counts of every scope and view that the viewer may see. */
export const countVariables = (search: RecordSearch, { ticketScopes, person }: Viewer) => ({
  me: person?.id ?? '',
  open: narrowed(search, 'open'),
  closed: narrowed(search, 'closed'),
  approved: narrowed(search, 'approved'),
  group: ticketScopes.includes('GROUP'),
  company: ticketScopes.includes('COMPANY'),
})

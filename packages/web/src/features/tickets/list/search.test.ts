import { describe, expect, it } from 'vitest'
import { ticketFilter } from './search'

describe('the filter of tickets', () => {
  it('knows who “me” is and what “open” means', () =>
    expect(ticketFilter({ status: 'open', assignee: 'me' }, 'i')).toMatchObject({
      status: ['OPEN', 'IN_PROGRESS', 'WAITING'],
      assigneeId: 'i',
    }))
  it('asks for those without an assignee', () =>
    expect(ticketFilter({ assignee: 'none' }, 'i')).toMatchObject({ unassigned: true }))
  it('asks for nothing when the address says nothing', () =>
    expect(Object.values(ticketFilter({}, 'i')).every((value) => value === undefined)).toBe(true))
})

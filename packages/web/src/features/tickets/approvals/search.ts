import { oneOf, params, type ParamsOf } from '~/lib/search-params'
import { OPEN_STATUSES } from '../statuses'
import type { ApprovalListQueryVariables } from './__generated__/ApprovalList'

const shape = { view: oneOf('decided') }

export const readApprovalSearch = params(shape)
export type ApprovalSearch = ParamsOf<typeof shape>

/** Those that wait, the longest waiting first; or those that were decided, the latest first. */
export const approvalVariables = ({ view }: ApprovalSearch): ApprovalListQueryVariables =>
  view === 'decided'
    ? { first: 50, filter: { approval: ['APPROVED', 'REJECTED'] }, orderBy: 'UPDATED_AT_DESC' }
    : { first: 50, filter: { approval: ['PENDING'], status: [...OPEN_STATUSES] }, orderBy: 'OPENED_AT_ASC' }

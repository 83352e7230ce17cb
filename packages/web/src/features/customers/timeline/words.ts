import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { PeriodUnit } from '~/lib/__generated__/schema'
import { isDay } from '~/lib/days'
import { periodText, ruleText, unitWords } from '../../contracts/words'
import { priorityWords, statusWords } from '../../tickets/words'

/** Names of the fields that a change can touch, as they stand in a sentence's second line. */
export const fieldWords: Record<string, MessageDescriptor> = {
  name: msg`Name`,
  kind: msg`Kind`,
  code: msg`Code`,
  taxNumber: msg`Tax number`,
  email: msg`E-mail`,
  phone: msg`Phone`,
  website: msg`Website`,
  address: msg`Address`,
  notes: msg`Notes`,
  active: msg`Active`,
  title: msg`Job title`,
  locale: msg`Language`,
  groupId: msg`Group`,
  seesCompanyRecords: msg`Sees all records of the customer`,
  seesGroupRecords: msg`Sees all records of the group`,
  technicians: msg`Authorized technicians`,
  members: msg`Members`,
  role: msg`Role`,
  subject: msg`Subject`,
  description: msg`Description`,
  priority: msg`Priority`,
  status: msg`Status`,
  assignee: msg`Assignee`,
  asset: msg`Asset or service`,
  attachments: msg`Files`,
  serialNumber: msg`Serial number`,
  contract: msg`Contract`,
  reference: msg`Reference`,
  type: msg`Contract type`,
  startsOn: msg`First day`,
  endsOn: msg`Last day`,
  autoRenew: msg`Renews by itself`,
  renewalPeriod: msg`Renews for`,
  plan: msg`Service plan`,
  planRevision: msg`Revision of the plan`,
  planChanges: msg`Plan changes on`,
  draft: msg`Draft`,
  notices: msg`Notices`,
  noticeUsers: msg`Our people`,
  noticeContacts: msg`The customer’s people`,
  terminatedOn: msg`Terminated, last day`,
  terminationReason: msg`Reason`,
}

const valueWords: Record<string, Record<string, MessageDescriptor>> = {
  kind: { EXTERNAL: msg`Company`, INTERNAL: msg`Own department` },
  locale: { tr: msg`Turkish`, en: msg`English` },
  active: { true: msg`yes`, false: msg`no` },
  seesCompanyRecords: { true: msg`yes`, false: msg`no` },
  seesGroupRecords: { true: msg`yes`, false: msg`no` },
  autoRenew: { true: msg`yes`, false: msg`no` },
  draft: { true: msg`yes`, false: msg`no` },
}

/** States and priorities of tickets; the state of an asset is in people’s own words. */
const ticketWords: Record<string, MessageDescriptor> = { ...statusWords, ...priorityWords }

const LONGEST = 90

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text)

const DAYS = new Set(['startsOn', 'endsOn', 'terminatedOn', 'planChanges'])
/** Lists of which each added or removed one is a change of its own. */
export const LISTS = new Set(['technicians', 'members', 'notices', 'noticeUsers', 'noticeContacts'])

/** What contracts record in the API's words: `2026-06-30`, `12 MONTH`, `BEFORE_END 30`. */
function contractValue(field: string, value: string, date: (day: string) => string): string | null {
  if (DAYS.has(field) && isDay(value)) return date(value)
  const [first = '', second = ''] = value.split(' ')
  if (field === 'renewalPeriod' && second in unitWords)
    return periodText({ count: Number(first), unit: second as PeriodUnit })
  if (field === 'notices' && (first === 'BEFORE_END' || first === 'AFTER_END')) return ruleText(first, Number(second))
  return null
}

/** A field's value in words; null for nothing. Groups are told by name where the name is known. */
export function valueText(
  field: string,
  value: string | null,
  words: (descriptor: MessageDescriptor) => string,
  groups: ReadonlyMap<string, string>,
  date: (day: string) => string,
): string | null {
  if (value === null || value === '') return null
  const ofContract = contractValue(field, value, date)
  if (ofContract !== null) return ofContract
  if (field === 'groupId') return groups.get(value) ?? words(msg`a deleted group`)
  const known =
    valueWords[field]?.[value] ?? (field === 'status' || field === 'priority' ? ticketWords[value] : undefined)
  return known ? words(known) : shortened(value)
}

/** Who is told of a contract's end, and when: three lists, each taken as a whole. */
import type { Em } from '../../core/db/orm.ts'
import { foundAll } from '../../core/db/find.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import type { Change } from '../audit/index.ts'
import { ContactEntity } from '../customers/index.ts'
import { TechnicianEntity } from '../organization/index.ts'
import { NoticeContactEntity, NoticeEntity, NoticeUserEntity, type ContractRow } from './contract.entity.ts'
import type { NoticeInput } from './contract.inputs.ts'
import { said } from './messages.ts'

const mostDays = 365
const mostNotices = 20
const mostPeople = 50

interface Lists {
  notices?: NoticeInput[] | null
  noticeUserIds?: string[] | null
  noticeContactIds?: string[] | null
}

/**
 * Makes exactly these the notices and the people who are told; a list left out stays, null empties it. Problems:
 * `notices` INVALID; `noticeUserIds`, `noticeContactIds` NOT_FOUND or NOT_ALLOWED; each LIMIT_EXCEEDED.
 */
export async function changeNotices(em: Em, row: ContractRow, lists: Lists): Promise<Change[]> {
  return [
    ...(await changeDays(em, row, lists.notices)),
    ...(await changeUsers(em, row, lists.noticeUserIds)),
    ...(await changeContacts(em, row, lists.noticeContactIds)),
  ]
}

async function changeDays(em: Em, row: ContractRow, given: Lists['notices']): Promise<Change[]> {
  if (given === undefined) return []
  const wanted = new Map((given ?? []).map((notice, i) => [keyOf(checked(notice, i)), notice]))
  limit(wanted.size, mostNotices, 'notices')
  const before = new Map((await em.find(NoticeEntity, { contractId: row.id })).map((each) => [keyOf(each), each]))
  const gone = [...before].filter(([key]) => !wanted.has(key))
  const added = [...wanted].filter(([key]) => !before.has(key))
  for (const [, { side, days }] of gone) await em.nativeDelete(NoticeEntity, { contractId: row.id, side, days })
  for (const [, { side, days }] of added)
    await em.insert(NoticeEntity, { contractId: row.id, side, days, customerId: row.customerId })
  return told(
    'notices',
    gone.map(([key]) => key),
    added.map(([key]) => key),
  )
}

const keyOf = ({ side, days }: { side: string; days: number }) => `${side} ${days}`

function checked(notice: NoticeInput, i: number): NoticeInput {
  const least = notice.side === 'AFTER_END' ? 1 : 0
  if (notice.days < least || notice.days > mostDays)
    throw new Problem('INVALID', ['notices', String(i), 'days'], {
      key: least ? said['contract.notice.after'] : said['contract.notice.before'],
      params: { max: mostDays },
    })
  return notice
}

async function changeUsers(em: Em, row: ContractRow, given: Lists['noticeUserIds']): Promise<Change[]> {
  if (given === undefined) return []
  const path = ['noticeUserIds']
  const had = (await em.find(NoticeUserEntity, { contractId: row.id })).map(({ technicianId }) => technicianId)
  const { gone, added } = difference(had, given ?? [], path)
  const names = []
  for (const id of added) {
    const [known] = isUuid(id)
      ? await em.execute<{ name: string; may: boolean }[]>('select name, may from app_assignee(?, ?)', [
          id,
          row.customerId,
        ])
      : []
    if (!known) throw new Problem('NOT_FOUND', path)
    // Who is told of a contract is told whose it is.
    if (!known.may)
      throw new Problem('NOT_ALLOWED', path, {
        key: said['contract.noticeUser.cannotSee'],
        params: { name: known.name },
      })
    names.push(known.name)
    await em.insert(NoticeUserEntity, { contractId: row.id, technicianId: id, customerId: row.customerId })
  }
  const former = gone.length ? await em.find(TechnicianEntity, { id: { $in: gone } }) : []
  if (gone.length) await em.nativeDelete(NoticeUserEntity, { contractId: row.id, technicianId: { $in: gone } })
  return told(
    'noticeUsers',
    former.map(({ name }) => name),
    names,
  )
}

async function changeContacts(em: Em, row: ContractRow, given: Lists['noticeContactIds']): Promise<Change[]> {
  if (given === undefined) return []
  const path = ['noticeContactIds']
  const had = (await em.find(NoticeContactEntity, { contractId: row.id })).map(({ contactId }) => contactId)
  const { gone, added } = difference(had, given ?? [], path)
  const contacts = await foundAll(em, ContactEntity, added, path)
  for (const { id, customerId, name, active, email } of contacts) {
    if (customerId !== row.customerId) throw new Problem('NOT_FOUND', path)
    if (!active || !email)
      throw new Problem('NOT_ALLOWED', path, { key: said['contract.noticeContact.cannotBeTold'], params: { name } })
    await em.insert(NoticeContactEntity, { contractId: row.id, contactId: id, customerId })
  }
  const former = gone.length ? await em.find(ContactEntity, { id: { $in: gone } }) : []
  if (gone.length) await em.nativeDelete(NoticeContactEntity, { contractId: row.id, contactId: { $in: gone } })
  return told(
    'noticeContacts',
    former.map(({ name }) => name),
    contacts.map(({ name }) => name),
  )
}

/** Those who were chosen before stay, whatever has become of them. */
function difference(had: readonly string[], given: readonly string[], path: readonly string[]) {
  const wanted = new Set(given)
  limit(wanted.size, mostPeople, path[0]!)
  return { gone: had.filter((id) => !wanted.has(id)), added: [...wanted].filter((id) => !had.includes(id)) }
}

function limit(count: number, max: number, field: string): void {
  if (count > max) throw new Problem('LIMIT_EXCEEDED', [field], { key: said['contract.tooMany'], params: { max } })
}

const told = (field: string, gone: readonly string[], added: readonly string[]): Change[] => [
  ...gone.map((name) => ({ field, from: name, to: null })),
  ...added.map((name) => ({ field, from: null, to: name })),
]

import { randomUUID } from 'node:crypto'
import { createInvitation, linkUrl } from '../../core/auth/links.ts'
import { found } from '../../core/db/find.ts'
import { runner, type Em } from '../../core/db/orm.ts'
import { guards, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { queueMail } from '../../core/mail/outbox.ts'
import { emailChangedMail, invitationMail } from '../../core/mail/templates.ts'
import { change, created, record } from '../audit/index.ts'
import { ContactEntity, GroupEntity, type ContactRow } from './customer.entity.ts'
import type {
  CreateContactInput,
  InviteInput,
  MoveContactInput,
  SetActiveInput,
  UpdateContactInput,
} from './customer.inputs.ts'
import { activeCustomer } from './customer.service.ts'
import { said } from './messages.ts'
import { emailOf, lineOf, localeOf, nameOf, nameOrSame } from './values.ts'

guards({ account_email_key_unique: ['email'], contact_account_taken: ['email'] })

/** Enters a contact; with an e-mail it gets a sign-in, to be invited later. */
export function createContact(context: VerbContext, input: CreateContactInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createContact', input, async () => {
      const customer = await activeCustomer(em, input.customerId, ['customerId'])
      const fields = {
        name: nameOf(input.name),
        email: emailOf(input.email) ?? null,
        phone: lineOf(input.phone, 'phone', 50) ?? null,
        title: lineOf(input.title, 'title') ?? null,
        locale: localeOf(input.locale) ?? ('tr' as const),
        groupId: await groupOf(em, customer.id, input.groupId),
        seesCompanyRecords: input.seesCompanyRecords ?? false,
        seesGroupRecords: input.seesGroupRecords ?? false,
      }
      const accountId = fields.email ? await createAccount(em, fields.email, fields.name, fields.locale) : null
      const row = em.create(ContactEntity, { ...fields, customerId: customer.id, accountId, active: true })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'Contact',
        subjectId: row.id,
        customerId: customer.id,
        changes: created(fields),
      })
      return { contact: row.id }
    }),
  )
}

/** Changes a contact. A new e-mail is told to the old address; an e-mail that is taken away takes the sign-in with it. */
export function updateContact(context: VerbContext, input: UpdateContactInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    const email = emailOf(input.email)
    const before = { email: row.email, accountId: row.accountId, groupId: row.groupId }
    const changes = change<ContactRow>(row, {
      name: nameOrSame(input.name),
      email,
      phone: lineOf(input.phone, 'phone', 50),
      title: lineOf(input.title, 'title'),
      locale: localeOf(input.locale),
      groupId: input.groupId === undefined ? undefined : await groupOf(em, row.customerId, input.groupId),
      seesCompanyRecords: input.seesCompanyRecords ?? undefined,
      seesGroupRecords: input.seesGroupRecords ?? undefined,
    })
    const touchesAccount = email === null || changes.some(({ field }) => ['name', 'email', 'locale'].includes(field))
    if (before.accountId && touchesAccount) await assertMayChangeAccount(em, before.accountId)
    if (email && !before.accountId) row.accountId = await createAccount(em, email, row.name, row.locale)
    if (email === null && before.accountId) {
      await em.execute('select app_end_sessions(?)', [before.accountId])
      row.accountId = null
    }
    await em.flush()
    if (before.accountId && !row.accountId) await em.execute('select app_delete_account(?)', [before.accountId])
    if (row.accountId && before.accountId && changes.some(({ field }) => ['name', 'email', 'locale'].includes(field))) {
      await em.execute('select app_change_account(?, ?, ?, ?)', [row.accountId, email ?? null, row.name, row.locale])
      if (before.email && email && before.email !== email) {
        const mail = emailChangedMail({ name: row.name, locale: row.locale as 'tr' | 'en', newEmail: email })
        await queueMail(runner(em), { name: row.name, address: before.email }, mail, { customerId: row.customerId })
      }
    }
    if (changes.length)
      await record(em, context, {
        action: 'UPDATED',
        subjectType: 'Contact',
        subjectId: row.id,
        customerId: row.customerId,
        changes,
      })
    return { contact: row.id }
  })
}

/** Passivating ends the sessions in the same transaction; tickets stay. */
export function setContactActive(context: VerbContext, input: SetActiveInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    if (input.active) await assertMayBeActive(em, row)
    const changes = change<ContactRow>(row, { active: input.active })
    await em.flush()
    if (!input.active && row.accountId) await em.execute('select app_end_sessions(?)', [row.accountId])
    if (changes.length)
      await record(em, context, {
        action: input.active ? 'ACTIVATED' : 'PASSIVATED',
        subjectType: 'Contact',
        subjectId: row.id,
        customerId: row.customerId,
        changes,
      })
    return { contact: row.id }
  })
}

/** Deletes a contact and a sign-in that nobody else has. */
export function deleteContact(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    await record(em, context, {
      action: 'DELETED',
      subjectType: 'Contact',
      subjectId: row.id,
      customerId: row.customerId,
      changes: [{ field: 'name', from: row.name, to: null }],
    })
    await em.nativeDelete(ContactEntity, { id: row.id })
    if (row.accountId) {
      await em.execute('select app_end_sessions(?)', [row.accountId])
      await em.execute('select app_delete_account(?)', [row.accountId])
    }
    return { deletedId: input.id }
  })
}

/** The person gets a contact at the other customer, with the same sign-in; the old one becomes passive and keeps its history. */
export function moveContact(context: VerbContext, input: MoveContactInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const old = await found(em, ContactEntity, input.contactId, ['contactId'])
    if (!old.active) throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['contact.passive'] })
    if (!old.accountId) throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['contact.needsEmail'] })
    const customer = await activeCustomer(em, input.customerId, ['customerId'])
    if (customer.id === old.customerId)
      throw new Problem('NOT_ALLOWED', ['customerId'], { key: said['contact.sameCustomer'] })
    const groupId = await groupOf(em, customer.id, input.groupId)
    old.active = false
    await em.flush()
    const { name, email, phone, title, locale, accountId } = old
    // Rights were given for the old company; the new one decides anew.
    const row = em.create(ContactEntity, {
      name,
      email,
      phone,
      title,
      locale,
      accountId,
      groupId,
      customerId: customer.id,
      active: true,
      seesCompanyRecords: false,
      seesGroupRecords: false,
    })
    await em.flush()
    await em.execute('select app_end_sessions(?)', [accountId])
    await record(em, context, {
      action: 'MOVED_AWAY',
      subjectType: 'Contact',
      subjectId: old.id,
      customerId: old.customerId,
      changes: [{ field: 'active', from: 'true', to: 'false' }],
    })
    await record(em, context, {
      action: 'MOVED_HERE',
      subjectType: 'Contact',
      subjectId: row.id,
      customerId: customer.id,
      changes: created({ name, email }),
    })
    return { contact: row.id }
  })
}

/** Mails a link to set a password; an older link ends. */
export function inviteContact(context: VerbContext & { publicUrl: string }, input: InviteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, ContactEntity, input.contactId, ['contactId'])
    if (!row.active) throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['contact.passive'] })
    if (!row.accountId || !row.email) throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['contact.noEmail'] })
    await activeCustomer(em, row.customerId, ['contactId'])
    const token = await createInvitation(runner(em), row.accountId)
    if (!token) throw new Problem('NOT_ALLOWED', ['contactId'])
    const mail = invitationMail({
      name: row.name,
      locale: row.locale as 'tr' | 'en',
      url: linkUrl(context.publicUrl, 'invite', token),
    })
    await queueMail(runner(em), { name: row.name, address: row.email }, mail, {
      customerId: row.customerId,
      effectKey: `invite:${row.id}:${randomUUID()}`,
    })
    await record(em, context, {
      action: 'INVITED',
      subjectType: 'Contact',
      subjectId: row.id,
      customerId: row.customerId,
    })
    return { contact: row.id }
  })
}

/** A sign-in has at most one active contact, and none while it is a technician's. */
async function assertMayBeActive(em: Em, row: ContactRow): Promise<void> {
  await activeCustomer(em, row.customerId, ['id'])
  if (!row.accountId) return
  const [taken] = await em.execute<{ taken: boolean }[]>('select app_account_is_taken(?, ?) as taken', [
    row.accountId,
    row.id,
  ])
  if (taken?.taken) throw new Problem('NOT_ALLOWED', ['active'], { key: said['contact.otherActive'] })
}

/** The sign-in may be a technician's by now: then it is not for who only writes contacts. */
async function assertMayChangeAccount(em: Em, accountId: string): Promise<void> {
  const [answer] = await em.execute<{ may: boolean }[]>('select app_may_change_account(?) as may', [accountId])
  if (!answer?.may) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contact.otherActive'] })
}

async function createAccount(em: Em, email: string, name: string, locale: string): Promise<string> {
  const [account] = await em.execute<{ id: string }[]>('select app_create_account(?, ?, ?) as id', [
    email,
    name,
    locale,
  ])
  return account!.id
}

async function groupOf(em: Em, customerId: string, groupId: string | null | undefined): Promise<string | null> {
  if (!groupId) return null
  const group = await found(em, GroupEntity, groupId, ['groupId'])
  if (group.customerId !== customerId) throw new Problem('NOT_FOUND', ['groupId'])
  return group.id
}

async function current(em: Em, input: { id: string; version: number }): Promise<ContactRow> {
  const row = await found(em, ContactEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ contact: row.id })
  return row
}

import { createInvitation, linkUrl } from '../../core/auth/links.ts'
import { found } from '../../core/db/find.ts'
import { newId } from '../../core/db/ids.ts'
import { runner, type Em } from '../../core/db/orm.ts'
import { guards, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { amountOf, moneyText, type MoneyInput } from '../../core/graphql/money.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { queueMail } from '../../core/mail/outbox.ts'
import { invitationMail } from '../../core/mail/templates.ts'
import { change, created, record } from '../audit/index.ts'
import { assertAdministrator, assertMayGiveRole, assertNotLastAdministrator } from './giving.ts'
import { said } from './messages.ts'
import { RoleEntity, TechnicianEntity, type RoleRow, type TechnicianRow } from './organization.entity.ts'
import type { CreateTechnicianInput, InviteTechnicianInput, UpdateTechnicianInput } from './organization.inputs.ts'
import { emailOf, nameOf, nameOrSame } from './values.ts'

guards({ account_email_key_unique: ['email'], technician_account_taken: ['email'] })

/** Mails to technicians are in this language until they choose another in their profile. */
const locale = 'tr'

/** Enters a technician with a sign-in, to be invited afterwards. Problems: email TAKEN, roleId NOT_FOUND or NOT_ALLOWED. */
export function createTechnician(context: VerbContext, input: CreateTechnicianInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createTechnician', input, async () => {
      const [name, email] = [nameOf(input.name), emailOf(input.email)]
      const rate = input.costRate ? amountOf(input.costRate, ['costRate']) : null
      const role = await found(em, RoleEntity, input.roleId, ['roleId'])
      assertMayGiveRole(context.principal, role, ['roleId'])
      const row = em.create(TechnicianEntity, {
        accountId: await createAccount(em, email, name),
        roleId: role.id,
        name,
        email,
        active: true,
        costRate: rate?.amount,
        costRateCurrency: rate?.currency,
      })
      await em.flush()
      const changes = created({ name, email, role: role.name, costRate: rate && moneyText(rate) })
      await record(em, context, { action: 'CREATED', subjectType: 'Technician', subjectId: row.id, changes })
      return { technician: row.id }
    }),
  )
}

/** Changes a technician. Passivating ends the sessions in the same transaction; the last administrator stays. */
export function updateTechnician(context: VerbContext, input: UpdateTechnicianInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, TechnicianEntity, input.id)
    if (row.version !== input.version) throw new StaleVersion({ technician: row.id })
    const role = await em.findOneOrFail(RoleEntity, row.roleId)
    if (role.administrator) assertAdministrator(context.principal, ['id'])
    const active = input.active ?? row.active
    const next = await nextRole(em, context, input, role)
    if (role.administrator && !next.administrator) await assertNotLastAdministrator(em, row.id, ['roleId'])
    if (!active) await assertNotLastAdministrator(em, row.id, ['active'])
    if (active && !row.active) await assertMayBeActive(em, row)

    const passivated = row.active && !active
    const turned = change<TechnicianRow>(row, { active })
    const changes = change<TechnicianRow>(row, { name: nameOrSame(input.name) })
    if (next !== role) changes.push(...giveRole(row, role, next))
    if (input.costRate !== undefined) changes.push(...setCostRate(row, input.costRate))
    await em.flush()

    if (changes.some(({ field }) => field === 'name'))
      await em.execute('select app_change_account(?, null, ?, null)', [row.accountId, row.name])
    if (passivated) await em.execute('select app_end_sessions(?)', [row.accountId])
    const about = { subjectType: 'Technician', subjectId: row.id }
    if (changes.length) await record(em, context, { action: 'UPDATED', ...about, changes })
    if (turned.length)
      await record(em, context, { action: active ? 'ACTIVATED' : 'PASSIVATED', ...about, changes: turned })
    return { technician: row.id }
  })
}

/** Mails a link to set a password; an older link ends. */
export function inviteTechnician(
  context: VerbContext & { publicUrl: string },
  input: InviteTechnicianInput,
): Promise<Outcome> {
  return verb(context, async (em) => {
    const path = ['technicianId']
    const row = await found(em, TechnicianEntity, input.technicianId, path)
    if (!row.active) throw new Problem('NOT_ALLOWED', path, { key: said['technician.passive'] })
    const role = await em.findOneOrFail(RoleEntity, row.roleId)
    if (role.administrator) assertAdministrator(context.principal, path)
    const token = await createInvitation(runner(em), row.accountId)
    if (!token) throw new Problem('NOT_ALLOWED', path)
    const mail = invitationMail({ name: row.name, locale, url: linkUrl(context.publicUrl, 'invite', token) })
    await queueMail(runner(em), { name: row.name, address: row.email }, mail, {
      effectKey: `invite:${row.id}:${newId()}`,
    })
    await record(em, context, { action: 'INVITED', subjectType: 'Technician', subjectId: row.id })
    return { technician: row.id }
  })
}

/** Sets a technician's role and tells the change by the roles' names. */
export function giveRole(row: TechnicianRow, from: RoleRow, to: RoleRow) {
  row.roleId = to.id
  return [{ field: 'role', from: from.name, to: to.name }]
}

async function nextRole(
  em: Em,
  { principal }: VerbContext,
  input: UpdateTechnicianInput,
  role: RoleRow,
): Promise<RoleRow> {
  if (input.roleId === undefined) return role
  if (input.roleId === null) throw new Problem('REQUIRED', ['roleId'])
  const next = await found(em, RoleEntity, input.roleId, ['roleId'])
  if (next !== role) assertMayGiveRole(principal, next, ['roleId'])
  return next
}

function setCostRate(row: TechnicianRow, given: MoneyInput | null) {
  const before = row.costRate && row.costRateCurrency ? { amount: row.costRate, currency: row.costRateCurrency } : null
  const rate = given && amountOf(given, ['costRate'])
  row.costRate = rate?.amount ?? null
  row.costRateCurrency = rate?.currency ?? null
  const [from, to] = [before && moneyText(before), rate && moneyText(rate)]
  return from === to ? [] : [{ field: 'costRate', from, to }]
}

/** A person is a technician or a user, never both, whether or not the one who asks sees the user. */
async function assertMayBeActive(em: Em, row: TechnicianRow): Promise<void> {
  const [user] = await em.execute<{ active: boolean }[]>('select app_account_is_taken(?, null) as active', [
    row.accountId,
  ])
  if (user?.active) throw new Problem('NOT_ALLOWED', ['active'], { key: said['technician.isUser'] })
}

async function createAccount(em: Em, email: string, name: string): Promise<string> {
  const [account] = await em.execute<{ id: string }[]>('select app_create_account(?, ?, ?) as id', [
    email,
    name,
    locale,
  ])
  return account!.id
}

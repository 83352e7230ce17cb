import { revokeSession as endSession } from '../../core/auth/sessions.ts'
import { found } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { verb, type Outcome } from '../../core/db/verb.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import type { RevokeInput } from '../../core/graphql/inputs.ts'
import { defineMessages, generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { cleanName } from '../../core/graphql/text.ts'
import { change, record } from '../audit/index.ts'
import { ContactEntity } from '../customers/index.ts'
import { TechnicianEntity } from '../organization/index.ts'
import type { UpdateProfileInput } from './viewer.type.ts'

const said = defineMessages({
  'profile.locale': { tr: 'Dil tr ya da en olabilir.', en: 'The language is tr or en.' },
  'profile.phone': { tr: 'Teknisyenlerin telefonu tutulmaz.', en: 'Phones of technicians are not kept.' },
})

const longest = { name: 200, phone: 50 }

/** Changes how the one who asks is called, reached and addressed; never what he or she may see. */
export async function updateProfile(context: AppContext, input: UpdateProfileInput): Promise<Outcome> {
  const { principal } = context
  const [name, locale, phone] = [nameOf(input.name), localeOf(input.locale), phoneOf(input.phone)]
  await verb(context, async (em) => {
    await (principal.kind === 'CONTACT'
      ? changeContact(em, context, { name, locale, phone })
      : changeTechnician(em, context, { name, phone }))
    if (name === undefined && locale === undefined) return
    const [account] = await em.execute<{ changed: boolean }[]>('select app_change_account(?, null, ?, ?) as changed', [
      principal.accountId,
      name ?? null,
      locale ?? null,
    ])
    if (!account?.changed) throw new Problem('NOT_ALLOWED', ['locale'])
  })
  // The answer is read after the change, for the same principal.
  if (locale) principal.locale = locale
  return { viewer: principal.id }
}

/** Ends one of one's own sessions. */
export async function revokeSession(context: AppContext, { id }: RevokeInput): Promise<Outcome> {
  const { accountId, id: subjectId, kind, customerId } = context.principal
  if (!accountId || !isUuid(id) || !(await endSession(context.signInPool, accountId, id)))
    throw new Problem('NOT_FOUND', ['id'])
  const subjectType = kind === 'CONTACT' ? 'Contact' : 'Technician'
  await verb(context, (em) => record(em, context, { action: 'SESSION_REVOKED', subjectType, subjectId, customerId }))
  return { deletedId: id }
}

interface Profile {
  name?: string
  locale?: 'tr' | 'en'
  phone?: string | null
}

async function changeContact(em: Em, context: AppContext, profile: Profile): Promise<void> {
  const row = await found(em, ContactEntity, context.principal.id, [])
  const changes = change(row, profile)
  await em.flush()
  if (changes.length)
    await record(em, context, {
      action: 'UPDATED',
      subjectType: 'Contact',
      subjectId: row.id,
      customerId: row.customerId,
      changes,
    })
}

async function changeTechnician(em: Em, context: AppContext, { name, phone }: Profile): Promise<void> {
  if (phone) throw new Problem('NOT_ALLOWED', ['phone'], { key: said['profile.phone'] })
  const row = await found(em, TechnicianEntity, context.principal.id, [])
  const changes = change(row, { name })
  await em.flush()
  if (changes.length)
    await record(em, context, { action: 'UPDATED', subjectType: 'Technician', subjectId: row.id, changes })
}

function nameOf(value: string | null | undefined): string | undefined {
  if (value === undefined) return undefined
  const name = cleanName(value ?? '', ['name'])
  if (name.length > longest.name) throw tooLong('name')
  return name
}

function localeOf(value: string | null | undefined): 'tr' | 'en' | undefined {
  if (value === null) throw new Problem('REQUIRED', ['locale'])
  if (value !== undefined && value !== 'tr' && value !== 'en')
    throw new Problem('INVALID', ['locale'], { key: said['profile.locale'] })
  return value
}

function phoneOf(value: string | null | undefined): string | null | undefined {
  if (!value?.trim()) return value === undefined ? undefined : null
  const phone = cleanName(value, ['phone'])
  if (phone.length > longest.phone) throw tooLong('phone')
  return phone
}

const tooLong = (field: keyof typeof longest) =>
  new Problem('INVALID', [field], { key: generic['text.tooLong'], params: { max: longest[field] } })

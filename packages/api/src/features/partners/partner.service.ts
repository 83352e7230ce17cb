import { newKey } from '../../core/auth/keys.ts'
import { found, foundAll } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { once, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { RevokeInput } from '../../core/graphql/inputs.ts'
import { defineMessages, generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { cleanName } from '../../core/graphql/text.ts'
import { created, record } from '../audit/index.ts'
import { CustomerEntity } from '../customers/index.ts'
import { allPermissions, assertMayGivePermissions } from '../organization/index.ts'
import { ApiKeyCustomerEntity, ApiKeyEntity } from './partner.entity.ts'
import type { CreateApiKeyInput } from './partner.type.ts'

const said = defineMessages({
  'apiKey.customers': {
    tr: 'Anahtarın ulaşacağı en az bir müşteri seçin ya da bütün müşterileri açın.',
    en: 'Choose at least one customer for the key, or give it all customers.',
  },
  'apiKey.allAndSome': {
    tr: 'Bütün müşterilere açık bir anahtar için müşteri seçilmez.',
    en: 'A key for all customers names none.',
  },
  'apiKey.expired': { tr: 'Bitiş zamanı gelecekte olmalı.', en: 'The end has to be in the future.' },
})

const nameMax = 200

/** Makes a key that never does more than its maker. The secret is in the answer, this once. */
export function createApiKey(context: VerbContext, input: CreateApiKeyInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createApiKey', input, async () => {
      const { principal } = context
      const name = nameOf(input.name)
      const permissions = allPermissions.filter((each) => input.permissions.includes(each))
      assertMayGivePermissions(principal, permissions, ['permissions'])
      const customers = await customersOf(em, input)
      const expiresAt = await endOf(em, input.expiresAt)
      const { prefix, secret, hash } = newKey()
      const { allCustomers } = input
      const row = em.create(ApiKeyEntity, {
        name,
        prefix,
        secretHash: hash,
        permissions,
        allCustomers,
        createdBy: principal.id,
        expiresAt,
      })
      // Before its customers: their policy asks whose key it is.
      await em.flush()
      for (const { id } of customers) em.create(ApiKeyCustomerEntity, { apiKeyId: row.id, customerId: id })
      await em.flush()
      const changes = created({
        name,
        permissions,
        allCustomers,
        customers: customers.map((each) => each.name),
        expiresAt,
      })
      await record(em, context, { action: 'CREATED', subjectType: 'ApiKey', subjectId: row.id, changes })
      return { apiKey: row.id, secret }
    }),
  )
}

/** Ends a key from its next request on. Revoking it again changes nothing. */
export function revokeApiKey(context: VerbContext, input: RevokeInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, ApiKeyEntity, input.id)
    if (!row.revokedAt) {
      await em.execute('update api_key set revoked_at = now() where id = ?', [row.id])
      await record(em, context, { action: 'REVOKED', subjectType: 'ApiKey', subjectId: row.id })
    }
    return { apiKey: row.id }
  })
}

function nameOf(value: string): string {
  const name = cleanName(value, ['name'])
  if (name.length > nameMax)
    throw new Problem('INVALID', ['name'], { key: generic['text.tooLong'], params: { max: nameMax } })
  return name
}

async function customersOf(
  em: Em,
  { allCustomers, customerIds }: CreateApiKeyInput,
): Promise<{ id: string; name: string }[]> {
  const path = ['customerIds']
  const some = Boolean(customerIds?.length)
  if (allCustomers && some) throw new Problem('INVALID', path, { key: said['apiKey.allAndSome'] })
  if (!allCustomers && !some) throw new Problem('REQUIRED', path, { key: said['apiKey.customers'] })
  return foundAll(em, CustomerEntity, customerIds ?? [], path)
}

/** By the database's clock, which is the one that ends keys. */
async function endOf(em: Em, expiresAt: string | null | undefined): Promise<Date | null> {
  if (!expiresAt) return null
  const [end] = await em.execute<{ future: boolean }[]>('select ?::timestamptz > now() as future', [expiresAt])
  if (!end?.future) throw new Problem('INVALID', ['expiresAt'], { key: said['apiKey.expired'] })
  return new Date(expiresAt)
}

import { found } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { holds, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { change, created, record } from '../audit/index.ts'
import { ContractEntity, namedContract } from '../contracts/index.ts'
import { activeCustomer, lineOf, nameOf, nameOrSame } from '../customers/index.ts'
import { AssetEntity, type AssetRow } from './asset.entity.ts'
import type { CreateAssetInput, UpdateAssetInput } from './asset.type.ts'
import { said } from './messages.ts'

holds({ asset_customer: said['asset.holds.customer'] })

/** Enters an asset or a service. Problems: customerId NOT_FOUND or NOT_ALLOWED (inactive), name REQUIRED, contractId NOT_FOUND or NOT_ALLOWED (a draft). */
export function createAsset(context: VerbContext, input: CreateAssetInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createAsset', input, async () => {
      const customer = await activeCustomer(em, input.customerId, ['customerId'])
      const fields = {
        kind: input.kind,
        name: nameOf(input.name),
        serialNumber: lineOf(input.serialNumber, 'serialNumber') ?? null,
        status: lineOf(input.status, 'status') ?? null,
      }
      const contract = input.contractId ? await namedContract(em, input.contractId, customer.id) : null
      const row = em.create(AssetEntity, { ...fields, customerId: customer.id, contractId: contract?.id ?? null })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'Asset',
        subjectId: row.id,
        customerId: customer.id,
        changes: created({ ...fields, contract: contract?.reference }),
      })
      return { asset: row.id }
    }),
  )
}

/** Changes an asset or a service. Problems: as of createAsset. */
export function updateAsset(context: VerbContext, input: UpdateAssetInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    const changes = change<AssetRow>(row, {
      name: nameOrSame(input.name),
      serialNumber: lineOf(input.serialNumber, 'serialNumber'),
      status: lineOf(input.status, 'status'),
    })
    if (input.contractId !== undefined && input.contractId !== (row.contractId ?? null)) {
      const was = row.contractId ? await em.findOne(ContractEntity, { id: row.contractId }) : null
      const contract = input.contractId ? await namedContract(em, input.contractId, row.customerId) : null
      row.contractId = contract?.id ?? null
      changes.push({ field: 'contract', from: was?.reference ?? null, to: contract?.reference ?? null })
    }
    await em.flush()
    if (changes.length)
      await record(em, context, {
        action: 'UPDATED',
        subjectType: 'Asset',
        subjectId: row.id,
        customerId: row.customerId,
        changes,
      })
    return { asset: row.id }
  })
}

/** Deletes an asset or a service; the database refuses while a ticket names it (IN_USE). */
export function deleteAsset(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    await record(em, context, {
      action: 'DELETED',
      subjectType: 'Asset',
      subjectId: row.id,
      customerId: row.customerId,
      changes: [{ field: 'name', from: row.name, to: null }],
    })
    await em.nativeDelete(AssetEntity, { id: row.id })
    return { deletedId: input.id }
  })
}

async function current(em: Em, input: { id: string; version: number }): Promise<AssetRow> {
  const row = await found(em, AssetEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ asset: row.id })
  return row
}

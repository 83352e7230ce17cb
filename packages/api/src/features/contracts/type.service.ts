/** The verbs of contract types, and the one that a contract names. */
import { found } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { guards, once, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { change, created, record } from '../audit/index.ts'
import { nameOf, nameOrSame } from '../customers/index.ts'
import { ContractTypeEntity, type ContractTypeRow } from './contract.entity.ts'
import type { CreateContractTypeInput, UpdateContractTypeInput } from './contract.inputs.ts'
import { said } from './messages.ts'

guards({ contract_type_name_taken: ['name'] }, { contract_type_name_taken: said['contractType.name.taken'] })

/** Enters a kind of contract. Problems: name REQUIRED, INVALID or TAKEN. */
export function createContractType(context: VerbContext, input: CreateContractTypeInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createContractType', input, async () => {
      const fields = { name: nameOf(input.name), requestsNeedApproval: input.requestsNeedApproval ?? false }
      const row = em.create(ContractTypeEntity, { ...fields, active: true })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'ContractType',
        subjectId: row.id,
        changes: created(fields),
      })
      return { contractType: row.id }
    }),
  )
}

/** Changes a kind of contract; contracts keep a type that is offered no more. Problems: as of createContractType. */
export function updateContractType(context: VerbContext, input: UpdateContractTypeInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, ContractTypeEntity, input.id)
    const changes = change<ContractTypeRow>(row, {
      name: nameOrSame(input.name),
      active: input.active ?? undefined,
      requestsNeedApproval: input.requestsNeedApproval ?? undefined,
    })
    await em.flush()
    if (changes.length)
      await record(em, context, { action: 'UPDATED', subjectType: 'ContractType', subjectId: row.id, changes })
    return { contractType: row.id }
  })
}

/** A type that is offered; NOT_FOUND or NOT_ALLOWED at typeId. */
export async function offeredType(em: Em, id: string): Promise<ContractTypeRow> {
  const type = await found(em, ContractTypeEntity, id, ['typeId'])
  if (!type.active) throw new Problem('NOT_ALLOWED', ['typeId'], { key: said['contractType.inactive'] })
  return type
}

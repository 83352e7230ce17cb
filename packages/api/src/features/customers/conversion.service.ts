import { found } from '../../core/db/find.ts'
import { verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { record } from '../audit/index.ts'
import {
  assertMayGiveRole,
  assertNotLastAdministrator,
  RoleEntity,
  TechnicianEntity,
  type ConvertToTechnicianInput,
  type ConvertToUserInput,
} from '../organization/index.ts'
import { ContactEntity, CustomerEntity } from './customer.entity.ts'
import { said } from './messages.ts'

/** The sign-in of a user of ours gets a technician; the contact becomes passive, history stays. */
export function convertToTechnician(context: VerbContext, input: ConvertToTechnicianInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const contact = await found(em, ContactEntity, input.contactId, ['contactId'])
    if (!contact.active) throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['contact.passive'] })
    if (!contact.accountId || !contact.email)
      throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['contact.noEmail'] })
    const customer = await found(em, CustomerEntity, contact.customerId, ['contactId'])
    if (customer.kind !== 'INTERNAL')
      throw new Problem('NOT_ALLOWED', ['contactId'], { key: said['convert.notInternal'] })
    const role = await found(em, RoleEntity, input.roleId, ['roleId'])
    assertMayGiveRole(context.principal, role, ['roleId'])
    const { accountId, email, name } = contact
    contact.active = false
    // Who was a technician before is one again, with the old history.
    const before = await em.findOne(TechnicianEntity, { accountId })
    const technician = before ?? em.create(TechnicianEntity, { accountId, email, name, roleId: role.id, active: true })
    technician.active = true
    technician.roleId = role.id
    await em.flush()
    await em.execute('select app_end_sessions(?)', [accountId])
    await record(em, context, {
      action: 'CONVERTED_TO_TECHNICIAN',
      subjectType: 'Contact',
      subjectId: contact.id,
      customerId: customer.id,
    })
    // The role is told with the technician only: who reads a customer's timeline need not know of roles.
    await record(em, context, {
      action: 'CONVERTED_TO_TECHNICIAN',
      subjectType: 'Technician',
      subjectId: technician.id,
      changes: [{ field: 'role', from: null, to: role.name }],
    })
    return { technician: technician.id }
  })
}

/** A technician becomes the user again that he or she was. */
export function convertToUser(context: VerbContext, input: ConvertToUserInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const technician = await found(em, TechnicianEntity, input.technicianId, ['technicianId'])
    const role = await found(em, RoleEntity, technician.roleId, ['technicianId'])
    assertMayGiveRole(context.principal, role, ['technicianId'])
    await assertNotLastAdministrator(em, technician.id, ['technicianId'])
    const [contact] = await em.find(
      ContactEntity,
      { accountId: technician.accountId },
      { orderBy: { createdAt: 'desc' }, limit: 1 },
    )
    if (!contact) throw new Problem('NOT_ALLOWED', ['technicianId'], { key: said['convert.noContact'] })
    const customer = await found(em, CustomerEntity, contact.customerId, ['technicianId'])
    if (!customer.active) throw new Problem('NOT_ALLOWED', ['technicianId'], { key: said['customer.inactive'] })
    technician.active = false
    contact.active = true
    await em.flush()
    await em.execute('select app_end_sessions(?)', [technician.accountId])
    await record(em, context, { action: 'CONVERTED_TO_USER', subjectType: 'Technician', subjectId: technician.id })
    await record(em, context, {
      action: 'CONVERTED_TO_USER',
      subjectType: 'Contact',
      subjectId: contact.id,
      customerId: contact.customerId,
    })
    return { contact: contact.id }
  })
}

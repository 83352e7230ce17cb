import { Args, FieldResolver, Resolver } from 'type-graphql'
import { NestedPageArgs } from '../../core/graphql/connection.ts'
import { byPlan } from '../../core/graphql/fields.ts'
import { AuditEvent } from '../audit/index.ts'
import { Technician } from '../organization/index.ts'
import { Customer, CustomerConnection } from './customer.type.ts'

/** What customers add to technicians: the organization knows no customers. */
@Resolver(() => Technician)
export class TechnicianAdditions {
  @FieldResolver(() => CustomerConnection, { description: 'Customers that he or she is authorized for, by name.' })
  authorizedCustomers(@Args(() => NestedPageArgs) _args: NestedPageArgs): unknown {
    return byPlan()
  }
}

/** What customers add to audit events. */
@Resolver(() => AuditEvent)
export class AuditEventAdditions {
  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The customer whose object it was; null when it was none’s.',
  })
  customer(): unknown {
    return byPlan()
  }
}

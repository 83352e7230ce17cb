/** Who asks, and any object by its id, for `core/read`. */
import { column, one, type FieldModel, type Pen, type TypeModel } from '../../core/read/model.ts'
import { allPermissions } from '../organization/index.ts'
import { ticketScopesOf } from '../tickets/index.ts'
import { search } from './search.read.ts'

const personTypes = { ADMIN: 'Technician', TECHNICIAN: 'Technician', CONTACT: 'Contact', PARTNER: null }

export const viewerModels: TypeModel[] = [
  {
    name: 'Viewer',
    // One row: the principal of the transaction.
    table: '(select app_principal_id() as id)',
    fields: {
      kind: column((_t, pen) => pen.principal((who) => who.kind, 'text')),
      person: {
        is: 'any',
        rows: (_x, p, pen) => {
          const type = personTypes[pen.kind]
          return type ? `select '${type}' as type, ${p}.id` : `select null as type, ${p}.id where false`
        },
      },
      permissions: column((_t, pen) =>
        pen.principal((who) => allPermissions.filter((each) => who.permissions.has(each)), 'text[]'),
      ),
      ticketScopes: column((_t, pen) => pen.principal(ticketScopesOf, 'text[]')),
      locale: column((_t, pen) => pen.principal((who) => who.locale, 'text')),
      today: column(() => 'app_today()'),
      onlyAuthorizedCustomers: column((_t, pen) =>
        pen.principal((who) => who.kind !== 'CONTACT' && who.customerCount !== null, 'boolean'),
      ),
      customer: {
        is: 'one',
        to: 'Customer',
        only: ['CONTACT'],
        on: (c, _p, pen) => `${c}.id = ${pen.principal((who) => who.customerId, 'uuid')}`,
      },
    },
  },
]

/** Types that `node` finds, with their tables. */
const nodes = {
  Customer: 'customer',
  Contact: 'contact',
  Group: 'customer_group',
  Ticket: 'ticket',
  Comment: 'ticket_comment',
  Attachment: 'attachment',
  Job: 'job',
  Contract: 'contract',
  ContractType: 'contract_type',
}
/** Tables that contacts may not even name. */
const partnerNodes = { Asset: 'asset', ServicePlan: 'service_plan', WorkingCalendar: 'working_calendar' }
/** Tables that keys may not name either. */
const staffNodes = {
  Technician: 'technician',
  Role: 'role',
  ApiKey: 'api_key',
  Mail: 'outgoing_mail',
  TimeEntry: 'time_entry',
  NoticeTemplate: 'notice_template',
  AuditEvent: 'audit_event',
}

/** An event is found by whoever may read them all, or the timeline of its customer. */
const readableEvent = (pen: Pen) =>
  ` and (${pen.principal((who) => who.permissions.has('AUDIT_READ'), 'boolean')} or (x.customer_id is not null and ${pen.open('Customer')}))`

const node: FieldModel = {
  is: 'any',
  rows: (_t, _p, pen) =>
    Object.entries({
      ...nodes,
      ...(pen.kind !== 'CONTACT' && partnerNodes),
      ...(pen.kind !== 'CONTACT' && pen.kind !== 'PARTNER' && staffNodes),
    })
      .map(([type, table]) => {
        const more = type === 'AuditEvent' ? readableEvent(pen) : ''
        return `select '${type}' as type, x.id from ${table} x where x.id = ${pen.arg('id', 'uuid')} and ${pen.open(type)}${more}`
      })
      .join(' union all '),
}

/** Root fields of Query that this feature answers. */
export const viewerRoots: TypeModel['fields'] = { me: one('Viewer', () => 'true'), node, search }

/** How technicians, roles and users stand on their tables, for `core/read`. */
import { uuids } from '../../core/graphql/scalars.ts'
import { money, moneyModel } from '../../core/graphql/money.ts'
import { byName, column, connection, equals, folded, one, type Pen, type TypeModel } from '../../core/read/model.ts'
import { allPermissions } from './permission.type.ts'

const turkish = 'collate "tr-x-icu"'
const customers = 'select count(*) from customer'
const authorizations = (effect: string) =>
  `select count(*) from technician_customer a where a.technician_id = ${effect}.technician_id`

export const organizationModels: TypeModel[] = [
  moneyModel,
  {
    name: 'Technician',
    table: 'technician',
    orders: { NAME_ASC: byName() },
    defaultOrder: 'NAME_ASC',
    filters: {
      text: folded('search_fold'),
      active: equals('active', 'boolean'),
      roleId: equals('role_id', 'uuid'),
      customerId: (t, pen, path) =>
        `exists (select from technician_customer a where a.technician_id = ${t}.id and a.customer_id = ${pen.arg(path, 'uuid')})`,
    },
    fields: {
      role: one('Role', (r, p) => `${r}.id = ${p}.role_id`),
      lastSeenAt: { is: 'code', needs: ['account_id'] },
      costRate: money('cost_rate', 'cost_rate_currency'),
    },
  },
  {
    name: 'Role',
    table: 'role',
    fields: {
      // A permission that a newer version brings is the administrators' at once.
      permissions: column(
        (t, pen) =>
          `case when ${t}.administrator then ${pen.principal(() => allPermissions, 'text[]')} else ${t}.permissions end`,
      ),
      members: connection('Technician', (t, p) => `${t}.role_id = ${p}.id and ${t}.active`),
    },
  },
  {
    name: 'RoleEffect',
    fields: {
      technician: one('Technician', (t, p) => `${t}.id = ${p}.technician_id`),
      visibleCustomers: column((e) => `case when ${e}.limited then (${authorizations(e)}) else (${customers}) end`),
      allCustomers: column(() => `(${customers})`),
    },
  },
]

/**
 * Everybody with a sign-in, once: as technician, unless that is over and the person is an active contact again;
 * else as contact, the active one before the latest. The filters stand inside, so that each table uses its own indexes.
 */
function users(pen: Pen): string {
  const given = (name: string, condition: () => string) => (pen.has(`filter.${name}`) ? ` and ${condition()}` : '')
  const common = (t: string) =>
    given('text', () => folded('search_fold')(t, pen, 'filter.text')) +
    given('active', () => equals('active', 'boolean')(t, pen, 'filter.active'))
  const kind = () => pen.arg('filter.kind', 'text')
  return `select 'Technician' as type, t.id, t.name as k1, t.id as k2 from technician t
      where (t.active or not ${pen.open('Contact')} or not exists (select from contact c where c.account_id = t.account_id and c.active))
        ${given('kind', () => `(select case when r.administrator then 'ADMIN' else 'TECHNICIAN' end from role r where r.id = t.role_id) = ${kind()}`)}
        ${common('t')}
    union all
    select 'Contact', c.id, c.name, c.id from contact c
      where ${pen.open('Contact')} and c.account_id is not null
        and (c.active or not exists (select from contact o where o.account_id = c.account_id
          and (o.active or (o.created_at, o.id) > (c.created_at, c.id))))
        and not exists (select from technician t where t.account_id = c.account_id and (t.active or not c.active))
        ${given('kind', () => `'CONTACT' = ${kind()}`)}
        ${common('c')}`
}

/** Root fields of Query that this feature answers. */
export const organizationRoots: TypeModel['fields'] = {
  technicians: connection('Technician'),
  technician: one('Technician', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  users: {
    is: 'anyConnection',
    rows: (_t, _p, pen) => users(pen),
    order: { desc: false, keys: [{ cast: 'text', collate: '"tr-x-icu"' }, { cast: 'uuid' }] },
  },
  roles: { is: 'list', to: 'Role', on: () => 'true', order: (t) => `${t}.name ${turkish}, ${t}.id` },
  role: one('Role', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  roleEffect: {
    is: 'list',
    to: 'RoleEffect',
    from: (t, _p, pen) =>
      `(select x.id as technician_id, x.name, ${pen.arg('onlyAuthorizedCustomers', 'boolean')} as limited from technician x
        where x.id = any (${pen.arg('memberIds', 'uuid[]', uuids)})) ${t}`,
    on: () => 'true',
    order: (t) => `${t}.name ${turkish}, ${t}.technician_id`,
  },
}

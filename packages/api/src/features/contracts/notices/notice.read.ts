/** How notices and their texts stand on tables, for `core/read`. */
import { column, connection, list, type TypeModel } from '../../../core/read/model.ts'

/** What has become of a notice's mail is what has become of the notice. */
const deliveries = `(select d.id, d.contract_id, d.due_on, d.ends_on, d.side, d.days, d.technician_id, d.contact_id, d.skip_reason,
    coalesce(m.status, d.status) as status, m.sent_at, m.failure,
    coalesce(d.email, z.email, c.email, '') as email
  from notice_delivery d left join outgoing_mail m on m.id = d.mail_id
    left join technician z on z.id = d.technician_id left join contact c on c.id = d.contact_id)`

export const noticeModels: TypeModel[] = [
  {
    name: 'NoticeDelivery',
    table: deliveries,
    orders: {
      DUE_ON_DESC: {
        desc: true,
        keys: [
          { sql: (t) => `${t}.due_on`, cast: 'date' },
          { sql: (t) => `${t}.id`, cast: 'uuid' },
        ],
      },
    },
    defaultOrder: 'DUE_ON_DESC',
    fields: {
      recipient: {
        is: 'any',
        rows: (_x, p) =>
          `select case when ${p}.technician_id is null then 'Contact' else 'Technician' end as type, coalesce(${p}.technician_id, ${p}.contact_id) as id`,
      },
    },
  },
  {
    name: 'NoticeTemplate',
    table: 'notice_template',
    fields: { locale: column((t) => `upper(${t}.locale)`) },
  },
]

/** Root fields of Query that notices answer with SQL. */
export const noticeRoots: TypeModel['fields'] = {
  noticeTemplates: list(
    'NoticeTemplate',
    () => 'true',
    (t) => `${t}.side desc, ${t}.locale desc`,
  ),
}

/** Fields that notices and renewal add to contracts. */
export const renewalAdditions: Record<string, TypeModel['fields']> = {
  Contract: {
    noticeDeliveries: connection('NoticeDelivery', (d, p) => `${d}.contract_id = ${p}.id`),
    viewerCanRenew: column((t, pen) =>
      pen.kind === 'CONTACT'
        ? 'false'
        : `(${pen.principal((who) => who.permissions.has('CONTRACTS_WRITE'), 'boolean')} and not ${t}.draft and ${t}.terminated_on is null
            and exists (select from customer k where k.id = ${t}.customer_id and k.active))`,
    ),
  },
}

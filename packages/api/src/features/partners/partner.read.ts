/** How keys stand on their tables, for `core/read`. */
import { list, one, type TypeModel } from '../../core/read/model.ts'

export const partnerModels: TypeModel[] = [
  {
    name: 'ApiKey',
    table: 'api_key',
    fields: {
      customers: list(
        'Customer',
        (c, p) => `${c}.id in (select k.customer_id from api_key_customer k where k.api_key_id = ${p}.id)`,
        (c) => `${c}.name collate "tr-x-icu", ${c}.id`,
      ),
      createdBy: one('Technician', (t, p) => `${t}.id = ${p}.created_by`),
    },
  },
]

/** Root fields of Query that this feature answers. */
export const partnerRoots: TypeModel['fields'] = {
  apiKeys: list(
    'ApiKey',
    () => 'true',
    (k) => `${k}.created_at desc, ${k}.id desc`,
  ),
}

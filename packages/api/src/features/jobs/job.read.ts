/** How jobs stand on their tables, for `core/read`. */
import { byInstant, column, connection, list, one, type TypeModel } from '../../core/read/model.ts'

export const jobModels: TypeModel[] = [
  {
    name: 'Job',
    table: 'job',
    orders: { CREATED_AT_DESC: byInstant('created_at', true) },
    defaultOrder: 'CREATED_AT_DESC',
    fields: {
      done: column((t) => `(select count(*)::int from job_row r where r.job_id = ${t}.id)`),
      errors: list(
        'UserError',
        (e, p) => `${e}.job_id = ${p}.id`,
        (e) => `${e}.row`,
      ),
    },
  },
  {
    // Why the whole job failed comes first.
    name: 'UserError',
    table: `(select job_id, row, code, path, message from job_row where code is not null
      union all select id, -1, 'NOT_ALLOWED', null, failure from job where failure is not null)`,
    fields: {},
  },
]

/** Root fields of Query that this feature answers. */
export const jobRoots: TypeModel['fields'] = {
  job: one('Job', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  jobs: connection('Job'),
}

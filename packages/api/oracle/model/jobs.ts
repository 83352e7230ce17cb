/** Jobs, as the specification has them: everybody’s own, and nobody else’s. */
import type { JobRow, JobRowRow } from '../world/rows.ts'
import { columns, nodesOf, typeOf, type Feature } from './feature.ts'
import { connection } from './lists.ts'
import { byInstant } from './orders.ts'
import { anybody } from './rules.ts'
import { anId } from './values.ts'

const job = columns<JobRow>()

export const jobs: Feature = {
  nodes: {
    Job: nodesOf<JobRow>(
      (world) => world.jobs,
      byInstant('createdAt', true),
      (asker, { createdBy }) => createdBy === asker.id,
    ),
  },
  types: {
    Job: typeOf<JobRow>(anybody, {
      ...job.plain('id', 'kind', 'status', 'total'),
      ...job.instants('createdAt', 'startedAt', 'finishedAt'),
      done: { value: ({ id }, { world }) => world.jobRows.filter(({ jobId }) => jobId === id).length },
      // Why the whole failed comes first, then the rows in their order.
      errors: {
        value: ({ id, failure }, { world }) => [
          ...(failure === null ? [] : [{ code: 'NOT_ALLOWED', path: null, message: failure }]),
          ...world.jobRows.filter(({ jobId, code }) => jobId === id && code !== null),
        ],
      },
    }),
    UserError: typeOf<JobRowRow>(anybody, columns<JobRowRow>().plain('code', 'path', 'message')),
  },
  roots: {
    jobs: connection('Job', 'jobs', {}),
    job: { args: { id: anId('Job') }, value: (_row: unknown, question, { id }) => question.row('Job', String(id)) },
  },
  subscriptions: { jobProgress: { args: { id: anId('Job') } } },
  mutations: {
    cancelJob: {
      rule: anybody,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'Job' },
    },
  },
}

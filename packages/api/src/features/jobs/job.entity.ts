import { defineEntity, p } from '@mikro-orm/core'
import { createdAt, id } from '../../core/db/columns.ts'
import { jobPolicies, jobRowPolicies } from './job.access.ts'

export type JobKind = 'IMPORT' | 'EXPORT' | 'BILLING_RUN' | 'BULK_CHANGE'
export type JobStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

/** Something long that somebody asked for. It runs as that person, one job of a person at a time. */
export const JobEntity = defineEntity({
  name: 'JobRow',
  tableName: 'job',
  properties: {
    id: id(),
    kind: p.text().$type<JobKind>().check("kind in ('IMPORT', 'EXPORT', 'BILLING_RUN', 'BULK_CHANGE')"),
    status: p
      .text()
      .$type<JobStatus>()
      .default('QUEUED')
      .check("status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')"),
    // Rows that there are to do.
    total: p.integer(),
    payload: p.json<unknown>(),
    createdByKind: p.text().check("created_by_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER')"),
    createdBy: p.uuid(),
    // Errors are told in the language in which it was asked for.
    locale: p.text().check("locale in ('tr', 'en')"),
    ipAddress: p.text(),
    cancelAsked: p.boolean().default(false),
    // Grows with every worker that takes it: one that slept through its lease finds another number.
    attempt: p.integer().default(0),
    // Workers that died with it.
    losses: p.integer().default(0),
    leaseUntil: p.datetime().nullable(),
    notBefore: p.datetime().defaultRaw('now()'),
    failure: p.text().nullable(),
    createdAt: createdAt(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
  policies: jobPolicies,
  indexes: [
    { name: 'job_of_creator', properties: ['createdBy', 'createdAt', 'id'] },
    {
      name: 'job_waiting',
      expression: "create index job_waiting on job (created_at, id) where status in ('QUEUED', 'RUNNING')",
    },
    {
      name: 'job_one_running',
      expression: "create unique index job_one_running on job (created_by) where status = 'RUNNING'",
    },
  ],
})

/** A row of a job that is done; with a code, one that could not be. */
export const JobRowEntity = defineEntity({
  name: 'JobRowRow',
  tableName: 'job_row',
  properties: {
    jobId: p.uuid().primary(),
    row: p.integer().primary(),
    code: p.text().nullable(),
    path: p.array().columnType('text[]').nullable(),
    message: p.text().nullable(),
  },
  policies: jobRowPolicies,
})

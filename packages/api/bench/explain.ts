/** How long PostgreSQL works on a statement, as a principal, with the plan it would make now and with a generic one. */
import pg from 'pg'
import { readingOptions } from '../src/core/read/trip.ts'
import type { DataSet } from './database.ts'
import type { Sent } from './statement.ts'
import { median } from './statistics.ts'

export type PlanMode = 'force_custom_plan' | 'force_generic_plan'

export interface Explained {
  /** Milliseconds: the median of several runs. */
  planning: number
  execution: number
  /** The fastest run: what is left when the machine is busy with others. */
  best: number
}

const warmUps = 2
const runs = 7

/** Runs a read with its statement explained; `mode` says which plan PostgreSQL has to take. */
export async function explain(data: DataSet, { session, statement }: Sent, mode: PlanMode): Promise<Explained> {
  const client = new pg.Client({
    connectionString: data.appUrl,
    options: `${readingOptions} -c plan_cache_mode=${mode}`,
  })
  await client.connect()
  try {
    const times: Omit<Explained, 'best'>[] = []
    const values = statement.values?.length ? `(${statement.values.map(literal).join(', ')})` : ''
    for (let run = 0; run < warmUps + runs; run += 1) {
      await client.query('begin read only')
      await client.query(session)
      if (run === 0) await client.query(`prepare answer as ${statement.text}`)
      const { rows } = await client.query<{ 'QUERY PLAN': Report[] }>(
        `explain (analyze, timing off, summary on, format json) execute answer${values}`,
      )
      await client.query('commit')
      const report = rows[0]!['QUERY PLAN'][0]!
      times.push({ planning: report['Planning Time'], execution: report['Execution Time'] })
    }
    const counted = times.slice(warmUps)
    return {
      planning: median(counted.map(({ planning }) => planning)),
      execution: median(counted.map(({ execution }) => execution)),
      best: Math.min(...counted.map(({ execution }) => execution)),
    }
  } finally {
    await client.end()
  }
}

/** The plan itself with what each step took, for whoever asks why. */
export async function planOf(data: DataSet, { session, statement }: Sent, mode: PlanMode): Promise<string> {
  const client = new pg.Client({
    connectionString: data.appUrl,
    options: `${readingOptions} -c plan_cache_mode=${mode}`,
  })
  await client.connect()
  try {
    const values = statement.values?.length ? `(${statement.values.map(literal).join(', ')})` : ''
    await client.query('begin read only')
    await client.query(session)
    await client.query(`prepare answer as ${statement.text}`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) execute answer${values}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.end()
  }
}

interface Report {
  'Planning Time': number
  'Execution Time': number
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value))
}

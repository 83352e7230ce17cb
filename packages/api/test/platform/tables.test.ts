/** M1, M2, M9: what the database itself lets happen, whatever the program says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/core/db/ids.ts'
import { asRole } from '../attacks/tools.ts'
import { openHouse, type House } from '../house.ts'

let house: House
let tables: string[]
beforeAll(async () => {
  house = await openHouse()
  const rows = await house.sql<{ name: string }>(
    `select format('%s.%s', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'sign_in') order by 1`,
  )
  tables = rows.map(({ name }) => name)
  // Something in every table that people have.
  const { seed } = house
  const customer = await seed.customer()
  const group = await seed.group(customer)
  const requester = await seed.contact(customer, { group })
  const technician = await seed.technician({ customers: [customer] })
  const ticket = await seed.ticket(customer, requester)
  await seed.comment(ticket, technician)
  await seed.attachment(technician, { ticket })
  const job = newId()
  await seed.insert('job', {
    id: job,
    kind: 'BULK_CHANGE',
    total: 1,
    payload: '{}',
    created_by_kind: 'TECHNICIAN',
    created_by: technician.id,
    locale: 'tr',
    ip_address: '127.0.0.1',
    created_at: new Date(),
  })
  await seed.insert('job_row', { job_id: job, row: 0 })
  await seed.asked(ticket, await seed.contact(customer))
  await seed.asset(customer)
  const plan = await seed.plan({ calendar: await seed.calendar() })
  await seed.contract(customer, { plan, notice: { users: [technician], contacts: [requester] } })
  await house.sql(`insert into number_series (name, last) values ('T-1999', 1) on conflict do nothing`)
  await seed.key(technician, { customers: [customer] })
  await seed.insert('audit_event', { id: newId(), action: 'CREATED', customer_id: customer.id })
  await seed.insert('idempotency_key', {
    principal_id: technician.id,
    key: 'k',
    operation: 'x',
    body_hash: 'h',
    answer: '{}',
  })
  await house.sql(
    `insert into outgoing_mail (id, to_name, to_address, subject, body_text, body_html, message_id, effect_key, created_at)
     values (gen_random_uuid(), 'A', 'a@example.com', 'S', 'T', '', 'm', 'e', now())`,
  )
})
afterAll(() => house?.close())

/** Tables without row policies, each with its reason. Whoever adds one signs for it here. */
const withoutPolicies: Record<string, string> = {
  'public.accord_migration': 'names of migrations; no role may read it',
  'sign_in.account': 'sign-in has a role of its own, and nobody else a right',
  'sign_in.credential': 'the same',
  'sign_in.rate_limit': 'the same',
  'sign_in.session': 'the same',
  'sign_in.verification': 'the same',
}
const kinds = ['accord_staff', 'accord_restricted', 'accord_contact', 'accord_partner'] as const
const roles = [...kinds, 'accord_system', 'accord_sign_in', 'accord_gate'] as const

/** Rows that a role sees of a table as somebody; the text of the refusal when it may not even ask. */
async function seen(role: string | null, principal: string | null, table: string): Promise<number | 'denied'> {
  try {
    const [row] = await asRole<{ count: string }>(
      house.database.appUrl,
      role,
      principal,
      `select count(*) from ${table}`,
    )
    return Number(row!.count)
  } catch (error) {
    expect((error as Error).message).toMatch(/permission denied/)
    return 'denied'
  }
}

describe('M2: tables and policies', () => {
  test('every table has row security, or stands on the signed list', async () => {
    const rows = await house.sql<{ name: string }>(
      `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'sign_in') and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(withoutPolicies).toSorted())
  })

  // Signed: the queue's tables (pgboss) have no policies, and belong to a role of their own.
  test('the queue’s tables are for the jobs’ login alone, which owns none of them', async () => {
    const rows = await house.sql<{ role: string }>(
      `select distinct grantee as role from information_schema.role_table_grants
       where table_schema = 'pgboss' and grantee <> (select tableowner from pg_tables where tablename = 'customer')`,
    )
    expect(rows).toEqual([{ role: 'accord_queue' }])
    const members = await house.sql<{ login: string }>(
      `select l.rolname as login from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member
       where r.rolname = 'accord_queue' and m.inherit_option`,
    )
    expect(members.map(({ login }) => login)).toEqual([new URL(house.database.workerUrl).username])
    for (const role of [null, ...kinds, 'accord_sign_in'])
      await expect(asRole(house.database.appUrl, role, newId(), 'select from pgboss.job')).rejects.toThrow(
        'permission denied',
      )
  })

  test('there is no view and no foreign table by which one goes around', async () => {
    const rows = await house.sql(
      `select c.relname, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'sign_in') and c.relkind not in ('r', 'i', 'S')`,
    )
    expect(rows).toEqual([])
  })

  test('a policy is for one of our roles, is permissive for one command, and checks what it lets write', async () => {
    const rows = await house.sql<{
      name: string
      roles: string[]
      cmd: string
      permissive: string
      qual: string | null
      with_check: string | null
    }>(
      `select tablename || '.' || policyname as name, roles::text[] as roles, cmd, permissive, qual, with_check from pg_policies`,
    )
    expect(rows.length).toBeGreaterThan(30)
    for (const { name, roles: of, cmd, permissive, qual, with_check: check } of rows) {
      expect([name, permissive, of.length]).toEqual([name, 'PERMISSIVE', 1])
      expect(roles, name).toContain(of[0])
      if (cmd !== 'INSERT') expect(qual, name).not.toBeNull()
      if (cmd !== 'SELECT' && cmd !== 'DELETE') expect(check, name).not.toBeNull()
    }
  })

  /** Policies without a condition: staff, jobs, and these, each with its reason. */
  const open: Record<string, string> = {
    'role.accord_restricted_all': 'roles belong to no customer; doors guard them',
    'technician.accord_restricted_all': 'technicians belong to no customer; doors guard them',
    'technician.accord_contact_select': 'granted are id and name alone, which who sees a ticket is told',
    'technician.accord_partner_select': 'the same',
    'notice_template.accord_restricted_all': 'texts belong to no customer; doors guard them',
    'contract_type.accord_restricted_all': 'kinds of contracts belong to no customer; doors guard who writes them',
    'contract_type.accord_partner_all': 'the same',
    'contract_type.accord_contact_select': 'the same',
    ...Object.fromEntries(
      ['service_plan', 'service_plan_revision', 'working_calendar'].flatMap((table) => [
        [`${table}.accord_restricted_all`, 'what is offered belongs to no customer; doors guard it'],
        [`${table}.accord_partner_all`, 'the same'],
      ]),
    ),
    'outgoing_mail.accord_restricted_insert': 'whoever causes a mail writes it, and cannot read it',
    'outgoing_mail.accord_contact_insert': 'the same',
    'outgoing_mail.accord_partner_insert': 'the same',
    'outgoing_mail.accord_sign_in_insert': 'the same',
  }
  test('a policy without a condition is staff’s, the jobs’, or stands on the signed list', async () => {
    const rows = await house.sql<{ name: string }>(
      `select tablename || '.' || policyname as name from pg_policies
       where (qual is null or qual = 'true') and (with_check is null or with_check = 'true')
         and not roles && '{accord_staff,accord_system}'::name[] order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(open).toSorted())
  })

  test('a right on a table without a policy for it does not exist, and none goes beyond rows', async () => {
    const grants = await house.sql<{ role: string; name: string; right: string }>(
      `select grantee as role, table_schema || '.' || table_name as name, privilege_type as right
       from information_schema.role_table_grants
       where table_schema in ('public', 'sign_in') and grantee like 'accord\\_%'
         and grantee <> (select tableowner from pg_tables where tablename = 'customer')`,
    )
    const policies = await house.sql<{ role: string; name: string; cmd: string }>(
      `select unnest(roles)::text as role, 'public.' || tablename as name, cmd from pg_policies`,
    )
    for (const { role, name, right } of grants) {
      expect(['SELECT', 'INSERT', 'UPDATE', 'DELETE'], `${role} ${name}`).toContain(right)
      if (name.startsWith('sign_in.')) expect([name, role]).toEqual([name, 'accord_sign_in'])
      else
        expect(
          policies.some(
            (each) => each.role === role && each.name === name && (each.cmd === 'ALL' || each.cmd === right),
          ),
          `${role} may ${right} ${name} without a policy`,
        ).toBe(true)
    }
    expect(grants.length).toBeGreaterThan(50)
  })
})

describe('M1: the program’s login', () => {
  test('reads nothing of any table without a role, with and without a principal', async () => {
    const found: Record<string, number | 'denied'> = {}
    for (const table of tables)
      for (const principal of [null, newId()]) found[table] = await seen(null, principal, table)
    expect(found).toEqual(Object.fromEntries(tables.map((table) => [table, 'denied'])))
  })

  test.each(kinds.slice(1))(
    'as %s without a principal, or as nobody, sees no row that belongs to a customer',
    async (role) => {
      const ofAll = ['public.role', 'public.technician']
      const ofOurs = ['public.service_plan', 'public.service_plan_revision', 'public.working_calendar']
      // Of technicians these two may read the name, and no other column.
      const named = role === 'accord_restricted' ? [] : ['public.technician']
      for (const table of tables)
        for (const principal of [null, newId()]) {
          const count = await seen(role, principal, table)
          if (role === 'accord_restricted' && ofAll.includes(table)) continue
          // So does what we offer, and keys read it too.
          if (table === 'public.contract_type' || (role === 'accord_restricted' && table === 'public.notice_template'))
            continue
          if (role !== 'accord_contact' && ofOurs.includes(table)) continue
          if (named.includes(table)) continue
          expect([0, 'denied'], `${role} ${table}`).toContain(count)
        }
    },
  )

  test.each(['accord_contact', 'accord_partner'])('as %s reads of technicians id and name alone', async (role) => {
    const columns = await house.sql<{ name: string; open: boolean }>(
      `select attname as name, has_column_privilege($1, attrelid, attname, 'select') as open from pg_attribute
       where attrelid = 'public.technician'::regclass and attnum > 0 and not attisdropped order by 1`,
      [role],
    )
    expect(columns.filter(({ open: may }) => may).map(({ name }) => name)).toEqual(['id', 'name'])
    for (const { name, open: may } of columns) {
      const asked = asRole(house.database.appUrl, role, newId(), `select ${name} from technician`)
      if (may) await asked
      else await expect(asked, name).rejects.toThrow('permission denied')
    }
  })

  test('as accord_contact changes of tickets and approvals what it decides, and nothing else', async () => {
    const columns = await house.sql<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.column_privileges
       where grantee = 'accord_contact' and privilege_type = 'UPDATE' and table_name like 'ticket%'`,
    )
    expect(columns.map(({ name }) => name).toSorted()).toEqual([
      'ticket.approval',
      'ticket.closed_at',
      'ticket.rating',
      'ticket.rating_comment',
      'ticket.resolved_at',
      'ticket.status',
      'ticket.updated_at',
      'ticket.version',
      'ticket_approval.comment',
      'ticket_approval.decided_at',
      'ticket_approval.decision',
    ])
  })

  test.each(kinds)('as %s reads nothing of sign-in and writes nothing there', async (role) => {
    for (const table of tables.filter((name) => name.startsWith('sign_in.'))) {
      expect(await seen(role, newId(), table)).toBe('denied')
      await expect(asRole(house.database.appUrl, role, null, `delete from ${table}`)).rejects.toThrow(
        'permission denied',
      )
    }
  })

  test('as the sign-in role reads nothing of ours', async () => {
    for (const table of tables.filter((name) => name.startsWith('public.')))
      expect(await seen('accord_sign_in', newId(), table), table).toBe('denied')
  })

  test('becomes neither the jobs’ role nor the owner, in no way', async () => {
    for (const sql of [
      'set role accord_system',
      'set session authorization accord_owner',
      `select set_config('role', 'accord_system', true)`,
      'reset role; set role accord_system',
    ])
      await expect(asRole(house.database.appUrl, 'accord_staff', null, sql), sql).rejects.toThrow(
        /permission denied|must be/,
      )
    const rows = await house.sql<{ role: string; inherit: boolean }>(
      `select r.rolname as role, m.inherit_option as inherit from pg_auth_members m
       join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member where l.rolname = $1 order by 1`,
      [new URL(house.database.appUrl).username],
    )
    const wanted = [
      'accord_contact',
      'accord_gate',
      'accord_partner',
      'accord_restricted',
      'accord_sign_in',
      'accord_staff',
    ]
    expect(rows).toEqual(wanted.map((role) => ({ role, inherit: role === 'accord_gate' })))
  })

  test('owns nothing, and no role of ours does but the owner', async () => {
    const rows = await house.sql<{ owner: string }>(
      `select distinct pg_get_userbyid(relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'sign_in')
       union select distinct pg_get_userbyid(proowner) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'sign_in' or p.proname like 'app\\_%'`,
    )
    expect(rows).toEqual([{ owner: new URL(house.database.ownerUrl).username }])
    const powers = await house.sql(
      `select rolname from pg_roles where rolname like 'accord\\_%' and (rolsuper or rolbypassrls or rolreplication or rolcreatedb)
         and rolname <> $1`,
      [new URL(house.database.ownerUrl).username],
    )
    expect(powers).toEqual([])
  })

  test('a table that somebody adds is closed until it is opened', async () => {
    await house.sql('create table something_new as select 1 as secret')
    try {
      for (const role of [null, ...kinds, 'accord_sign_in'])
        expect(await seen(role, newId(), 'something_new')).toBe('denied')
    } finally {
      await house.sql('drop table something_new')
    }
  })
})

describe('M1: functions', () => {
  const ours = `select p.oid, n.nspname || '.' || p.proname as name, p.prosecdef as definer, p.proconfig as config, p.proacl
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'sign_in') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`

  test('whatever runs as the owner fixes where it looks for names', async () => {
    const rows = await house.sql<{ name: string; config: string[] | null }>(
      `select name, config from (${ours}) f where definer`,
    )
    expect(rows.length).toBeGreaterThan(15)
    for (const { name, config } of rows)
      expect([name, config?.join()]).toEqual([name, expect.stringMatching(/^search_path=pg_catalog/)])
  })

  /** What each role may call of ours, signed: whoever grants more changes this list. */
  const callable: Record<string, string[]> = {
    accord_gate: ['app_migrated', 'app_principal_of_key', 'app_principal_of_session', 'app_touch'],
    accord_sign_in: ['app_audit_sign_in', 'app_may_sign_in', 'app_principal_id'],
    accord_contact: [
      'app_ask_by_contract_type',
      'app_asked_tickets',
      'app_change_account',
      'app_contact_customer',
      'app_contact_group',
      'app_contact_sees_company',
      'app_contact_sees_group',
      'app_contract_pricing',
      'app_contract_work',
      'app_default_contract',
      'app_may_change_account',
      'app_named_contacts',
      'app_named_customers',
      'app_next_ticket_number',
      'app_own_contacts',
      'app_principal_id',
      'app_reach',
      'app_today',
    ],
    accord_partner: [
      'app_account_is_taken',
      'app_ask_by_contract_type',
      'app_change_account',
      'app_contract_pricing',
      'app_contract_work',
      'app_create_account',
      'app_default_contract',
      'app_delete_account',
      'app_end_sessions',
      'app_may_change_account',
      'app_next_contract_reference',
      'app_next_ticket_number',
      'app_notice_readers',
      'app_principal_id',
      'app_reach',
      'app_reaches_all',
      'app_today',
    ],
    accord_restricted: [
      'app_account_is_taken',
      'app_ask_by_contract_type',
      'app_assignee',
      'app_change_account',
      'app_contract_pricing',
      'app_contract_work',
      'app_create_account',
      'app_create_link',
      'app_default_contract',
      'app_delete_account',
      'app_end_sessions',
      'app_may_change_account',
      'app_next_contract_reference',
      'app_next_ticket_number',
      'app_notice_readers',
      'app_own_keys',
      'app_principal_id',
      'app_reach',
      'app_system_health',
      'app_take_back',
      'app_today',
    ],
  }
  test.each(Object.keys(callable))('%s calls what it needs and no more', async (role) => {
    const rows = await house.sql<{ name: string }>(
      `select name from (${ours}) f where split_part(name, '.', 2) like 'app\\_%' and has_function_privilege($1, oid, 'execute') order by 1`,
      [role],
    )
    expect(rows.map(({ name }) => name)).toEqual(callable[role]!.map((name) => `public.${name}`))
  })

  test('anybody else on the server calls nothing that tells or does something', async () => {
    const rows = await house.sql<{ name: string }>(
      `select name from (${ours}) f, lateral aclexplode(coalesce(proacl, acldefault('f', 10))) a where a.grantee = 0 order by 1`,
    )
    // Pure functions and triggers, which nobody calls.
    expect(rows.map(({ name }) => name)).toEqual(['public.refuse_change', 'public.tell_relay', 'public.tr_fold'])
  })

  test('A12: a person cannot be found by a sign-in’s token without having it, nor a key’s secret by its prefix', async () => {
    const [row] = await asRole<{ who: unknown }>(
      house.database.appUrl,
      null,
      null,
      `select app_principal_of_session('') as who`,
    )
    expect(row!.who).toBeNull()
    const [session] = await house.sql<{ token: string }>('select token from sign_in.session limit 1')
    const [who] = await asRole<{ who: object }>(
      house.database.appUrl,
      null,
      null,
      'select app_principal_of_session($1) as who',
      [session!.token],
    )
    expect(JSON.stringify(who)).not.toContain(session!.token)
  })
})

describe('M9: audit events', () => {
  const changes = [`update audit_event set action = 'X'`, 'delete from audit_event', 'truncate audit_event']

  test.each([...kinds, 'accord_sign_in'])('%s changes none', async (role) => {
    for (const sql of changes)
      await expect(asRole(house.database.appUrl, role, newId(), sql), sql).rejects.toThrow('permission denied')
  })

  test('nor do the jobs, nor even the owner', async () => {
    for (const sql of changes) {
      await expect(asRole(house.database.workerUrl, 'accord_system', null, sql), sql).rejects.toThrow(
        'permission denied',
      )
      await expect(asRole(house.database.ownerUrl, null, null, sql), sql).rejects.toThrow('append-only')
    }
  })

  test.each(['accord_restricted', 'accord_contact', 'accord_partner'])(
    '%s writes none in the name of somebody else',
    async (role) => {
      const [me, other] = [newId(), newId()]
      const insert = `insert into audit_event (id, actor_id, action) values (gen_random_uuid(), $1, 'CREATED')`
      await asRole(house.database.appUrl, role, me, insert, [me])
      await expect(asRole(house.database.appUrl, role, me, insert, [other])).rejects.toThrow('row-level security')
      await expect(asRole(house.database.appUrl, role, me, insert, [null])).rejects.toThrow('row-level security')
    },
  )
})

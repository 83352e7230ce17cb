import 'reflect-metadata'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { isEmail } from '../../core/auth/email.ts'
import { createLink, linkUrl } from '../../core/auth/links.ts'
import { inTransaction } from '../../core/auth/pool.ts'
import { newId } from '../../core/db/ids.ts'
import { Refusal } from '../../core/refusal.ts'
import { allPermissions } from '../../features/organization/index.ts'
import { run } from '../run.ts'

const { email, name } = parseArgs({
  args: process.argv.slice(3),
  options: { email: { type: 'string' }, name: { type: 'string' } },
}).values

/** `pnpm admin:create`: makes an administrator on a server of one's own and prints the link that sets the password. */
await run(async ({ database, publicUrl }, say) => {
  if (!database?.ownerUrl)
    throw new Refusal('DATABASE_OWNER_URL is missing: set it to the login that owns the database.')
  if (!email || !isEmail(email))
    throw new Refusal('--email is missing or no e-mail address: add --email name@domain.com.')
  if (!name?.trim()) throw new Refusal('--name is missing: add --name "First Last".')
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  try {
    const token = await inTransaction(pool, async (sql) => {
      const [taken] = await sql('select 1 from sign_in.account where email_key = lower($1 collate "C")', [email])
      if (taken)
        throw new Refusal(`--email ${email} has a sign-in already: give the administrator role on the users screen.`)
      const [role] = await sql<{ id: string }>('select id from role where administrator', [])
      const roleId = role?.id ?? newId()
      if (!role) {
        await sql(
          `insert into role (id, name, permissions, administrator, created_at, updated_at) values ($1, 'Yönetici', $2, true, now(), now())`,
          [roleId, allPermissions],
        )
      }
      const accountId = newId()
      await sql('insert into sign_in.account (id, email, name) values ($1, $2, $3)', [accountId, email, name.trim()])
      await sql(
        `insert into technician (id, account_id, role_id, name, email, created_at, updated_at) values ($1, $2, $3, $4, $5, now(), now())`,
        [newId(), accountId, roleId, name.trim(), email],
      )
      return createLink(sql, accountId, 'invite')
    })
    say(`${name.trim()} is an administrator. The password is set at:\n${linkUrl(publicUrl, 'invite', token)}`)
  } finally {
    await pool.end()
  }
})

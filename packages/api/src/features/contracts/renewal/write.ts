/** Writes down what a step says, in the transaction that read the contract and holds its row. */
import type { Run } from '../../../core/auth/links.ts'
import { newId } from '../../../core/db/ids.ts'
import { queueMail } from '../../../core/mail/outbox.ts'
import { dueOn, isBefore, type Day, type Planned } from '../calendar/index.ts'
import { noticeMail, type NoticeLink } from '../notices/notice.mail.ts'
import type { TemplateText } from '../notices/template.ts'
import type { LoadedContract } from './state.ts'
import type { ChainTerm, Recipient, Step } from './step.ts'

/** The texts of notices, by side and language. */
export type Templates = ReadonlyMap<string, TemplateText>
const templateKey = (side: Planned['side'], locale: string) => `${side} ${locale}`

/** Reads the texts of notices. */
export async function loadTemplates(run: Run): Promise<Templates> {
  const rows = await run<{ side: Planned['side']; locale: string } & TemplateText>(
    'select side, locale, subject, body from notice_template',
    [],
  )
  return new Map(rows.map(({ side, locale, subject, body }) => [templateKey(side, locale), { subject, body }]))
}

const keyed = ({ endsOn, side, days, recipientId }: Planned) => ({
  ends_on: endsOn.toString(),
  side,
  days,
  recipient_id: recipientId,
})
const KEYS = 'ends_on date, side text, days int, recipient_id uuid'
const SAME = `d.contract_id = x.contract_id and d.ends_on = x.ends_on and d.side = x.side and d.days = x.days
  and d.recipient_id = x.recipient_id and d.status = 'PLANNED'`

/**
 * Adds terms behind the last one, and the newest revision of the plan from the first of them on, unless another plan is
 * set from there on already.
 */
export async function writeTerms(run: Run, contract: LoadedContract, terms: readonly ChainTerm[]): Promise<void> {
  const [first] = terms
  if (!first) return
  await run(
    `insert into contract_term (id, customer_id, contract_id, starts_on, ends_on, origin, created_at)
     select x.id, x.customer_id, x.contract_id, x.starts_on, x.ends_on, x.origin, now()
     from jsonb_to_recordset($1::jsonb)
       as x(id uuid, customer_id uuid, contract_id uuid, starts_on date, ends_on date, origin text)`,
    [
      JSON.stringify(
        terms.map(({ startsOn, endsOn, origin }) => ({
          id: newId(),
          customer_id: contract.customerId,
          contract_id: contract.id,
          starts_on: startsOn.toString(),
          ends_on: endsOn.toString(),
          origin,
        })),
      ),
    ],
  )
  await run('update contract set ends_on = $1, version = version + 1, updated_at = now() where id = $2', [
    terms.at(-1)!.endsOn.toString(),
    contract.id,
  ])
  const plan = contract.plans.at(-1)
  if (plan?.planId && isBefore(plan.from, first.startsOn) && plan.revision !== contract.newestRevision)
    await writePlan(run, contract, first.startsOn, plan.planId, contract.newestRevision)
}

/** Says which revision of which plan applies from a day on. */
export async function writePlan(
  run: Run,
  { id, customerId }: Pick<LoadedContract, 'id' | 'customerId'>,
  from: Day,
  planId: string | null,
  revision: number | null,
): Promise<void> {
  await run(
    `insert into contract_plan (contract_id, from_on, customer_id, plan_id, revision, created_at)
     values ($1, $2, $3, $4, $5, now())
     on conflict (contract_id, from_on) do update set plan_id = excluded.plan_id, revision = excluded.revision`,
    [id, from.toString(), customerId, planId, revision],
  )
}

/** Enters planned notices; one whose effect key is there already stays what it is. */
export async function writePlanned(
  run: Run,
  { id, customerId, recipients }: Pick<LoadedContract, 'id' | 'customerId' | 'recipients'>,
  plan: Step['plan'],
): Promise<void> {
  if (!plan.length) return
  const kinds = new Map(recipients.map((recipient) => [recipient.id, recipient.kind]))
  await run(
    `insert into notice_delivery (id, customer_id, contract_id, ends_on, side, days, due_on, technician_id, contact_id, status, skip_reason, created_at)
     select x.id, x.customer_id, x.contract_id, x.ends_on, x.side, x.days, x.due_on, x.technician_id, x.contact_id, x.status, x.skip_reason, now()
     from jsonb_to_recordset($1::jsonb) as x(id uuid, customer_id uuid, contract_id uuid, ${KEYS}, due_on date,
       technician_id uuid, contact_id uuid, status text, skip_reason text)
     on conflict (contract_id, ends_on, side, days, recipient_id) do nothing`,
    [
      JSON.stringify(
        plan.map(({ notice, skipped }) => ({
          ...keyed(notice),
          id: newId(),
          customer_id: customerId,
          contract_id: id,
          due_on: dueOn(notice.endsOn, notice).toString(),
          technician_id: kinds.get(notice.recipientId) === 'TECHNICIAN' ? notice.recipientId : null,
          contact_id: kinds.get(notice.recipientId) === 'CONTACT' ? notice.recipientId : null,
          status: skipped ? 'SKIPPED' : 'PLANNED',
          skip_reason: skipped,
        })),
      ),
    ],
  )
}

/** Takes planned notices away that will not be. */
export async function writeRemoved(
  run: Run,
  { id }: Pick<LoadedContract, 'id'>,
  notices: readonly Planned[],
): Promise<void> {
  if (!notices.length) return
  await run(
    `delete from notice_delivery d using jsonb_to_recordset($1::jsonb) as x(contract_id uuid, ${KEYS}) where ${SAME}`,
    [JSON.stringify(notices.map((notice) => ({ ...keyed(notice), contract_id: id })))],
  )
}

/** Says of planned notices why they are not sent. */
export async function writeSkipped(run: Run, { id }: Pick<LoadedContract, 'id'>, skip: Step['skip']): Promise<void> {
  if (!skip.length) return
  await run(
    `update notice_delivery d set status = 'SKIPPED', skip_reason = x.because
     from jsonb_to_recordset($1::jsonb) as x(contract_id uuid, ${KEYS}, because text) where ${SAME}`,
    [JSON.stringify(skip.map(({ notice, because }) => ({ ...keyed(notice), contract_id: id, because })))],
  )
}

/** Writes notices into the outbox. The mail's own effect key is the notice's: not even a fault of ours sends it twice. */
async function writeSent(
  run: Run,
  contract: LoadedContract,
  step: Step,
  { templates, publicUrl, today }: Surroundings,
): Promise<void> {
  const term = step.terms.at(-1) ?? contract.terms.at(-1)
  const sent: object[] = []
  for (const { notice, recipient } of step.send) {
    const about = {
      ...contract.about,
      startsOn: term!.startsOn,
      endsOn: notice.endsOn,
      renewsItself: contract.autoRenew && contract.customerActive,
    }
    const template = templates.get(templateKey(notice.side, recipient.locale))!
    const link = linkOf(contract.id, recipient, publicUrl)
    const mail = noticeMail(template, recipient.locale, about, recipient.name, today, link)
    const { ends_on, side, days, recipient_id } = keyed(notice)
    const mailId = await queueMail(run, { name: recipient.name, address: recipient.email! }, mail, {
      effectKey: `notice:${contract.id}:${ends_on}:${side}:${days}:${recipient_id}`,
      customerId: contract.customerId,
      referencesId: `<contract-${contract.id}@accord.local>`,
    })
    sent.push({ ...keyed(notice), contract_id: contract.id, mail_id: mailId, email: recipient.email })
  }
  if (!sent.length) return
  await run(
    `update notice_delivery d set status = 'QUEUED', mail_id = x.mail_id, email = x.email
     from jsonb_to_recordset($1::jsonb) as x(contract_id uuid, ${KEYS}, mail_id uuid, email text) where ${SAME}`,
    [JSON.stringify(sent)],
  )
}

function linkOf(contractId: string, { kind, mayOpen }: Recipient, publicUrl: string): NoticeLink | null {
  if (!mayOpen) return null
  const label = { tr: 'Sözleşmeyi aç', en: 'Open the contract' }
  return kind === 'TECHNICIAN'
    ? { url: `${publicUrl}/contracts/${contractId}`, label }
    : { url: `${publicUrl}/portal/contracts`, label }
}

/** What mails are made with. */
export interface Surroundings {
  templates: Templates
  publicUrl: string
  today: Day
}

/** Writes all of a step. */
export async function writeStep(run: Run, contract: LoadedContract, step: Step, around: Surroundings): Promise<void> {
  await writeTerms(run, contract, step.terms)
  await writeRemoved(run, contract, step.remove)
  await writePlanned(run, contract, step.plan)
  await writeSkipped(run, contract, step.skip)
  await writeSent(run, contract, step, around)
}

/** Notices of a contract's end: planned, sent once, skipped with a reason, and told by whoever asks. */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '../../src/features/contracts/renewal/sweep.ts'
import { afterEnd, before, entered, notices, sweepParts, systemPool, terms, type Given } from '../contracts.ts'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let pool: pg.Pool
let boss: Awaited<ReturnType<House['seed']['technician']>>
beforeAll(async () => {
  house = await openHouse()
  pool = systemPool(house)
  boss = await house.seed.technician({ name: 'Derya Yönetici', administrator: true })
})
afterAll(async () => {
  await pool?.end()
  await house?.close()
})

const swept = async (...at: string[]) => {
  for (const each of at) {
    house.setClock(each)
    expect((await sweep(sweepParts(house, pool))).failed).toEqual([])
  }
}
const make = async (given: Given, customer?: { id: string }) =>
  entered(house, pool, customer ?? (await house.seed.customer()), given)
const span = { startsOn: '2026-01-01', endsOn: '2026-06-30' }
const mailsTo = (address: string) =>
  house.sql<{ subject: string; body_text: string; message_id: string; customer_id: string }>(
    'select subject, body_text, message_id, customer_id from outgoing_mail where to_address = $1 order by created_at, id',
    [address],
  )
const asked = async (who: Who, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await house.ask(who, query, variables)
  expect(answer.errors).toBeUndefined()
  return answer.data
}

describe('what is sent', () => {
  test('once, at nine o’clock of its day, in the language of the recipient, with what the template says', async () => {
    const customer = await house.seed.customer({ name: 'Anadolu Lojistik' })
    const [tr, en] = [await house.seed.contact(customer, { company: true }), await house.seed.contact(customer)]
    await house.sql(`update contact set locale = 'en' where id = $1`, [en.id])
    const { id } = await make({ ...span, notices: [before(30)], users: [boss], contacts: [tr, en] }, customer)
    await swept('2026-05-31T08:59:59+03:00')
    expect(await mailsTo(boss.email)).toEqual([])
    await swept('2026-05-31T09:00:01+03:00', '2026-05-31', '2026-05-31T07:00:00+03:00', '2026-06-02')
    const [mail, ...more] = await mailsTo(boss.email)
    expect(more).toEqual([])
    expect(mail!.subject).toMatch(/^C-1999-\d{4} Sözleşme \d+: bitişine 30 gün kaldı$/)
    expect(mail!.body_text).toContain('Anadolu Lojistik')
    expect(mail!.body_text).toContain('30 Haziran 2026')
    expect(mail!.body_text).toContain('Sözleşme otomatik yenilenmez.')
    expect(mail!.body_text).toContain(`/contracts/${id}`)
    expect(mail!.customer_id).toBe(customer.id)
    expect((await mailsTo(tr.email!))[0]!.body_text).toContain('/portal/contracts')
    const [english] = await mailsTo(en.email!)
    expect(english!.body_text).toContain('ends on 30 June 2026, in 30 days')
    // Who may not see contracts gets no link to them.
    expect(english!.body_text).not.toContain('http')
    const data = await asked(
      { cookie: boss.cookie },
      `query ($id: ID!) { contract(id: $id) { noticeDeliveries { totalCount nodes { dueOn endsOn side days status sentAt skipReason failure email recipient { __typename name } } } } }`,
      { id },
    )
    expect(data.contract.noticeDeliveries.totalCount).toBe(3)
    expect(data.contract.noticeDeliveries.nodes).toContainEqual({
      dueOn: '2026-05-31',
      endsOn: '2026-06-30',
      side: 'BEFORE_END',
      days: 30,
      status: 'QUEUED',
      sentAt: null,
      skipReason: null,
      failure: null,
      email: boss.email,
      recipient: { __typename: 'Technician', name: 'Derya Yönetici' },
    })
  })

  test('R9: after 45 days off, one notice that it has ended, and none of those before', async () => {
    const technician = await house.seed.technician()
    const { id } = await make({
      ...span,
      notices: [before(30), before(7), before(0), afterEnd(1), afterEnd(15), afterEnd(30), afterEnd(60)],
      users: [technician],
    })
    await swept('2026-05-20', '2026-08-10')
    expect(await notices(house, id)).toEqual([
      '2026-05-31 -30 ENDED',
      '2026-06-23 -7 ENDED',
      '2026-06-30 -0 ENDED',
      '2026-07-01 +1 LATER_ONE_SENT',
      '2026-07-15 +15 LATER_ONE_SENT',
      '2026-07-30 +30 QUEUED',
      '2026-08-29 +60 PLANNED',
    ])
    const [mail] = await mailsTo(technician.email)
    expect(mail!.subject).toContain('30 Haziran 2026 tarihinde sona erdi')
    // The days that have gone by, not those that were planned.
    expect(mail!.body_text).toContain('41 gün önce')
  })

  test('a missed notice that is still true goes out late, with the days that are left', async () => {
    const technician = await house.seed.technician()
    const { id } = await make({ ...span, notices: [before(30)], users: [technician] })
    await swept('2026-06-20')
    expect(await notices(house, id)).toEqual(['2026-05-31 -30 QUEUED'])
    expect((await mailsTo(technician.email))[0]!.subject).toContain('bitişine 10 gün kaldı')
  })

  test('nobody is told who is passive, has no address, belongs to a passive customer, or may not see the customer', async () => {
    const customer = await house.seed.customer()
    const gone = await house.seed.technician({ restricted: true, customers: [customer] })
    await make(
      {
        ...span,
        notices: [before(10)],
        users: [await house.seed.technician({ active: false }), gone],
        contacts: [
          await house.seed.contact(customer, { active: false }),
          await house.seed.contact(customer, { email: null }),
        ],
      },
      customer,
    )
    await house.sql('delete from technician_customer where technician_id = $1', [gone.id])
    const passive = await house.seed.customer({ active: false })
    await make({ ...span, notices: [before(10)], contacts: [await house.seed.contact(passive)] }, passive)
    await swept('2026-06-20')
    const rows = await house.sql<{ reason: string }>(
      'select skip_reason as reason from notice_delivery where customer_id = any ($1) order by 1',
      [[customer.id, passive.id]],
    )
    expect(rows.map(({ reason }) => reason)).toEqual(['NO_ADDRESS', 'OUT_OF_REACH', 'PASSIVE', 'PASSIVE', 'PASSIVE'])
  })

  test('a renewed end sends no “after” notices, on the very same day neither', async () => {
    const technician = await house.seed.technician()
    const { id } = await make({
      ...span,
      notices: [before(3), afterEnd(1)],
      users: [technician],
      renewal: { count: 6, unit: 'MONTH' },
    })
    await swept('2026-06-27', '2026-07-01')
    expect(await notices(house, id)).toEqual(['2026-06-27 -3 QUEUED', '2026-12-28 -3 PLANNED', '2027-01-01 +1 PLANNED'])
    expect((await mailsTo(technician.email))[0]!.body_text).toContain('Sözleşme otomatik olarak yenilenir.')
  })
})

describe('by hand', () => {
  const create = `mutation ($input: CreateContractInput!) { createContract(input: $input) { contract { id version endsOn status viewerCanRenew } errors { code message path } } }`
  const update = `mutation ($input: UpdateContractInput!) { updateContract(input: $input) { contract { id version } errors { code message path } } }`
  const renew = `mutation ($input: RenewContractInput!) { renewContract(input: $input) { contract { version endsOn status viewerCanRenew terms { startsOn endsOn origin } plan { title } planChanges { fromOn revision } } errors { code message path } } }`
  const terminate = `mutation ($input: TerminateContractInput!) { terminateContract(input: $input) { contract { version startsOn endsOn status daysLeft terminatedOn terminationReason viewerCanRenew terms { startsOn endsOn } } errors { code message path } } }`
  const who = () => ({ cookie: boss.cookie })
  const made = async (more: object = {}) => {
    const customer = await house.seed.customer()
    const type = await house.seed.contractType()
    const data = await asked(who(), create, {
      input: {
        customerId: customer.id,
        typeId: type.id,
        name: 'Bakım',
        startsOn: '2026-01-31',
        endsOn: '2026-02-27',
        notices: [
          { side: 'BEFORE_END', days: 20 },
          { side: 'BEFORE_END', days: 5 },
          { side: 'AFTER_END', days: 2 },
        ],
        noticeUserIds: [boss.id],
        ...more,
      },
    })
    expect(data.createContract.errors).toEqual([])
    return { ...data.createContract.contract, customer } as { id: string; version: number; customer: { id: string } }
  }

  test('dates that have passed when a notice is set are skipped, and what moves is planned anew', async () => {
    house.setClock('2026-02-10')
    const { id, version } = await made()
    expect(await notices(house, id)).toEqual([
      '2026-02-07 -20 DATE_PASSED',
      '2026-02-22 -5 PLANNED',
      '2026-03-01 +2 PLANNED',
    ])
    await swept('2026-02-22')
    const moved = await asked(who(), update, { input: { id, version, endsOn: '2026-03-31' } })
    expect(moved.updateContract.errors).toEqual([])
    expect(await notices(house, id)).toEqual([
      '2026-02-07 -20 DATE_PASSED',
      '2026-02-22 -5 QUEUED',
      '2026-03-11 -20 PLANNED',
      '2026-03-26 -5 PLANNED',
      '2026-04-02 +2 PLANNED',
    ])
    const fewer = await asked(who(), update, {
      input: { id, version: moved.updateContract.contract.version, notices: [{ side: 'AFTER_END', days: 2 }] },
    })
    expect(fewer.updateContract.errors).toEqual([])
    expect((await notices(house, id)).slice(2)).toEqual(['2026-04-02 +2 PLANNED'])
  })

  test('a draft plans nothing until it holds', async () => {
    house.setClock('2026-02-10')
    const { id, version } = await made({ draft: true })
    expect(await notices(house, id)).toEqual([])
    const data = await asked(
      who(),
      `mutation ($input: ActivateContractInput!) { activateContract(input: $input) { errors { code } } }`,
      { input: { id, version } },
    )
    expect(data.activateContract.errors).toEqual([])
    expect(await notices(house, id)).toHaveLength(3)
  })

  test('renewing before the end: another period, the rest of the old notices skipped, once for one key', async () => {
    house.setClock('2026-02-10')
    const plan = await house.seed.plan({ title: 'Altın' })
    const { id, version } = await made()
    const input = { id, version, period: { count: 2, unit: 'MONTH' }, planId: plan.id, idempotencyKey: `r-${id}` }
    const data = await asked(who(), renew, { input })
    expect(data.renewContract).toEqual({
      errors: [],
      contract: {
        version: version + 1,
        endsOn: '2026-04-29',
        status: 'ACTIVE',
        viewerCanRenew: true,
        plan: null,
        planChanges: [{ fromOn: '2026-02-28', revision: 1 }],
        terms: [
          { startsOn: '2026-01-31', endsOn: '2026-02-27', origin: 'INITIAL' },
          { startsOn: '2026-02-28', endsOn: '2026-04-29', origin: 'MANUAL' },
        ],
      },
    })
    expect(await asked(who(), renew, { input })).toEqual(data)
    expect(await terms(house, id)).toHaveLength(2)
    expect(await notices(house, id)).toEqual([
      '2026-02-07 -20 DATE_PASSED',
      '2026-02-22 -5 RENEWED',
      '2026-03-01 +2 RENEWED',
      '2026-04-09 -20 PLANNED',
      '2026-04-24 -5 PLANNED',
      '2026-05-01 +2 PLANNED',
    ])
    const stale = await asked(who(), renew, { input: { id, version, period: { count: 1, unit: 'MONTH' } } })
    expect(stale.renewContract.errors[0].code).toBe('CONFLICT')
    const [event] = await house.sql(`select changes from audit_event where subject_id = $1 and action = 'RENEWED'`, [
      id,
    ])
    expect(event).toEqual({
      changes: [
        { field: 'endsOn', from: '2026-02-27', to: '2026-04-29' },
        { field: 'plan', from: null, to: 'Altın' },
      ],
    })
  })

  test('renewing after the end goes on the day after it; a term off the anchor sets a new one', async () => {
    house.setClock('2026-02-10')
    const { id, version } = await made({ renewalPeriod: { count: 1, unit: 'MONTH' } })
    house.setClock('2026-03-05')
    await asked(who(), renew, { input: { id, version, period: { count: 10, unit: 'DAY' } } })
    await asked(who(), renew, { input: { id, version: version + 1 } })
    expect(await terms(house, id)).toEqual(['2026-01-31 2026-02-27', '2026-02-28 2026-03-09', '2026-03-10 2026-04-09'])
  })

  test('what cannot be renewed says why', async () => {
    house.setClock('2026-02-10')
    const draft = await made({ draft: true })
    const passive = await made()
    await house.sql('update customer set active = false where id = $1', [passive.customer.id])
    const plain = await made()
    const problem = async (contract: { id: string; version: number }, more: object = {}) =>
      (await asked(who(), renew, { input: { id: contract.id, version: contract.version, ...more } })).renewContract
        .errors[0]
    expect(await problem(draft)).toMatchObject({ code: 'NOT_ALLOWED', path: ['id'] })
    expect(await problem(passive)).toMatchObject({ code: 'NOT_ALLOWED', path: ['id'] })
    expect(await problem(plain)).toMatchObject({ code: 'REQUIRED', path: ['period'] })
    const period = (count: number, unit: string) => problem(plain, { period: { count, unit } })
    expect(await period(0, 'DAY')).toMatchObject({ code: 'INVALID', path: ['period', 'count'] })
    // F13
    expect(await period(2_000_000_000, 'YEAR')).toMatchObject({ code: 'INVALID', path: ['period', 'count'] })
    expect(await period(1_000, 'YEAR')).toMatchObject({ code: 'INVALID', path: ['period'] })
    expect(await problem({ id: boss.id, version: 1 })).toMatchObject({ code: 'NOT_FOUND', path: ['id'] })
    expect(await terms(house, plain.id)).toHaveLength(1)
  })

  test('terminating cuts the term, skips what was planned, and ends renewal', async () => {
    house.setClock('2026-02-10')
    const { id, version } = await made({ autoRenew: true, renewalPeriod: { count: 1, unit: 'MONTH' } })
    const data = await asked(who(), terminate, { input: { id, version, on: '2026-02-15', reason: ' Taşındılar ' } })
    expect(data.terminateContract).toEqual({
      errors: [],
      contract: {
        version: version + 1,
        startsOn: '2026-01-31',
        endsOn: '2026-02-15',
        status: 'ACTIVE',
        daysLeft: 6,
        terminatedOn: '2026-02-15',
        terminationReason: 'Taşındılar',
        viewerCanRenew: false,
        terms: [{ startsOn: '2026-01-31', endsOn: '2026-02-15' }],
      },
    })
    expect((await notices(house, id)).slice(1)).toEqual(['2026-02-22 -5 TERMINATED', '2026-03-01 +2 TERMINATED'])
    await swept('2026-03-15')
    expect(await terms(house, id)).toHaveLength(1)
    const { contract } = await asked(who(), `query ($id: ID!) { contract(id: $id) { status daysLeft } }`, { id })
    expect(contract).toEqual({ status: 'TERMINATED', daysLeft: null })
    const again = await asked(who(), terminate, { input: { id, version: version + 1, on: '2026-02-14', reason: 'x' } })
    expect(again.terminateContract.errors[0]).toMatchObject({ code: 'NOT_ALLOWED', path: ['id'] })
  })

  test('terminating asks for a day of the contract and a reason; one that has not begun never begins', async () => {
    house.setClock('2026-01-10')
    const { id, version } = await made()
    const problem = async (more: object) =>
      (await asked(who(), terminate, { input: { id, version, on: '2026-02-01', reason: 'x', ...more } }))
        .terminateContract.errors[0]
    expect(await problem({ reason: '  ' })).toMatchObject({ code: 'REQUIRED', path: ['reason'] })
    expect(await problem({ reason: 'x'.repeat(2_001) })).toMatchObject({ code: 'INVALID', path: ['reason'] })
    expect(await problem({ on: '2026-01-09' })).toMatchObject({ code: 'INVALID', path: ['on'] })
    expect(await problem({ on: '2026-02-28' })).toMatchObject({ code: 'INVALID', path: ['on'] })
    const data = await asked(who(), terminate, { input: { id, version, on: '2026-01-10', reason: 'Vazgeçtiler' } })
    expect(data.terminateContract).toMatchObject({
      errors: [],
      contract: { status: 'TERMINATED', startsOn: '2026-01-31', endsOn: '2026-02-27', terms: [] },
    })
    await swept('2026-04-01')
    expect((await notices(house, id)).every((line) => /TERMINATED|DATE_PASSED/.test(line))).toBe(true)
  })
})

describe('a notice that the mail server refused', () => {
  const again = `mutation ($input: SendNoticeAgainInput!) { sendNoticeAgain(input: $input) { noticeDelivery { status failure } errors { code path } } }`

  test('is shown as failed and sent again by whoever writes contracts', async () => {
    const technician = await house.seed.technician()
    const customer = await house.seed.customer()
    const { id } = await make({ ...span, notices: [before(30)], users: [technician] }, customer)
    await swept('2026-05-31')
    const [row] = await house.sql<{ id: string }>('select id from notice_delivery where contract_id = $1', [id])
    const input = { input: { id: row!.id } }
    const early = await asked({ cookie: boss.cookie }, again, input)
    expect(early.sendNoticeAgain.errors).toEqual([{ code: 'NOT_ALLOWED', path: ['id'] }])
    await house.sql(
      `update outgoing_mail set status = 'FAILED', failure = '550 no such user', attempts = 1 where to_address = $1`,
      [technician.email],
    )
    const query = `query ($id: ID!) { contract(id: $id) { noticeDeliveries { nodes { status failure } } } }`
    expect((await asked({ cookie: boss.cookie }, query, { id })).contract.noticeDeliveries.nodes).toEqual([
      { status: 'FAILED', failure: '550 no such user' },
    ])
    const reader = await house.seed.technician({ permissions: ['CONTRACTS_READ'] })
    expect((await house.ask({ cookie: reader.cookie }, again, input)).errors![0]!.extensions['code']).toBe('FORBIDDEN')
    const elsewhere = await house.seed.technician({
      permissions: ['CONTRACTS_READ', 'CONTRACTS_WRITE'],
      restricted: true,
    })
    expect((await asked({ cookie: elsewhere.cookie }, again, input)).sendNoticeAgain.errors).toEqual([
      { code: 'NOT_FOUND', path: ['id'] },
    ])
    const data = await asked({ cookie: boss.cookie }, again, input)
    expect(data.sendNoticeAgain).toEqual({ noticeDelivery: { status: 'QUEUED', failure: null }, errors: [] })
  })
})

describe('who is told what was told', () => {
  test('staff with the permission alone; names of the customer’s people need theirs', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer, { company: true })
    const { id } = await make({ ...span, notices: [before(30)], contacts: [person] }, customer)
    const query = `query ($id: ID!) { contract(id: $id) { noticeDeliveries { nodes { dueOn } } } }`
    const code = async (who: Who, text = query) => (await house.ask(who, text, { id })).errors?.[0]?.extensions['code']
    const reader = await house.seed.technician({ permissions: ['CONTRACTS_READ'] })
    expect(await code({ cookie: reader.cookie })).toBeUndefined()
    expect(await code({ cookie: reader.cookie }, query.replace('dueOn', 'recipient { name }'))).toBe('FORBIDDEN')
    expect(await code({ cookie: person.cookie })).toBe('FORBIDDEN')
    const { key } = await house.seed.key(boss, { permissions: ['CONTRACTS_READ'] })
    expect(await code({ key })).toBe('FORBIDDEN')
  })
})

describe('texts of notices', () => {
  const list = `{ noticeTemplates { id version side locale subject body } }`
  const change = `mutation ($input: UpdateNoticeTemplateInput!) { updateNoticeTemplate(input: $input) { noticeTemplate { version subject } errors { code message path } } }`
  const preview = `query ($template: NoticeTemplatePreviewInput!) { noticeTemplatePreview(template: $template) { subject text } }`
  const who = () => ({ cookie: boss.cookie })

  test('there is one for each side and language', async () => {
    const { noticeTemplates } = await asked(who(), list)
    expect(noticeTemplates.map(({ side, locale }: { side: string; locale: string }) => `${side} ${locale}`)).toEqual([
      'BEFORE_END TR',
      'BEFORE_END EN',
      'AFTER_END TR',
      'AFTER_END EN',
    ])
  })

  test('I10: a changed text is used from then on, and nothing but placeholders is filled', async () => {
    const [template] = (await asked(who(), list)).noticeTemplates
    const input = {
      id: template.id,
      version: template.version,
      subject: '{contract} bitiyor',
      body: 'Sayın {recipient},\n\n{days} gün.',
    }
    const bad = await asked(who(), change, { input: { ...input, body: 'Merhaba {{constructor}} {isim}' } })
    expect(bad.updateNoticeTemplate.errors).toEqual([
      {
        code: 'INVALID',
        path: ['body'],
        message:
          'Unknown placeholder: {constructor} {isim} { }. These can be used: {recipient} {customer} {contract} {reference} {type} {startsOn} {endsOn} {days} {renewal}.',
      },
    ])
    const good = await asked(who(), change, { input })
    expect(good.updateNoticeTemplate).toEqual({
      noticeTemplate: { version: template.version + 1, subject: '{contract} bitiyor' },
      errors: [],
    })
    const stale = await asked(who(), change, { input })
    expect(stale.updateNoticeTemplate.errors[0].code).toBe('CONFLICT')
    const technician = await house.seed.technician({ name: '{days} <b>' })
    await make({ ...span, notices: [before(30)], users: [technician] })
    await swept('2026-05-31')
    const [mail] = await mailsTo(technician.email)
    expect(mail!.subject).toMatch(/^Sözleşme \d+ bitiyor$/)
    expect(mail!.body_text).toContain('Sayın {days} <b>,\n\n30 gün.')
    await asked(who(), change, {
      input: { id: template.id, version: template.version + 1, subject: template.subject, body: template.body },
    })
  })

  test('a preview shows an example and refuses what saving refuses', async () => {
    house.setClock('2026-05-31')
    const template = {
      side: 'BEFORE_END',
      locale: 'EN',
      subject: '{contract} until {endsOn}',
      body: '{days} days.\n\n{renewal}',
    }
    const { noticeTemplatePreview } = await asked(who(), preview, { template })
    expect(noticeTemplatePreview.subject).toBe('On-site support until 30 June 2026')
    expect(noticeTemplatePreview.text).toContain('30 days.\n\nThe contract renews itself.')
    const refused = await house.ask(who(), preview, { template: { ...template, subject: '{nope}' } })
    expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    const clerk = await house.seed.technician({ permissions: ['CONTRACTS_WRITE', 'CONTRACTS_READ'] })
    expect((await house.ask({ cookie: clerk.cookie }, preview, { template })).errors![0]!.extensions['code']).toBe(
      'FORBIDDEN',
    )
    expect((await house.ask({ cookie: clerk.cookie }, list)).errors![0]!.extensions['code']).toBe('FORBIDDEN')
  })
})

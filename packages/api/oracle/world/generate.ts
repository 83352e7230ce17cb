import type { Dice } from '../dice.ts'
import { always, instant, longAgo, never } from './instants.ts'
import { addAttachments, addJobs } from './attachments.ts'
import { addEvents, addMails } from './history.ts'
import { addContacts, addCustomers } from './people.ts'
import { addContracts } from './contracts.ts'
import { addPlans } from './plans.ts'
import type { World } from './rows.ts'
import { addStaff } from './staff.ts'
import { addAssets, addTickets } from './tickets.ts'
import { addTime } from './time.ts'

/**
 * A small house full of people. Some are always there (every kind of principal, with rights and without), the rest is
 * as the dice fall. A new feature adds its rows here, after those that they refer to.
 */
export function makeWorld(dice: Dice, today: string): World {
  const world: World = {
    today,
    contractTypes: [],
    contracts: [],
    terms: [],
    contractPlans: [],
    notices: [],
    noticeUsers: [],
    noticeContacts: [],
    templates: [],
    deliveries: [],
    timeEntries: [],
    timers: [],
    customers: [],
    groups: [],
    contacts: [],
    roles: [],
    technicians: [],
    authorizations: [],
    keys: [],
    keyCustomers: [],
    events: [],
    mails: [],
    assets: [],
    tickets: [],
    comments: [],
    approvals: [],
    attachments: [],
    jobs: [],
    jobRows: [],
    calendars: [],
    plans: [],
    revisions: [],
    idempotency: [],
    accounts: [],
    sessions: [],
    secrets: new Map(),
    missing: dice.times(3, () => dice.uuid()),
    mailServer: false,
  }
  addCustomers(dice, world)
  addContacts(dice, world)
  addStaff(dice, world)
  addAssets(dice, world)
  addTickets(dice, world)
  addAttachments(dice, world)
  addJobs(dice, world)
  addPlans(dice, world)
  addContracts(dice, world)
  addTime(dice, world)
  addMails(dice, world)
  addEvents(dice, world)
  addIdempotency(dice, world)
  addSessions(dice, world)
  return world
}

/** Everybody has a session, also those who may not use it any more; some have others besides, or one that ended. */
function addSessions(dice: Dice, world: World): void {
  const browsers = [
    [null, null],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    ['curl/8.5.0', 'curl'],
  ] as const
  for (const { id } of world.accounts) {
    for (let number = 0; number < (dice.chance(20) ? 2 : 1); number += 1) addSession(id, dice.chance(5))
    if (dice.chance(10)) addSession(id, true)
  }

  function addSession(accountId: string, expired: boolean): void {
    const [userAgent, device] = dice.pick(browsers)
    world.sessions.push({
      id: dice.uuid(),
      accountId,
      token: dice.hex(32),
      userAgent,
      device,
      ipAddress: dice.maybe(30, () => '192.0.2.7'),
      createdAt: instant(dice, { whole: true }),
      lastSeenAt: dice.chance(50) ? always : never,
      expiresAt: expired ? longAgo : never,
      expired,
    })
  }
}

function addIdempotency(dice: Dice, world: World): void {
  const principals = [
    ...dice.some(world.technicians, 3, 5),
    ...dice.some(world.contacts, 2, 4),
    ...dice.some(world.keys, 2, 3),
  ]
  for (const { id } of principals) world.idempotency.push({ principalId: id, key: dice.hex(6) })
}

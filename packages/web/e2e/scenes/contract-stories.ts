import { ADMIN, ask, change } from '../lib/accord.ts'
import { contractType, day, makeContract, type ContractInput } from '../lib/contracts.ts'

/** Ids of contracts that look as the scenes want them. */
export interface ContractStories {
  /** In force, renewed once, with notices that were skipped and that wait. */
  running: string
  /** Ends within days, and nothing follows. */
  ending: string
  draft: string
  expired: string
  terminated: string
  /** Whose contracts they are. */
  customer: string
  /** Some contract type. */
  type: string
}

type Rows = { nodes: { id: string; name: string }[] }
type Staff = { nodes: { id: string; role: { onlyAuthorizedCustomers: boolean } }[] }

/** Makes contracts of every state with a customer of the demo data. */
export async function tellContractStories(): Promise<ContractStories> {
  const known = await ask<{ customers: Rows; technicians: Staff; servicePlans: Rows }>(
    ADMIN,
    `{
      customers(first: 1, filter: { text: "Anadolu Lojistik" }) { nodes { id name } }
      technicians(first: 50, filter: { active: true }) { nodes { id role { onlyAuthorizedCustomers } } }
      servicePlans(first: 10, filter: { active: true }) { nodes { id name: title } }
    }`,
  )
  const customer = known.customers.nodes[0] ?? { id: '' }
  const { contacts } = await ask<{ contacts: Rows }>(
    ADMIN,
    'query ($id: ID!) { contacts(first: 3, filter: { customerId: $id, active: true }) { nodes { id name } } }',
    { id: customer.id },
  )
  const people = {
    // Who is told must see the customer.
    noticeUserIds: known.technicians.nodes
      .filter(({ role }) => !role.onlyAuthorizedCustomers)
      .slice(0, 2)
      .map(({ id }) => id),
    noticeContactIds: contacts.nodes.slice(0, 1).map(({ id }) => id),
  }
  const [maintenance, sla] = [await contractType('Bakım sözleşmesi'), await contractType('SLA', true)]
  const plan = known.servicePlans.nodes[0]?.id
  const make = (given: ContractInput) => makeContract(customer, { typeId: maintenance.id, planId: plan, ...given })

  const running = await make({
    name: 'Bakım ve destek',
    description: 'Merkez ve Gebze deposu; yerinde destek iş günlerinde, uzaktan destek her gün.',
    startsOn: day(-324),
    endsOn: day(40),
    autoRenew: true,
    renewalPeriod: { count: 12, unit: 'MONTH' },
    notices: [
      { side: 'BEFORE_END', days: 90 },
      { side: 'BEFORE_END', days: 60 },
      { side: 'BEFORE_END', days: 30 },
      { side: 'BEFORE_END', days: 7 },
      { side: 'AFTER_END', days: 5 },
    ],
    ...people,
  })
  const ending = await make({
    name: 'Yazıcı kiralama',
    typeId: sla.id,
    startsOn: day(-354),
    endsOn: day(10),
    notices: [{ side: 'BEFORE_END', days: 7 }],
    ...people,
  })
  const draft = await make({ name: 'Ağ yenileme projesi', startsOn: day(15), endsOn: day(195), draft: true })
  await make({ name: 'Felaket kurtarma', typeId: sla.id, startsOn: day(20), endsOn: day(384) })
  const expired = await make({ name: 'Sunucu bakımı', startsOn: day(-400), endsOn: day(-36) })
  const doomed = await make({ name: 'Kablolama', startsOn: day(-300), endsOn: day(64) })
  await change('terminateContract', 'contract { id }', {
    id: doomed.id,
    version: doomed.version,
    on: day(-1),
    reason: 'Depo Tuzla’ya taşındı; kablolama yeni binada kiralayana ait.',
  })
  return {
    running: running.id,
    ending: ending.id,
    draft: draft.id,
    expired: expired.id,
    terminated: doomed.id,
    customer: customer.id,
    type: sla.id,
  }
}

/** Makes customers and people for a test, ready to sign in. */
import { ADMIN, ask, change, setPassword, unique, uniqueEmail } from './accord.ts'

export interface Made {
  id: string
  name: string
}
export interface MadePerson extends Made {
  email: string
}

export async function makeCustomer(
  given: { name?: string; kind?: 'INTERNAL'; technicianIds?: string[] } = {},
): Promise<Made> {
  const { customer } = await change<{ customer: Made }>('createCustomer', 'customer { id name }', {
    ...given,
    name: given.name ?? unique('Marmara Kâğıt'),
  })
  return customer
}

/** A contact who has accepted the invitation. */
export async function makeContact(
  of: Made,
  given: { name?: string; seesCompanyRecords?: boolean } = {},
): Promise<MadePerson> {
  const email = uniqueEmail()
  const input = { ...given, name: given.name ?? unique('Şule'), email, customerId: of.id }
  const { contact } = await change<{ contact: Made }>('createContact', 'contact { id name }', input)
  await change('inviteContact', 'contact { id }', { contactId: contact.id })
  await setPassword(await invitedToken(email))
  return { ...contact, email }
}

/** A technician with a role of the demo data, who has accepted the invitation. */
export async function makeTechnician(given: { name?: string; role?: string } = {}): Promise<MadePerson> {
  const email = uniqueEmail()
  const input = { name: given.name ?? unique('Işıl'), email, roleId: await roleId(given.role ?? 'Saha teknisyeni') }
  const { technician } = await change<{ technician: Made }>('createTechnician', 'technician { id name }', input)
  await change('inviteTechnician', 'technician { id }', { technicianId: technician.id })
  await setPassword(await invitedToken(email))
  return { ...technician, email }
}

/** A role with some permissions. */
export async function makeRole(given: {
  name?: string
  permissions: string[]
  onlyAuthorizedCustomers?: boolean
}): Promise<Made> {
  const input = { onlyAuthorizedCustomers: false, ...given, name: given.name ?? unique('Rol') }
  const { role } = await change<{ role: Made }>('createRole', 'role { id name }', input)
  return role
}

async function roleId(name: string): Promise<string> {
  const { roles } = await ask<{ roles: Made[] }>(ADMIN, '{ roles { id name } }')
  const role = roles.find((candidate) => candidate.name === name)
  if (!role) throw new Error(`There is no role ${name}`)
  return role.id
}

/** The token of the latest link that was sent to an address. */
async function invitedToken(email: string): Promise<string> {
  const query = 'query ($email: String) { mails(first: 1, filter: { text: $email }) { nodes { text } } }'
  const { mails } = await ask<{ mails: { nodes: { text: string }[] } }>(ADMIN, query, { email })
  const [, token] = /\/(?:invite|reset)\/(\S+)/.exec(mails.nodes[0]?.text ?? '') ?? []
  if (!token) throw new Error(`No link was sent to ${email}`)
  return token
}

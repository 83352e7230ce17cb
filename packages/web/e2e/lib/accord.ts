/** The program as other programs use it: to make what a test starts from, and to ask what a partner would. */
import { randomBytes } from 'node:crypto'
import { programUrl } from './address.ts'

/** Everybody of the demo data, and everybody whom tests invite, has it. */
export const PASSWORD = 'Demo-Parola-1'
export const ADMIN = 'admin@demo.accord'

/** A name or address that no other test uses. */
export const unique = (name: string): string => `${name} ${randomBytes(3).toString('hex')}`
export const uniqueEmail = (): string => `kisi-${randomBytes(4).toString('hex')}@deneme.example`

export interface Cookie {
  name: string
  value: string
}

/** Signs in and gives the session's cookie. */
export async function signInByApi(email: string, password = PASSWORD): Promise<Cookie> {
  const response = await post('/api/auth/sign-in/email', { email, password })
  const [cookie] = response.headers.getSetCookie()
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie ?? '') ?? []
  if (!response.ok || !name || value === undefined) throw new Error(`${email} cannot sign in: ${response.status}`)
  return { name, value }
}

const sessions = new Map<string, Promise<Cookie>>()

/** The session that this worker shares for somebody; a test that ends sessions signs in by itself. */
export function sessionOf(email: string): Promise<Cookie> {
  const known = sessions.get(email)
  if (known) return known
  const session = signInByApi(email)
  sessions.set(email, session)
  return session
}

/** Sets the password that the link of a mail asks for. */
export async function setPassword(token: string, newPassword = PASSWORD): Promise<void> {
  const response = await post('/api/auth/reset-password', { token, newPassword })
  if (!response.ok) throw new Error(`The password could not be set: ${await response.text()}`)
}

/** Asks as somebody; a refusal is an error. */
export async function ask<Data>(who: string, query: string, variables: object = {}): Promise<Data> {
  const { name, value } = await sessionOf(who)
  const response = await post('/graphql', { query, variables }, { cookie: `${name}=${value}` })
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] }
  if (errors) throw new Error(`${errors.map(({ message }) => message).join('; ')}\n${query}`)
  return data
}

/** Inputs whose names are not those of their mutations. */
const INPUTS: Record<string, string> = {
  inviteContact: 'InviteInput',
  setContactActive: 'SetActiveInput',
  deleteTimeEntry: 'DeleteInput',
}

/** Does one mutation as the administrator and gives the thing that it answers with. */
export const change = <Thing>(mutation: string, selection: string, input: object): Promise<Thing> =>
  changeAs<Thing>(ADMIN, mutation, selection, input)

/** Does one mutation as somebody; what the payload has against it is an error. */
export async function changeAs<Thing>(who: string, mutation: string, selection: string, input: object): Promise<Thing> {
  const type = INPUTS[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const text = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${selection} errors { code message } } }`
  const { done } = await ask<{ done: Thing & { errors: { message: string }[] } }>(who, text, { input })
  if (done.errors.length > 0) throw new Error(`${mutation}: ${done.errors.map(({ message }) => message).join('; ')}`)
  return done
}

function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const url = programUrl()
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(body),
  })
}

import { readText } from '../core/files.ts'
import type { Env } from './env.ts'

const DEMO_PEOPLE = [
  ['admin@demo.accord', 'administrator', 'yönetici'],
  ['genel.teknisyen@demo.accord', 'technician, every customer', 'teknisyen, bütün müşteriler'],
  ['teknisyen@demo.accord', 'technician, two customers only', 'teknisyen, yalnızca iki müşteri'],
  ['muhasebe@demo.accord', 'back office', 'arka ofis'],
  ['kisi@anadolu.demo', 'contact, own records', 'kişi, kendi kayıtları'],
  ['yetkili@anadolu.demo', 'contact, records of the company', 'kişi, şirketin kayıtları'],
  ['grup@anadolu.demo', 'contact, records of a group', 'kişi, grubun kayıtları'],
  ['kisi@ege.demo', 'contact of another company', 'başka şirketin kişisi'],
] as const

/**
 * What a person needs to begin, on one screen and in both languages.
 * @param demoKey the file with the demo partner's key, or null without demo data
 */
export function startScreen(env: Env, url: string, demoKey: string | null): string {
  const row = (label: string, value: string) => `  ${label.padEnd(24)}${value}`
  const lines = ['', `  Accord  →  ${url}`, '']
  if (demoKey) {
    lines.push(row('Password · Parola', 'Demo-Parola-1'))
    for (const [mail, english, turkish] of DEMO_PEOPLE) lines.push(row('', `${mail.padEnd(30)}${english} · ${turkish}`))
    lines.push(row('Partner key · Anahtar', readText(demoKey)?.trim() ?? ''))
  } else {
    lines.push(row('First sign-in · İlk giriş', 'pnpm admin:create --email … --name …'))
  }
  lines.push(row('Data · Veriler', env.database ? databaseName(env.database.url) : env.dataDir))
  lines.push(row('Stop · Durdur', 'Ctrl-C'), '')
  return lines.join('\n')
}

/** Server and database, without login and password. */
function databaseName(url: string): string {
  const { host, pathname } = new URL(url)
  return host + pathname
}

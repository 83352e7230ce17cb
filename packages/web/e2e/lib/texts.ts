import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Locale = 'tr' | 'en'
/** Says an English text of the program in the language of a visit; values fill its `{places}`. */
export type Say = (english: string, values?: Record<string, string | number>) => string

const SOURCES = join(import.meta.dirname, '../../src')

/** Both catalogs of each text: what a user reads in either language. */
function readCatalog(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const path of globSync('**/locales/tr.po', { cwd: SOURCES }))
    for (const [english, turkish] of entriesOf(readFileSync(join(SOURCES, path), 'utf8')))
      found.set(english, (found.get(english) ?? new Set()).add(turkish))
  return found
}

/** Pairs of a gettext file: text and translation. */
function entriesOf(po: string): [string, string][] {
  return po
    .split(/\n{2,}/)
    .filter((entry) => !entry.includes('\n#~') && !entry.startsWith('#~'))
    .map((entry): [string, string] => [textAfter('msgid', entry), textAfter('msgstr', entry)])
    .filter(([english]) => english !== '')
}

function textAfter(word: 'msgid' | 'msgstr', entry: string): string {
  const [, lines = ''] = new RegExp(`^${word} ((?:".*"\\n?)+)`, 'm').exec(`${entry}\n`) ?? []
  return [...lines.matchAll(/^"(.*)"$/gm)].map(([, line]) => JSON.parse(`"${line}"`) as string).join('')
}

let catalog: Map<string, Set<string>> | undefined

/**
 * The words of a language. An English text that no screen has is an error, and so is one that two screens translate
 * differently: a user must meet one word for one thing.
 */
export function texts(locale: Locale): Say {
  catalog ??= readCatalog()
  const known = catalog
  return (english, values = {}) => {
    const translations = [...(known.get(english) ?? [])]
    if (translations.length === 0) throw new Error(`No screen says “${english}”`)
    if (translations.length > 1) throw new Error(`“${english}” has several translations: ${translations.join(' · ')}`)
    const text = locale === 'en' ? english : translations[0]
    if (!text) throw new Error(`“${english}” is not translated`)
    return text
      .replaceAll(/<\/?\d+\/?>/g, '')
      .replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
  }
}

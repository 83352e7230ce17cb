import { i18n, type Messages } from '@lingui/core'

export type Locale = 'tr' | 'en'
export const LOCALES: { value: Locale; label: string }[] = [
  { value: 'tr', label: 'Türkçe' },
  { value: 'en', label: 'English' },
]

const KEY = 'accord-locale'
/** The texts of the entry; every other part is named by its module. */
const ENTRY = ''

const isLocale = (value: unknown): value is Locale => value === 'tr' || value === 'en'

/** The language chosen in this browser, or null when nobody has chosen yet. */
export function chosenLocale(): Locale | null {
  const value = localStorage.getItem(KEY)
  return isLocale(value) ? value : null
}

const browserLocale = (): Locale => (navigator.language.startsWith('tr') ? 'tr' : 'en')

/** What is on the page or on its way to it. Grows by each screen, and a change of the language fetches all of it. */
const parts = new Set([ENTRY])
const catalogs: Record<Locale, Messages> = { tr: {}, en: {} }
const loads = new Map<string, Promise<void>>()
let wanted: Locale | undefined
const wantedNow = (): Locale => (wanted ??= chosenLocale() ?? browserLocale())

interface PageTexts {
  entry: Record<Locale, Messages>
  files: Partial<Record<string, string>>
}
let read: PageTexts | undefined
/** What the build wrote into the page (`scripts/texts.ts`): the entry's texts and the files of the other parts. */
function page(): PageTexts {
  const written = document.getElementById('texts')?.textContent ?? '{}'
  return (read ??= { entry: { tr: {}, en: {} }, files: {}, ...(JSON.parse(written) as Partial<PageTexts>) })
}

async function fetchTexts(part: string, locale: Locale): Promise<Messages> {
  // The development server does not know who says what: all texts come at once.
  if (import.meta.env.DEV) return (await import('./all-texts')).allTexts(locale)
  if (part === ENTRY) return page().entry[locale]
  const file = (await import(/* @vite-ignore */ `/assets/${locale}-${page().files[part]}.js`)) as { default: Messages }
  return file.default
}

/** Puts the texts of a part into the catalog. The screen on view has its own already, so nothing is drawn anew. */
function load(part: string, locale: Locale): Promise<void> {
  const name = `${locale} ${part}`
  const running =
    loads.get(name) ?? fetchTexts(part, locale).then((texts) => void Object.assign(catalogs[locale], texts))
  loads.set(name, running)
  // What failed may be asked for again.
  running.catch(() => loads.delete(name))
  return running
}

/**
 * A module that is imported dynamically, once its texts are there too. The build writes it around each `import()`.
 * Texts come in the language on view and in the one that is just being changed to.
 * @public
 */
export async function withTexts<Module>(part: string, module: Promise<Module>): Promise<Module> {
  if (!page().files[part]) return module
  parts.add(part)
  const locales = new Set([wantedNow(), ...(isLocale(i18n.locale) ? [i18n.locale] : [])])
  const [loaded] = await Promise.all([module, ...Array.from(locales, (locale) => load(part, locale))])
  return loaded
}

/** Shows the page in a language without remembering it. Anything but Turkish or English is Turkish. */
export async function showLocale(language: string): Promise<void> {
  const locale = isLocale(language) ? language : 'tr'
  wanted = locale
  await Promise.all(Array.from(parts, (part) => load(part, locale)))
  // Two may be on their way at the start: the browser's language and then the one of the person who is signed in.
  if (wanted !== locale || i18n.locale === locale) return
  i18n.loadAndActivate({ locale, messages: catalogs[locale] })
  document.documentElement.lang = locale
}

/** Shows the page in a language and remembers it for this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale)
  await showLocale(locale)
}

// A text that did not come with its part is a fault of the build: it shows as its key.
i18n.on('missing', ({ id, locale }) => reportError(new Error(`The text ${id} is missing in ${locale}`)))

/** Called once by an entry; a page renders after this. */
export const startTexts = (): Promise<void> => showLocale(wantedNow())

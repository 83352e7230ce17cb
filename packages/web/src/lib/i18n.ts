import { i18n, type Messages } from '@lingui/core'

export type Locale = 'tr' | 'en'
export const LOCALES: { value: Locale; label: string }[] = [
  { value: 'tr', label: 'Türkçe' },
  { value: 'en', label: 'English' },
]

const KEY = 'accord-locale'
export type Texts = Record<Locale, () => Promise<{ default: Messages }>>
let texts: Texts | undefined
let wantedLast: Locale | undefined

const isLocale = (value: unknown): value is Locale => value === 'tr' || value === 'en'

/** The language chosen in this browser, or null when nobody has chosen yet. */
export function chosenLocale(): Locale | null {
  const value = localStorage.getItem(KEY)
  return isLocale(value) ? value : null
}

/** Shows the page in a language without remembering it. Anything but Turkish or English is Turkish. */
export async function showLocale(wanted: string): Promise<void> {
  const locale = isLocale(wanted) ? wanted : 'tr'
  if (!texts) return
  wantedLast = locale
  const { default: messages } = await texts[locale]()
  // Two may be on their way at the start: the browser's language and then the one of the person who is signed in.
  if (wantedLast !== locale || i18n.locale === locale) return
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
}

/** Shows the page in a language and remembers it for this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale)
  await showLocale(locale)
}

/** Called once by an entry with its catalogs; a page renders after this. */
export async function startTexts(catalogs: Texts): Promise<void> {
  texts = catalogs
  const browser = navigator.language.startsWith('tr') ? 'tr' : 'en'
  if (!wantedLast) await showLocale(chosenLocale() ?? browser)
  else await showLocale(wantedLast)
}

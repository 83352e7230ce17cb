/**
 * One catalogue of what we tell people, in both languages. Features add their own texts with `defineMessages`;
 * the type asks for Turkish and English alike, and the start fails when the two do not fill the same blanks.
 */
export type Locale = 'tr' | 'en'
export type Texts = Readonly<Record<Locale, string>>
export type MessageParams = Readonly<Record<string, string | number>>

declare const defined: unique symbol
/** A key that stands in the catalogue. */
export type MessageKey = string & { readonly [defined]: true }

const catalogue = new Map<string, Texts>()
const blank = /\{(\w+)\}/g

/**
 * Adds texts to the catalogue and hands their keys back: `const said = defineMessages({ … })`, then
 * `message(locale, said['customer.taxNumber'])`. `{name}` in a text is a blank that a parameter fills.
 */
export function defineMessages<const T extends Readonly<Record<string, Texts>>>(
  texts: T,
): { readonly [K in keyof T]: MessageKey } {
  for (const [key, both] of Object.entries(texts)) {
    if (catalogue.has(key)) throw new Error(`The message ${key} is defined twice`)
    if (!both.tr || !both.en || blanksOf(both.tr) !== blanksOf(both.en)) {
      throw new Error(`The message ${key} does not say the same in both languages`)
    }
    catalogue.set(key, both)
  }
  return Object.fromEntries(Object.keys(texts).map((key) => [key, key])) as { [K in keyof T]: MessageKey }
}

const blanksOf = (text: string) =>
  [...text.matchAll(blank)]
    .map((found) => found[1])
    .toSorted()
    .join()

/** The text of `key` in the reader's language, its blanks filled. Numbers are written as that language writes them. */
export function message(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const text = catalogue.get(key)?.[locale] ?? key
  return text.replace(blank, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? value.toLocaleString(locale) : value
  })
}

/** Every key of the catalogue, for the test that reads it through. */
export const messageKeys = (): string[] => [...catalogue.keys()]

/** What each `UserErrorCode` says where a feature has no better words, and the texts that the core itself needs. */
export const generic = defineMessages({
  NOT_FOUND: { tr: 'Kayıt bulunamadı.', en: 'This record was not found.' },
  REQUIRED: { tr: 'Bu alan boş bırakılamaz.', en: 'This must not be empty.' },
  INVALID: { tr: 'Bu değer geçerli değil.', en: 'This value is not valid.' },
  TAKEN: { tr: 'Bu değer zaten kullanılıyor.', en: 'This value is already taken.' },
  IN_USE: { tr: 'Kayıt kullanımda, silinemez.', en: 'This record is in use and cannot be deleted.' },
  CONFLICT: {
    tr: 'Kayıt bu arada değişti. Güncel hâline bakıp yeniden deneyin.',
    en: 'This record has changed in the meantime. Look at its current state and try again.',
  },
  NOT_ALLOWED: { tr: 'Buna izin verilmiyor.', en: 'This is not allowed.' },
  LIMIT_EXCEEDED: { tr: 'Sınır aşıldı.', en: 'This goes beyond the limit.' },
  PERIOD_CLOSED: { tr: 'Bu dönem kapatılmış.', en: 'This period is closed.' },
  'text.hidden': {
    tr: 'Görünmeyen yön veya denetim karakterleri kullanılamaz.',
    en: 'Hidden direction or control characters cannot be used.',
  },
  'text.tooLong': { tr: 'En çok {max} karakter olabilir.', en: 'At most {max} characters.' },
})

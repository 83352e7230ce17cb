const SHAPES: Record<string, { shape: RegExp; group: RegExp; point: string }> = {
  tr: { shape: /^\d{1,3}(\.?\d{3})*(,\d{1,4})?$/, group: /\./g, point: ',' },
  en: { shape: /^\d{1,3}(,?\d{3})*(\.\d{1,4})?$/, group: /,/g, point: '.' },
}
const shapeOf = (locale: string) => SHAPES[locale === 'tr' ? 'tr' : 'en'] as (typeof SHAPES)[string]

/** Reads an amount as it is written in a language: `1.250,50` in Turkish, `1,250.50` in English. Null for anything else. */
export function readAmount(written: string, locale: string): string | null {
  const { shape, group, point } = shapeOf(locale)
  const text = written.replaceAll(/\s/g, '')
  return shape.test(text) ? text.replace(group, '').replace(point, '.') : null
}

/** Writes the API's decimal for a field, without groups: `480.5000` → `480,50`. */
export function writeAmount(decimal: string, locale: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  const digits = fraction.replace(/0+$/, '').padEnd(2, '0')
  return `${whole}${shapeOf(locale).point}${digits}`
}

import { readAmount, writeAmount } from '../../users/amount'

/** Reads hours, a count or a multiplier as a language writes it; null for anything else. */
export const readNumber = readAmount

/** `20.0000` → `20`, `1.5000` → `1,5` in Turkish. */
export function writeNumber(decimal: string, locale: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  const digits = fraction.replace(/0+$/, '')
  return digits ? `${whole}${locale === 'tr' ? ',' : '.'}${digits}` : whole
}

export const writeMoney = writeAmount

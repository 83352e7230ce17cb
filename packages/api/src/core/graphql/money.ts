/** Amounts with a currency: their types, how they stand in a table, and what of them can be accepted. */
import { column, type FieldModel, type TypeModel } from '../read/model.ts'
import { decimal, input, text, type } from './fields.ts'
import { defineMessages } from './messages.ts'
import { Problem } from './problem.ts'

@type('An amount of money.')
export class Money {
  @decimal('The exact amount, with the decimals of its currency.') amount!: string
  @text('ISO 4217, such as TRY.') currency!: string
}

@input('An amount of money.')
export class MoneyInput {
  @decimal('The exact amount; more decimals than the currency has are refused.') amount!: string
  @text('ISO 4217, such as TRY.') currency!: string
}

const said = defineMessages({
  'money.currency': {
    tr: 'Para birimi TRY ya da EUR gibi üç harfli bir kod olmalı.',
    en: 'A currency is a code of three letters, such as TRY or EUR.',
  },
  'money.decimals': {
    tr: '{currency} tutarlarında virgülden sonra en çok {decimals} basamak olur.',
    en: 'An amount in {currency} has at most {decimals} decimals.',
  },
  'money.negative': { tr: 'Tutar sıfırdan küçük olamaz.', en: 'The amount cannot be less than zero.' },
  'money.tooMuch': { tr: 'Tutar en çok 9 999 999 999 olabilir.', en: 'The amount can be at most 9 999 999 999.' },
})

const usualDecimals = 2
const mostWholeDigits = 10

/** Decimals of every currency there is. */
const decimals: ReadonlyMap<string, number> = new Map(
  Intl.supportedValuesOf('currency').map((currency) => [
    currency,
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      usualDecimals,
  ]),
)

/** SQL of the decimals that the currency in `sql` has. */
const decimalsSql = (sql: string): string => {
  const unusual = [...new Set(decimals.values())].filter((count) => count !== usualDecimals)
  const named = (count: number) =>
    [...decimals].filter(([, each]) => each === count).map(([currency]) => `'${currency}'`)
  return `case ${unusual.map((count) => `when ${sql} in (${named(count).join(', ')}) then ${count}`).join(' ')} else ${usualDecimals} end`
}

/** How `Money` is printed, for `core/read`. */
export const moneyModel: TypeModel = {
  name: 'Money',
  fields: { amount: column((t) => `round(${t}.amount, ${decimalsSql(`${t}.currency`)})`) },
}

/** A field of type `Money` that stands in two columns of its row; null where the amount is. */
export const money = (amount: string, currency: string): FieldModel => ({
  is: 'one',
  to: 'Money',
  from: (t, p) => `(select ${p}.${amount} as amount, ${p}.${currency} as currency) ${t}`,
  on: (t) => `${t}.amount is not null`,
})

/** An amount from outside as `numeric(14,4)` takes it: zero or more. INVALID at the part of `path` that is wrong. */
export function amountOf(given: MoneyInput, path: readonly string[]): { amount: string; currency: string } {
  const { amount, currency } = given
  const most = decimals.get(currency)
  if (most === undefined) throw new Problem('INVALID', [...path, 'currency'], { key: said['money.currency'] })
  const [whole = '', fraction = ''] = amount.split('.')
  const wrong = [...path, 'amount']
  if (amount.startsWith('-')) throw new Problem('INVALID', wrong, { key: said['money.negative'] })
  if (fraction.length > most)
    throw new Problem('INVALID', wrong, { key: said['money.decimals'], params: { currency, decimals: most } })
  if (whole.length > mostWholeDigits) throw new Problem('INVALID', wrong, { key: said['money.tooMuch'] })
  return { amount, currency }
}

/** `1250.50 TRY`, whatever zeros the database keeps behind it: for the audit log. */
export function moneyText({ amount, currency }: MoneyInput): string {
  const most = decimals.get(currency) ?? usualDecimals
  const [whole, fraction = ''] = amount.split('.')
  return most ? `${whole}.${fraction.padEnd(most, '0').slice(0, most)} ${currency}` : `${whole} ${currency}`
}

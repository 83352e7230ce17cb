import { msg, plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { beyondCredit, lineKinds } from '../words'
import css from './LiveExample.module.css'
import type { Preview } from './use-example'

const OTHER = msg`Other`
type Line = Preview['lines'][number]

/** Line by line, as the invoice would say it. */
export function ExampleLines({ preview }: { preview: Preview }) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { lines, total } = preview
  const covered = lines.some(({ kind }) => kind === 'CREDIT')
  return (
    <table className={css.lines}>
      <caption className="sr">
        <Trans>Lines of the example</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Line</Trans>
          </th>
          <th scope="col" className="num">
            <Trans>Amount</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <tr key={i}>
            <th scope="row">
              {i18n._((covered ? beyondCredit : lineKinds)[line.kind] ?? OTHER)}
              <Origin line={line} />
            </th>
            <td className={Number(line.amount.amount) === 0 ? 'num muted' : 'num'}>
              {format.money(line.amount.amount, line.amount.currency)}
            </td>
          </tr>
        ))}
        {lines.length === 0 ? (
          <tr>
            <td colSpan={2} className="muted">
              {t`Nothing is billed.`}
            </td>
          </tr>
        ) : null}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Trans>Total</Trans>
          </th>
          <td className="num big">{format.money(total.amount, total.currency)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Quantity × price. */
function Origin({ line }: { line: Line }) {
  const format = useFormat()
  const { kind, unit, unitPrice, givenAway } = line
  if (unit === 'PERIOD') return null
  const count = Number(line.quantity)
  const shown = format.number(count)
  const quantity =
    unit === 'TICKET'
      ? plural(count, { one: `${shown} ticket`, other: `${shown} tickets` })
      : plural(count, { one: `${shown} hour`, other: `${shown} hours` })
  const price = format.money(unitPrice.amount, unitPrice.currency)
  return (
    <small>
      {kind === 'CREDIT' ? (
        quantity
      ) : givenAway ? (
        <Trans>{quantity}, given away</Trans>
      ) : (
        <Trans>
          {quantity} × {price}
        </Trans>
      )}
    </small>
  )
}

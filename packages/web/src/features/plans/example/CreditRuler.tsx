import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Ruler } from '~/ui/Ruler'
import css from './LiveExample.module.css'
import type { Asked, Preview } from './use-example'

/** How far the credit of the period reaches; nothing without credit. */
export function CreditRuler({ asked, preview }: { asked: Asked; preview: Preview }) {
  const { t } = useLingui()
  const format = useFormat()
  const { pricingMethod, includedHours, includedTickets } = asked.plan
  const credit = Number((pricingMethod === 'HOURLY' ? includedHours : includedTickets) ?? 0)
  if (credit <= 0) return null
  const sum = (kinds: string[]) =>
    preview.lines.filter(({ kind }) => kinds.includes(kind)).reduce((all, { quantity }) => all + Number(quantity), 0)
  const used = sum(['CREDIT'])
  const beyond = sum(['WORK', 'OVERTIME', 'TICKETS'])
  // Work that was not covered stands behind the credit, also when some credit is left.
  const whole = Math.max(credit, used) + beyond
  const at = (share: number) => share / whole
  const [ofCredit, usedShown, beyondShown] = [format.number(credit), format.number(used), format.number(beyond)]
  return (
    <div className={css.ruler}>
      <Ruler
        sentence={
          pricingMethod === 'HOURLY'
            ? t`${usedShown} of ${ofCredit} hours of credit used, ${beyondShown} hours beyond it`
            : t`${usedShown} of ${ofCredit} tickets of credit used, ${beyondShown} tickets beyond it`
        }
        parts={[{ from: 0, to: at(used) }, ...(beyond > 0 ? [{ from: at(credit), to: 1, kind: 'over' as const }] : [])]}
      />
      <div className={css.scale} aria-hidden>
        <span>0</span>
        <span style={{ left: `${at(credit) * 100}%` }} data-end={at(credit) > 0.85 || undefined}>
          {ofCredit}
        </span>
      </div>
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { usePlanForm } from '../form/context'
import { ChoiceField, NumberInput, Side, Sub, SwitchField } from '../form/fields'
import { usePlanFieldNames } from '../form/use-field-names'
import { hasMeaning } from '../form/values'
import { overages, overtimes } from '../words'

/** Credit, what becomes of it, and what becomes of work beyond credit and limit. */
export function Limits() {
  const { t, i18n } = useLingui()
  const names = usePlanFieldNames()
  const { values } = usePlanForm()
  const hourly = values.pricingMethod === 'HOURLY'
  if (values.pricingMethod === 'FLAT')
    return (
      <p className="muted">
        <Trans>The flat fee covers all work: there is no credit and no limit.</Trans>
      </p>
    )
  return (
    <>
      <Side>
        {hourly ? (
          <NumberInput
            field="includedHours"
            label={names.includedHours}
            optional
            unit={t`hours / period`}
            hint={t`Credit that comes with each period.`}
          />
        ) : (
          <NumberInput
            field="includedTickets"
            label={names.includedTickets}
            optional
            unit={t`tickets / period`}
            hint={t`Credit that comes with each period.`}
          />
        )}
      </Side>
      {hasMeaning('creditCoversOperationalOnly', values) ? (
        <SwitchField
          field="creditCoversOperationalOnly"
          label={names.creditCoversOperationalOnly}
          hint={t`Hours outside of working hours use no credit; they have their price.`}
        />
      ) : null}
      {hasMeaning('rollOverUnused', values) ? (
        <SwitchField
          field="rollOverUnused"
          label={names.rollOverUnused}
          hint={t`What a period leaves over is there in the next one, and is used first.`}
        />
      ) : null}
      {hasMeaning('rollOverCap', values) ? (
        <Sub>
          <Side>
            <NumberInput
              field="rollOverCap"
              label={names.rollOverCap}
              optional
              unit={hourly ? t`hours` : t`tickets`}
              hint={t`What is over it lapses, the oldest first.`}
            />
            <NumberInput
              field="rollOverPeriods"
              label={names.rollOverPeriods}
              optional
              unit={t`further periods`}
              hint={t`Empty: as long as the contract.`}
            />
          </Side>
        </Sub>
      ) : null}
      <ChoiceField
        field="overage"
        legend={names.overage}
        hint={hourly ? t`For normal hours that no credit covers.` : t`For tickets that no credit covers.`}
        options={(['BILLED', 'NOT_BILLED', 'REFUSED'] as const).map((value) => ({
          value,
          name: i18n._(overages[value].name),
          about: i18n._(overages[value].about),
        }))}
      />
      {hourly ? (
        <Side>
          <NumberInput
            field="weeklyHourLimit"
            label={names.weeklyHourLimit}
            optional
            unit={t`hours / week`}
            hint={t`Hours from Monday to Sunday beyond it are overtime; empty: no limit.`}
          />
        </Side>
      ) : null}
      {hasMeaning('overtime', values) ? (
        <Sub>
          <ChoiceField
            field="overtime"
            legend={names.overtime}
            hint={t`Overtime uses no credit.`}
            options={(['BILLED_AT_RATE', 'BILLED_AT_OVERTIME_RATE', 'NOT_BILLED', 'REFUSED'] as const).map((value) => ({
              value,
              name: i18n._(overtimes[value].name),
              about: i18n._(overtimes[value].about),
            }))}
          />
          {hasMeaning('overtimeMultiplier', values) ? (
            <Side>
              <NumberInput
                field="overtimeMultiplier"
                label={names.overtimeMultiplier}
                unit="×"
                hint={t`An hour of overtime costs its price times this.`}
              />
            </Side>
          ) : null}
        </Sub>
      ) : null}
    </>
  )
}

import { useId } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormState } from 'react-hook-form'
import type { CostBasis as Basis } from '~/lib/__generated__/schema'
import { Checkbox } from '~/ui/Check'
import { TextField } from '~/ui/TextField'
import { rateComplaintOf } from '../form/complaints'
import { usePlanForm } from '../form/context'
import css from '../form/fields.module.css'
import { messageOf, NumberInput, Side, Sub, useComplaints, useErrorOf } from '../form/fields'
import { usePlanFieldNames } from '../form/use-field-names'
import { hasMeaning } from '../form/values'
import { bands } from '../words'

const ORDER: Basis[] = ['FIXED', 'DIFFERENTIAL']

/** How an hour is priced: by one rate, by the time of day, by both, or not at all. */
export function CostBasis() {
  const { t } = useLingui()
  const id = useId()
  const names = usePlanFieldNames()
  const { form, values, hintOf } = usePlanForm()
  const error = useErrorOf('costBases')
  const { costBases: bases, currency } = values
  const both = bases.length === 2
  const tick = (basis: Basis, on: boolean) =>
    form.setValue(
      'costBases',
      ORDER.filter((each) => (each === basis ? on : bases.includes(each))),
      { shouldDirty: true },
    )
  const note =
    error ??
    hintOf('costBases') ??
    (bases.length === 0 ? t`With neither, hours cost nothing; the fee alone is billed.` : undefined)
  return (
    <>
      <fieldset className={css.choice} aria-describedby={note ? id : undefined}>
        <legend>{names.costBases}</legend>
        <div>
          <Checkbox
            label={t`Fixed cost`}
            hint={t`An hour has one price, whenever it was worked.`}
            checked={bases.includes('FIXED')}
            onChange={(event) => tick('FIXED', event.target.checked)}
          />
          <Checkbox
            label={t`Differential cost`}
            hint={
              both
                ? t`What the time of day adds to the price of an hour.`
                : t`An hour has the price of the time of day in which it was worked.`
            }
            checked={bases.includes('DIFFERENTIAL')}
            onChange={(event) => tick('DIFFERENTIAL', event.target.checked)}
          />
        </div>
        {note ? (
          <p id={id} className={error ? css.error : css.note}>
            {note}
          </p>
        ) : null}
      </fieldset>
      {bases.length > 0 ? (
        <Sub>
          {hasMeaning('hourlyRate', values) ? (
            <NumberInput
              field="hourlyRate"
              label={names.hourlyRate}
              unit={t`${currency} / hour`}
              hint={t`Of an hour that no credit covers.`}
            />
          ) : null}
          {hasMeaning('bandRates', values) ? <BandRates surcharge={both} /> : null}
        </Sub>
      ) : null}
    </>
  )
}

function BandRates({ surcharge }: { surcharge: boolean }) {
  const { t, i18n } = useLingui()
  const { form, values, hintOf } = usePlanForm()
  const { errors } = useFormState({ control: form.control, name: 'bandRates' })
  const complaints = useComplaints('rate')
  const error = messageOf(errors.bandRates)
  const conflict = hintOf('bandRates')
  return (
    <fieldset className={css.choice}>
      <legend>{surcharge ? t`Surcharge on an hour` : t`Price of an hour by time of day`}</legend>
      <Side>
        {values.bandRates.map(({ band }, i) => (
          <TextField
            key={band}
            label={i18n._(bands[band])}
            unit={values.currency}
            inputMode="decimal"
            autoComplete="off"
            error={messageOf(errors.bandRates?.[i]?.rate)}
            {...form.register(`bandRates.${i}.rate`, {
              validate: (_, all) => {
                const complaint = rateComplaintOf(i, all, i18n.locale)
                return complaint === null || complaints[complaint]
              },
            })}
          />
        ))}
      </Side>
      {error ? (
        <p className={css.error}>{error}</p>
      ) : (
        <p className={css.note}>
          {conflict ?? t`The working calendar tells which hour belongs where; a holiday beats a weekend.`}
        </p>
      )}
    </fieldset>
  )
}

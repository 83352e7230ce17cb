import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { addDays, addMonths, isDay } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Switch } from '~/ui/Check'
import { SelectField, TextField } from '~/ui/TextField'
import type { Term } from '../term/terms'
import { termLength, unitWords } from '../words'
import { useContractForm, useErrorOf } from './context'
import css from './form.module.css'
import { useContractFieldNames } from './use-field-names'
import { useUpcoming } from './use-upcoming'
import { readPeriod } from './values'

const LENGTHS = [3, 6, 12, 24]
const UNITS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const

/** First and last day, and how the contract goes on after that. */
export function TermFields() {
  return (
    <>
      <Days />
      <Renewal />
    </>
  )
}

function Days() {
  const { t } = useLingui()
  const names = useContractFieldNames()
  const { form, values, contract, hintOf } = useContractForm()
  const { term } = useUpcoming()
  // A draft and what is still to begin can be moved as a whole.
  const begun = contract !== null && contract.status !== 'DRAFT' && contract.status !== 'UPCOMING'
  const startError = useErrorOf('startsOn')
  const startsOn = form.register('startsOn', {
    validate: (written) => isDay(written) || t`Enter the first day.`,
    deps: ['endsOn'],
  })
  return (
    <div>
      <div className={css.pair}>
        {begun ? (
          <TextField
            type="date"
            label={names.startsOn}
            hint={t`It has begun; its first day stays.`}
            value={values.startsOn}
            disabled
            readOnly
          />
        ) : (
          <TextField type="date" label={names.startsOn} hint={hintOf('startsOn')} error={startError} {...startsOn} />
        )}
        <TextField
          type="date"
          label={names.endsOn}
          hint={hintOf('endsOn') ?? (term ? <Length term={term} /> : t`It belongs to the contract.`)}
          error={useErrorOf('endsOn')}
          {...form.register('endsOn', {
            validate: (written, all) =>
              !isDay(written)
                ? t`Enter the last day.`
                : written >= all.startsOn || t`The last day cannot be before the first.`,
          })}
        />
      </div>
      {begun || !isDay(values.startsOn) ? null : (
        <div className={css.quick}>
          <span className="muted sm">
            <Trans>Lasts</Trans>
          </span>
          {LENGTHS.map((months) => {
            const endsOn = addDays(addMonths(values.startsOn, months), -1)
            return (
              <Button
                key={months}
                size="small"
                aria-pressed={values.endsOn === endsOn}
                onClick={() => form.setValue('endsOn', endsOn, { shouldDirty: true, shouldValidate: true })}
              >
                {plural(months, { one: '# month', other: '# months' })}
              </Button>
            )
          })}
        </div>
      )}
    </div>
  )
}

function Length({ term }: { term: Term }) {
  const length = termLength(term)
  return <Trans>{length}, both days included</Trans>
}

function Renewal() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const names = useContractFieldNames()
  const { form, values, hintOf } = useContractForm()
  const { term, next } = useUpcoming()
  const error = useErrorOf('renewalPeriod')
  const ofSwitch = useErrorOf('autoRenew') ?? hintOf('autoRenew')
  return (
    <>
      <div>
        <Switch
          label={names.autoRenew}
          hint={t`On the day after the end a new term begins, as long as the customer is active.`}
          {...form.register('autoRenew')}
        />
        {ofSwitch ? <p className={css.note}>{ofSwitch}</p> : null}
      </div>
      {values.autoRenew ? (
        <div className={css.sub}>
          <fieldset className={css.period}>
            <legend>{names.renewalPeriod}</legend>
            <div>
              <TextField
                label={t`How many`}
                inputMode="numeric"
                autoComplete="off"
                maxLength={4}
                {...form.register('renewalPeriod.count', {
                  validate: (_, all) =>
                    !all.autoRenew || readPeriod(all.renewalPeriod) !== null || t`Write a whole number from 1.`,
                })}
              />
              <SelectField label={t`Unit`} {...form.register('renewalPeriod.unit', { deps: ['renewalPeriod.count'] })}>
                {UNITS.map((unit) => (
                  <option key={unit} value={unit}>
                    {i18n._(unitWords[unit])}
                  </option>
                ))}
              </SelectField>
            </div>
            {error ? <p className={css.error}>{error}</p> : null}
            {hintOf('renewalPeriod') ? <p className={css.note}>{hintOf('renewalPeriod')}</p> : null}
          </fieldset>
          {next.length > 0 ? (
            <div>
              <p className={css.small}>
                <Trans>The next three terms</Trans>
              </p>
              <ol className={css.terms} aria-live="polite">
                {next.map(({ startsOn, endsOn }) => (
                  <li key={startsOn}>
                    <time dateTime={startsOn}>{format.date(startsOn)}</time> –{' '}
                    <time dateTime={endsOn}>{format.date(endsOn)}</time>
                  </li>
                ))}
              </ol>
            </div>
          ) : term ? null : (
            <p className={css.note}>
              <Trans>With both days entered, the next three terms are shown here.</Trans>
            </p>
          )}
        </div>
      ) : null}
    </>
  )
}

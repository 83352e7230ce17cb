import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Controller, useFieldArray, useFormState } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { RecordsPicker } from '../../tickets/form/RecordPicker'
import { today } from '~/lib/today'
import { ruleText } from '../words'
import { messageOf, useContractForm, useErrorOf } from './context'
import css from './form.module.css'
import { fewestDays, MOST_DAYS, outlookOf, sendDay } from './notice-dates'
import { useContractFieldNames } from './use-field-names'
import { useUpcoming } from './use-upcoming'
import { readNotice, type ContractValues } from './values'

/** What most ask for: told in good time, and again shortly before. */
const USUAL = [90, 60, 30, 7]

/** When somebody is told that the contract ends, and who. The days on which mails go out are shown while one types. */
export function NoticeFields() {
  const { t } = useLingui()
  const names = useContractFieldNames()
  const { form, values, contract } = useContractForm()
  const { noticeUserIds, noticeContactIds, notices, customerId } = values
  const nobody = notices.length > 0 && noticeUserIds.length + noticeContactIds.length === 0
  return (
    <>
      <Rules />
      <Controller
        control={form.control}
        name="noticeUserIds"
        render={({ field, fieldState }) => (
          <RecordsPicker
            of="technicians"
            label={names.noticeUserIds}
            error={messageOf(fieldState.error)}
            optional
            value={field.value}
            known={contract?.noticeUsers}
            onChange={field.onChange}
          />
        )}
      />
      {customerId ? (
        <Controller
          control={form.control}
          name="noticeContactIds"
          render={({ field, fieldState }) => (
            <RecordsPicker
              key={customerId}
              of="people"
              customerId={customerId}
              label={names.noticeContactIds}
              hint={t`Those with an e-mail address can be told.`}
              error={messageOf(fieldState.error)}
              optional
              value={field.value}
              known={contract?.noticeContacts}
              onChange={field.onChange}
            />
          )}
        />
      ) : (
        <p className="muted">
          <Trans>The customer’s people can be chosen once the customer is.</Trans>
        </p>
      )}
      {nobody ? (
        <Note tone="warning">
          <Trans>Nobody is told yet: choose at least one of our people or of the customer’s.</Trans>
        </Note>
      ) : null}
    </>
  )
}

function Rules() {
  const { t } = useLingui()
  const names = useContractFieldNames()
  const { form, values, hintOf } = useContractForm()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'notices' })
  const error = useErrorOf('notices')
  const offered = USUAL.filter(
    (days) => !values.notices.some((each) => each.side === 'BEFORE_END' && each.days === String(days)),
  )
  return (
    <fieldset className={css.rules}>
      <legend>{names.notices}</legend>
      {fields.length === 0 ? (
        <p className={css.note}>
          <Trans>Nobody is told that the contract ends. Add when it shall be said.</Trans>
        </p>
      ) : (
        <ul>
          {fields.map(({ id }, i) => (
            <li key={id}>
              <Rule index={i} onRemove={() => remove(i)} />
            </li>
          ))}
        </ul>
      )}
      {error ? (
        <p className={css.error} role="alert">
          {error}
        </p>
      ) : null}
      {hintOf('notices') ? <p className={css.note}>{hintOf('notices')}</p> : null}
      <div className={css.quick}>
        <Button
          size="small"
          onClick={() => append({ side: 'BEFORE_END', days: '' }, { focusName: `notices.${fields.length}.days` })}
        >
          <IconPlus size={14} stroke={1.8} aria-hidden />
          <Trans>Add a notice</Trans>
        </Button>
        {offered.map((days) => (
          <Button
            key={days}
            size="small"
            look="quiet"
            aria-label={t`Add: ${ruleText('BEFORE_END', days)}`}
            onClick={() => append({ side: 'BEFORE_END', days: String(days) }, { shouldFocus: false })}
          >
            {ruleText('BEFORE_END', days)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

const isSame = (one: ContractValues['notices'][number], other: ContractValues['notices'][number]) =>
  one.side === other.side && one.days.trim() === other.days.trim()

function Rule({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useLingui()
  const { form, values } = useContractForm()
  const { errors } = useFormState({ control: form.control, name: 'notices' })
  const own = errors.notices?.[index]
  const error = messageOf(own?.days) ?? messageOf(own?.side) ?? messageOf(own)
  const notice = values.notices[index]
  if (!notice) return null
  const number = index + 1
  return (
    <div className={css.rule}>
      <input
        aria-label={t`Days of notice ${number}`}
        aria-invalid={error ? true : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        {...form.register(`notices.${index}.days`, {
          validate: (_, all) => {
            const written = all.notices[index]
            if (!written) return true
            const fewest = fewestDays(written.side)
            if (readNotice(written) === null) return t`Write a number of days from ${fewest} to ${MOST_DAYS}.`
            return (
              all.notices.findIndex((other) => isSame(other, written)) === index || t`This notice is there already.`
            )
          },
        })}
      />
      <select
        aria-label={t`Before or after the end, notice ${number}`}
        {...form.register(`notices.${index}.side`, { deps: [`notices.${index}.days`] })}
      >
        <option value="BEFORE_END">{t`days before the end`}</option>
        <option value="AFTER_END">{t`days after the end`}</option>
      </select>
      <p className={error ? css.error : css.when} aria-live="polite">
        {error ?? <SendDay notice={notice} />}
      </p>
      <Button size="small" look="quiet" icon aria-label={t`Remove notice ${number}`} onClick={onRemove}>
        <IconX size={14} stroke={1.8} aria-hidden />
      </Button>
    </div>
  )
}

/** The real day on which a notice goes out, and what is special about it. */
function SendDay({ notice }: { notice: ContractValues['notices'][number] }) {
  const format = useFormat()
  const { values } = useContractForm()
  const { term } = useUpcoming()
  const read = readNotice(notice)
  if (!read || !term) return null
  const day = sendDay(read, term.endsOn)
  const outlook = outlookOf(day, today())
  const shown = (
    <time dateTime={day} className={outlook === 'passed' ? css.passed : undefined}>
      {format.weekdayDate(day)}, 09:00
    </time>
  )
  if (outlook === 'passed')
    return (
      <>
        {shown}{' '}
        <span className="amber">
          <Trans>has passed, is skipped</Trans>
        </span>
      </>
    )
  if (read.side === 'AFTER_END' && values.autoRenew)
    return (
      <>
        {shown}{' '}
        <span className="muted">
          <Trans>only if it does not renew</Trans>
        </span>
      </>
    )
  return shown
}

import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { FieldPath } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import { SkeletonLines } from '~/ui/Skeleton'
import { canBePriced } from '../form/complaints'
import { usePlanForm } from '../form/context'
import { inputOf, type PlanValues } from '../form/values'
import { CreditRuler } from './CreditRuler'
import { ExampleLines } from './ExampleLines'
import css from './LiveExample.module.css'
import { useSentence } from './Sentence'
import { START, usageFieldsOf, usageInputOf, type Usage } from './usage'
import { UsageFields } from './UsageFields'
import { useExample, type Asked, type Preview } from './use-example'

/** What is asked for a form: nothing while a number is missing or cannot be read. The title has no price. */
function askedOf(values: PlanValues, usage: Usage, locale: string): Asked | null {
  const work = usageInputOf(usageFieldsOf(values), usage, locale)
  if (work === null || !canBePriced(values, locale)) return null
  return { plan: { ...inputOf(values, locale), title: '–', description: null }, usage: work }
}

/** What the plan in the form makes of a month's work: the server counts, as it will for invoices. */
export function LiveExample({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const { form, values } = usePlanForm()
  const [usage, setUsage] = useState(START)
  const asked = askedOf(values, usage, i18n.locale)
  const { answer, stale, error, retry } = useExample(asked, ({ message, path }) => {
    const steps = path[0] === 'plan' ? path.slice(1) : path
    const [field] = steps
    if (field !== undefined && field in form.getValues())
      form.setError(steps.join('.') as FieldPath<PlanValues>, { type: 'server', message })
  })
  const fields = usageFieldsOf(values)
  return (
    <section id={id} className={css.example} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        <Trans>Live example</Trans>
      </h2>
      {fields.length > 0 ? <UsageFields fields={fields} usage={usage} onChange={setUsage} /> : null}
      {error ? (
        <div className={css.failure} role="alert">
          <p>
            {t`The example could not be computed.`} <span className="muted">{problemOf(error).id}</span>
          </p>
          <Button size="small" onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      ) : null}
      <Answer answer={answer} waiting={asked !== null} stale={stale} failed={Boolean(error)} />
    </section>
  )
}

interface AnswerProps {
  answer: { asked: Asked; preview: Preview } | null
  /** There is something to compute. */
  waiting: boolean
  stale: boolean
  failed: boolean
}

function Answer({ answer, waiting, stale, failed }: AnswerProps) {
  const { t } = useLingui()
  const sentence = useSentence()
  return (
    <>
      <p className={cx(css.sentence, stale && css.stale)} role="status" aria-live="polite">
        {answer ? sentence(answer.asked, answer.preview) : null}
        {!answer && !waiting ? (
          <span className="muted">{t`Enter the prices, and what a month costs is shown here.`}</span>
        ) : null}
      </p>
      {answer && stale && !waiting ? (
        <p className="muted sm">
          <Trans>As it was before: something in the form cannot be computed yet.</Trans>
        </p>
      ) : null}
      {answer ? (
        <div className={cx(css.answer, stale && css.stale)} aria-busy={stale && waiting ? true : undefined}>
          <CreditRuler asked={answer.asked} preview={answer.preview} />
          <ExampleLines preview={answer.preview} />
          <Small asked={answer.asked} preview={answer.preview} />
        </div>
      ) : waiting && !failed ? (
        <SkeletonLines lines={5} />
      ) : null}
    </>
  )
}

/** What goes on to the next period, and what the example stands on. */
function Small({ asked, preview }: { asked: Asked; preview: Preview }) {
  const { t } = useLingui()
  const format = useFormat()
  const count = Number(preview.carriedOver)
  const shown = format.number(count)
  const [from, to] = [format.date(preview.startsOn), format.date(preview.endsOn)]
  return (
    <div className={css.small}>
      {count > 0 ? (
        <p className={css.carried}>
          {asked.plan.pricingMethod === 'PER_TICKET'
            ? plural(count, {
                one: `${shown} ticket of credit goes on to the next period.`,
                other: `${shown} tickets of credit go on to the next period.`,
              })
            : plural(count, {
                one: `${shown} hour of credit goes on to the next period.`,
                other: `${shown} hours of credit go on to the next period.`,
              })}
        </p>
      ) : null}
      <p>{t`Without VAT. A full period, ${from} – ${to}; the work is spread evenly over a month.`}</p>
    </div>
  )
}

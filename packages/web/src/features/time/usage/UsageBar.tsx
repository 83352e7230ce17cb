import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Ruler } from '~/ui/Ruler'
import css from './UsageBar.module.css'
import { usageParts, type UsedHours } from './usage-parts'

/** Hours of a billing period: used, left, carried over, beyond the credit, overtime; in words and on the ruler. */
export function UsageBar({ usage }: { usage: UsedHours }) {
  const { t } = useLingui()
  const format = useFormat()
  const { used, credit, carried, left, beyond, overtime, parts, ticks } = usageParts(usage)
  const [usedWords, leftWords, beyondWords] = [used, left, beyond].map(format.minutes)
  const further = (
    <>
      {carried > 0 ? <CarriedOver minutes={carried} /> : null}
      {overtime > 0 ? <Overtime minutes={overtime} /> : null}
    </>
  )
  if (credit === null)
    return (
      <div className={css.usage}>
        <p className={css.head}>
          <b>
            <Trans>{usedWords} worked</Trans>
          </b>
          <span className={css.aside}>
            <Trans>no hours included</Trans>
          </span>
        </p>
        {overtime > 0 ? <p className={css.words}>{further}</p> : null}
      </div>
    )
  const creditWords = format.minutes(credit)
  return (
    <div className={css.usage}>
      <p className={css.head}>
        <b className={left === 0 ? 'amber' : undefined}>
          {left === 0 && beyond > 0 ? (
            <Trans>{beyondWords} over the included hours</Trans>
          ) : (
            <Trans>{leftWords} left</Trans>
          )}
        </b>
        <span className={css.aside}>
          <Trans>
            {usedWords} of {creditWords} used
          </Trans>
        </span>
      </p>
      <Ruler
        sentence={
          beyond > 0
            ? t`${usedWords} used of ${creditWords} included, ${leftWords} left, ${beyondWords} not covered`
            : t`${usedWords} used of ${creditWords} included, ${leftWords} left`
        }
        parts={parts}
        ticks={ticks}
      />
      {carried > 0 || overtime > 0 || (beyond > 0 && left > 0) ? (
        <p className={css.words}>
          {beyond > 0 && left > 0 ? (
            <>
              <Trans>{beyondWords} are not covered by the included hours.</Trans>{' '}
            </>
          ) : null}
          {further}
        </p>
      ) : null}
    </div>
  )
}

function CarriedOver({ minutes }: { minutes: number }) {
  const hours = useFormat().minutes(minutes)
  return (
    <>
      <Trans>{hours} were carried over from earlier periods.</Trans>{' '}
    </>
  )
}

function Overtime({ minutes }: { minutes: number }) {
  const hours = useFormat().minutes(minutes)
  return <Trans>{hours} are overtime, beyond the weekly limit.</Trans>
}

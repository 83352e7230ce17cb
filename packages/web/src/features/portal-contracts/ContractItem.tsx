import { useId, useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { buttonClass } from '~/ui/Button'
import { UsageBar } from '../time/usage/UsageBar'
import { dayWords } from '../time/words'
import type { PortalContractFragment } from './__generated__/PortalContracts'
import css from './Contracts.module.css'
import { EndSentence } from './EndSentence'

const SOON_DAYS = 90

/** One contract: what it is, until when, how much of it is used. */
export function ContractItem({ contract }: { contract: PortalContractFragment }) {
  const { t, i18n } = useLingui()
  const words = useMemo(() => dayWords(i18n.locale), [i18n.locale])
  const id = useId()
  const { name, reference, type, description, usage, status, daysLeft, autoRenew } = contract
  const endsSoon = status === 'ACTIVE' && !autoRenew && daysLeft !== null && daysLeft <= SOON_DAYS
  return (
    <article className={css.contract} aria-labelledby={id}>
      <div>
        <h2 id={id}>{name}</h2>
        <p className={css.meta}>
          {type.name} · {reference}
        </p>
      </div>
      <p>
        <EndSentence contract={contract} />
      </p>
      {description ? <p className="dim">{description}</p> : null}
      {usage ? (
        <div className={css.usage}>
          <h3>
            <Trans>Hours of this period, {words.range(usage.startsOn, usage.endsOn)}</Trans>
          </h3>
          <UsageBar usage={usage} />
        </div>
      ) : null}
      {endsSoon || status === 'EXPIRED' ? (
        <div>
          <Link
            to="/portal/new"
            search={{ type: 'request', subject: t`Renewal of ${name} (${reference})` }}
            className={buttonClass({ size: 'large' })}
          >
            <Trans>Ask for renewal</Trans>
          </Link>
        </div>
      ) : null}
    </article>
  )
}

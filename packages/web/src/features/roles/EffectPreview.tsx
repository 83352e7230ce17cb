import { Suspense, useDeferredValue, useState } from 'react'
import { skipToken } from '@apollo/client/react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Avatar } from '~/ui/Avatar'
import { Button } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import { Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { useCan } from '../session/SessionProvider'
import { useRoleEffectQuery, type RoleEffectQuery } from './__generated__/RoleEffect'
import type { Member } from './role-form'
import css from './RoleForm.module.css'

interface Props {
  members: Member[]
  onlyAuthorizedCustomers: boolean
  /** The switch as it is saved; null for a role that nobody has. */
  before: boolean | null
  /** Those of the members who only come with this save. */
  joining: Member[]
}

type OneEffect = RoleEffectQuery['roleEffect'][number]

const sameTechnician = (one: OneEffect) => (other: OneEffect) => one.technician.id === other.technician.id

const SHOWN = 12
const ASKED = 100

/** What each member sees, or would see once this is saved: the server counts, with the rules it will apply. */
export function EffectPreview(props: Props) {
  const { t } = useLingui()
  const mayCount = useCan('CUSTOMERS_READ')
  // It scrolls by itself when many members see much: then the keyboard has to reach it.
  return (
    <div className={css.sticky} role="group" aria-label={t`Effect`} tabIndex={0}>
      <Section title={t`Effect`}>
        {!mayCount ? (
          <p className="muted">
            <Trans>You may not see customers, so their numbers are not shown.</Trans>
          </p>
        ) : props.members.length === 0 ? (
          <p className="muted">
            <Trans>Add members to see what they would see.</Trans>
          </p>
        ) : (
          <QueryBoundary resetKey={props.members.length}>
            <Suspense fallback={<SkeletonLines lines={4} />}>
              <Effects {...props} />
            </Suspense>
          </QueryBoundary>
        )}
      </Section>
    </div>
  )
}

function Effects({ members, onlyAuthorizedCustomers, before, joining }: Props) {
  const [all, setAll] = useState(false)
  const asked = { onlyAuthorizedCustomers, memberIds: members.slice(0, ASKED).map(({ id }) => id) }
  const key = JSON.stringify(asked)
  const shownKey = useDeferredValue(key)
  const { data } = useRoleEffectQuery({
    variables: JSON.parse(shownKey) as typeof asked,
    // Authorizations change elsewhere: what is known is shown at once, and asked again.
    fetchPolicy: 'cache-and-network',
  })
  const effects = data.roleEffect
  const rest = effects.length - SHOWN
  const changed = before !== null && before !== onlyAuthorizedCustomers
  const saved = useRoleEffectQuery(
    changed ? { variables: { onlyAuthorizedCustomers: before, memberIds: asked.memberIds } } : skipToken,
  ).data?.roleEffect
  const isJoining = (id: string) => joining.some((each) => each.id === id)
  return (
    <div className={cx(shownKey !== key && css.waiting)} aria-live="polite" aria-busy={shownKey !== key || undefined}>
      <ul className={css.effects}>
        {effects.slice(0, all ? undefined : SHOWN).map((effect) => (
          <li key={effect.technician.id}>
            <Avatar name={effect.technician.name} us />
            <Effect
              effect={effect}
              future={changed || isJoining(effect.technician.id)}
              // Somebody who comes from another role has been seeing what that one shows.
              now={isJoining(effect.technician.id) ? undefined : saved?.find(sameTechnician(effect))?.visibleCustomers}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && !all ? (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          <Plural value={rest} one="Show # more" other="Show # more" />
        </Button>
      ) : null}
    </div>
  )
}

interface EffectProps {
  effect: OneEffect
  future: boolean
  /** How many he or she sees today, where that is known to differ. */
  now: number | undefined
}

function Effect({ effect, future, now }: EffectProps) {
  const format = useFormat()
  const { technician, visibleCustomers, allCustomers } = effect
  const name = <b>{technician.name}</b>
  const [visible, total] = [format.number(visibleCustomers), format.number(allCustomers)]
  const today = now === undefined || now === visibleCustomers ? null : <Today visible={format.number(now)} />
  if (visibleCustomers === 0)
    return (
      <span className="amber">
        {future ? <Trans>{name} will see no customer.</Trans> : <Trans>{name} sees no customer.</Trans>}
        {today}
        <small>
          <Trans>Authorize for a customer on the customer’s page.</Trans>
        </small>
      </span>
    )
  if (visibleCustomers >= allCustomers)
    return (
      <span>
        {future ? (
          <Trans>
            {name} will see all {total} customers.
          </Trans>
        ) : (
          <Trans>
            {name} sees all {total} customers.
          </Trans>
        )}
        {today}
      </span>
    )
  return (
    <span>
      {future ? (
        <Trans>
          {name} will see {visible} of {total} customers.
        </Trans>
      ) : (
        <Trans>
          {name} sees {visible} of {total} customers.
        </Trans>
      )}
      {today}
    </span>
  )
}

const Today = ({ visible }: { visible: string }) => (
  <small>
    <Trans>Today: {visible}</Trans>
  </small>
)

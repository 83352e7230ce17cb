import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconEye } from '@tabler/icons-react'
import { buttonClass } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { Note } from '~/ui/Note'
import { Section, useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { useViewer } from '../session/SessionProvider'
import { usePortalHomeQuery } from './__generated__/PortalHome'
import css from './PortalHome.module.css'

/** Where a contact arrives: who one is here, and whose records one may see, in plain words. */
export function PortalHomeScreen() {
  const { t } = useLingui()
  const { person } = useViewer()
  useTitle(t`Home`)
  const name = person?.name ?? ''
  return (
    <>
      <h1>
        <Trans>Hello, {name}</Trans>
      </h1>
      <QueryBoundary>
        <Suspense fallback={<SkeletonLines lines={5} />}>
          <Standing />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function Standing() {
  const { t } = useLingui()
  const { data } = usePortalHomeQuery()
  const me = data.me
  const contact = me?.person?.__typename === 'Contact' ? me.person : null
  const company = me?.customer?.name ?? ''
  const group = contact?.group?.name ?? ''
  return (
    <>
      <p className={css.scope}>
        <IconEye size={18} stroke={1.8} aria-hidden />
        <span>
          {me?.ticketScopes.includes('COMPANY') ? (
            <Trans>You may see all records of {company}, those of your colleagues too.</Trans>
          ) : me?.ticketScopes.includes('GROUP') ? (
            <Trans>You may see all records of the group {group}, and your own.</Trans>
          ) : (
            <Trans>
              You see the records that you open yourself; colleagues do not see them unless they have the right to.
            </Trans>
          )}
        </span>
      </p>
      {contact && !contact.phone ? (
        <Note>
          <Trans>We have no telephone number of you. With one we can call back when something is urgent.</Trans>{' '}
          <Link to="/portal/me">
            <Trans>Add it</Trans>
          </Link>
        </Note>
      ) : null}
      <Section title={t`Your place here`}>
        <Facts>
          <Fact name={t`Company`}>{company}</Fact>
          <Fact name={t`Group`}>{group}</Fact>
          <Fact name={t`Telephone`}>{contact?.phone}</Fact>
        </Facts>
        <p className={css.action}>
          <Link to="/portal/me" className={buttonClass({ size: 'large' })}>
            <Trans>Profile and devices</Trans>
          </Link>
        </p>
      </Section>
    </>
  )
}

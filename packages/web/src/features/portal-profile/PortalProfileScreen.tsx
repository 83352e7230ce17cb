import { Suspense } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Section, useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { toastError } from '~/ui/toast'
import { ChangePassword } from '../auth/ChangePassword'
import { SessionList } from '../auth/SessionList'
import { useViewer } from '../session/SessionProvider'
import { signOut } from '../session/session'
import { usePortalProfileQuery } from './__generated__/PortalProfile'
import { Appearance } from './Appearance'
import { PersonForm } from './PersonForm'

/** A contact's own page: person, language and theme, password, devices, sign-out. */
export function PortalProfileScreen() {
  const { t } = useLingui()
  const { person } = useViewer()
  useTitle(t`Profile`)
  return (
    <>
      <h1>
        <Trans>Profile</Trans>
      </h1>
      <Section title={t`About you`}>
        <QueryBoundary>
          <Suspense fallback={<SkeletonLines />}>
            <PersonForm />
          </Suspense>
        </QueryBoundary>
      </Section>
      <Section title={t`Language and appearance`}>
        <Appearance />
      </Section>
      <Section title={t`Password`}>
        <ChangePassword email={person?.email ?? ''} size="large" />
      </Section>
      <Section title={t`Signed-in devices`}>
        <QueryBoundary>
          <Suspense fallback={<SkeletonLines lines={2} />}>
            <Devices />
          </Suspense>
        </QueryBoundary>
      </Section>
      <Section title={t`Leave`}>
        <Button
          size="large"
          onClick={() => signOut().catch(() => toastError(t`Not signed out: the server cannot be reached.`))}
        >
          <Trans>Sign out</Trans>
        </Button>
      </Section>
    </>
  )
}

/** The page's one question brings the devices too: the list finds them there and asks nothing. */
function Devices() {
  usePortalProfileQuery()
  return <SessionList size="large" />
}

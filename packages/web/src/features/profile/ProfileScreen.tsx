import { Suspense } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { PageHead, Body, ScrollArea, Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { ChangePassword } from '../auth/ChangePassword'
import { SessionList } from '../auth/SessionList'
import { useViewer } from '../session/SessionProvider'
import { Appearance } from './Appearance'
import { NameForm } from './NameForm'
import { OwnRights } from './OwnRights'
import css from './profile.module.css'
import { SignOutEverywhere } from './SignOutEverywhere'
import { SingleKeys } from './SingleKeys'

/** One's own page: name, language, theme, keys, password, devices. */
export function ProfileScreen() {
  const { t } = useLingui()
  const { person } = useViewer()
  return (
    <>
      <PageHead title={t`Profile`} />
      <ScrollArea label={t`Profile`}>
        <Body>
          <Section title={t`About you`}>
            <div className={css.form}>
              <NameForm />
            </div>
          </Section>
          <Section title={t`What you may do`}>
            <OwnRights />
          </Section>
          <Section title={t`Language and appearance`}>
            <Appearance />
          </Section>
          <Section title={t`Keyboard`}>
            <SingleKeys />
          </Section>
          <Section title={t`Password`}>
            <div className={css.form}>
              <ChangePassword email={person?.email ?? ''} />
            </div>
          </Section>
          <Section title={t`Signed-in devices`}>
            <div className={css.devices}>
              <p className="muted">
                <Trans>Sign out what you do not know, and change your password.</Trans>
              </p>
              <QueryBoundary>
                <Suspense fallback={<SkeletonLines lines={2} />}>
                  <SessionList />
                </Suspense>
              </QueryBoundary>
              <SignOutEverywhere />
            </div>
          </Section>
        </Body>
      </ScrollArea>
    </>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Fact, Facts } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { When } from '~/ui/When'
import type { Health } from './use-health'

/** When somebody looked last at what is due on contracts, and what came of it in a day. */
export function Sweep({ health: { lastSweep, lastDay } }: { health: Health }) {
  const { t } = useLingui()
  return (
    <Section title={<Trans>Renewals and notices</Trans>}>
      <Facts>
        <Fact name={t`Last look`}>
          {lastSweep ? (
            <>
              <When at={lastSweep.finishedAt} /> ·{' '}
              <Plural
                value={lastSweep.contracts}
                _0="nothing was due"
                one="# contract was due"
                other="# contracts were due"
              />
            </>
          ) : (
            <Trans>not yet</Trans>
          )}
        </Fact>
        <Fact name={t`In 24 hours`}>
          <Plural value={lastDay.renewed} _0="no renewal" one="# renewal" other="# renewals" /> ·{' '}
          <Plural value={lastDay.queued} _0="no notice written" one="# notice written" other="# notices written" /> ·{' '}
          <Plural value={lastDay.skipped} _0="none skipped" one="# skipped" other="# skipped" />
        </Fact>
      </Facts>
    </Section>
  )
}

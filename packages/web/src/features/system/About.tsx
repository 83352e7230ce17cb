import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Fact, Facts } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { bytes } from './bytes'
import type { Health } from './use-health'

/** Versions, size and clock. */
export function About({ health }: { health: Health }) {
  const { t } = useLingui()
  const format = useFormat()
  const { databaseBytes, databaseVersion, nodeVersion, now, today, timeZone } = health
  return (
    <>
      <Section title={<Trans>Clock</Trans>}>
        <Facts>
          <Fact name={t`Today`}>{format.date(today)}</Fact>
          <Fact name={t`Now`}>{format.exact(now)}</Fact>
          <Fact name={t`Time zone`}>{timeZone}</Fact>
        </Facts>
      </Section>
      <Section title={<Trans>Database</Trans>}>
        <Facts>
          <Fact name={t`Size`}>{bytes(Number(databaseBytes), format.number)}</Fact>
          <Fact name="PostgreSQL">{databaseVersion}</Fact>
        </Facts>
      </Section>
      <Section title={<Trans>Program</Trans>}>
        <Facts>
          <Fact name="Node.js">{nodeVersion}</Fact>
        </Facts>
      </Section>
    </>
  )
}

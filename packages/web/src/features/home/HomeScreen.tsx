import { useLingui } from '@lingui/react/macro'
import { PageHead } from '~/ui/Page'

/** Where a day begins. */
export function HomeScreen() {
  const { t } = useLingui()
  return <PageHead title={t`Home`} />
}

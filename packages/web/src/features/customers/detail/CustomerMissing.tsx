import { Trans, useLingui } from '@lingui/react/macro'
import { Forbidden } from '~/ui/EmptyState'
import { useTitle } from '~/ui/Page'

/** Not there, or not for the viewer: both look alike, so that nobody learns which customers exist. */
export function CustomerMissing() {
  const { t } = useLingui()
  useTitle(t`Customer`)
  return (
    <>
      <h1 className="sr">{t`Customer`}</h1>
      <Forbidden title={<Trans>This customer is not here</Trans>}>
        <Trans>It was deleted, or you are not authorized for it. An administrator can authorize you.</Trans>
      </Forbidden>
    </>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Forbidden } from '~/ui/EmptyState'
import { PageHead } from '~/ui/Page'

/** Not there, or not for the viewer: both look alike, so that nobody learns which contracts exist. */
export function ContractMissing() {
  const { t } = useLingui()
  return (
    <>
      <PageHead title={t`Contract`} />
      <Forbidden title={<Trans>This contract is not here</Trans>}>
        <Trans>
          The address is wrong, it was a draft and is deleted, or you are not authorized for its customer. An
          administrator can authorize you.
        </Trans>
      </Forbidden>
    </>
  )
}

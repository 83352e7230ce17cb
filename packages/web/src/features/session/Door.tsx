import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import type { Permission } from '~/lib/__generated__/schema'
import { Forbidden } from '~/ui/EmptyState'
import { PageHead } from '~/ui/Page'
import { useCan } from './SessionProvider'

/** A screen behind a permission: who lacks it reads whom to ask instead of meeting an error. */
export function Door({ permission, title, children }: { permission: Permission; title: string; children: ReactNode }) {
  if (useCan(permission)) return children
  return (
    <>
      <PageHead title={title} />
      <Forbidden title={<Trans>You may not see this</Trans>}>
        <Trans>Your role does not open this part. An administrator can grant access.</Trans>
      </Forbidden>
    </>
  )
}

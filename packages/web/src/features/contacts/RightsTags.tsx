import { Trans } from '@lingui/react/macro'
import { Tag } from '~/ui/Status'

/** The rights beyond the own records, as small words beside a name. */
export const RightsTags = ({ company, group }: { company: boolean; group: boolean }) => (
  <>
    {company ? (
      <Tag>
        <Trans>authorized user</Trans>
      </Tag>
    ) : null}
    {group && !company ? (
      <Tag>
        <Trans>sees the group</Trans>
      </Tag>
    ) : null}
  </>
)

import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Avatar } from '~/ui/Avatar'
import { SidePanel } from '~/ui/SidePanel'
import { Tag } from '~/ui/Status'
import type { GroupFieldsFragment } from './__generated__/GroupFields'
import css from './groups.module.css'

/** A group for those who may read it and not change it. */
export function GroupPanel({ group, onClose }: { group: GroupFieldsFragment; onClose: () => void }) {
  const { t } = useLingui()
  const { name, customer, members } = group
  return (
    <SidePanel title={t`Group ${name}`} onClose={onClose}>
      <p className="dim">
        {customer.name} · <Plural value={members.totalCount} one="# person" other="# people" />
      </p>
      <ul className={css.people}>
        {members.nodes.map((member) => (
          <li key={member.id}>
            <Avatar name={member.name} />
            <Link to="/contacts/$id" params={{ id: member.id }}>
              {member.name}
            </Link>
            {member.active ? null : (
              <Tag>
                <Trans>passive</Trans>
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}

/** The group that the address names is gone, or not for the viewer. */
export function NoGroup({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <SidePanel title={t`Group`} onClose={onClose}>
      <p>
        <Trans>This group is not here: it was deleted, or you are not authorized for its customer.</Trans>
      </p>
    </SidePanel>
  )
}

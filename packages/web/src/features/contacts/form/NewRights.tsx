import { useDeferredValue } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Note } from '~/ui/Note'
import { useColleagueCountsQuery } from './__generated__/ColleagueCounts'
import { useGroupOptionsQuery } from './__generated__/GroupOptions'
import { ReachSentence } from './ReachSentence'
import { RightsSwitches, type Rights } from './RightsSwitches'

interface Props {
  name: string
  customer: { id: string; name: string }
  groupId: string
  rights: Rights
  onChange: (rights: Rights) => void
}

/** The two rights of a contact that is not entered yet, and what they would open. */
export function NewRights({ name, customer, groupId, rights, onChange }: Props) {
  const { t } = useLingui()
  const asked = useDeferredValue(groupId)
  const { data } = useColleagueCountsQuery({
    variables: { customerId: customer.id, groupId: asked || null, inGroup: asked !== '' },
  })
  const { groups } = useGroupOptionsQuery({ variables: { customerId: customer.id } }).data
  const group = groups.nodes.find(({ id }) => id === asked)?.name
  return (
    <>
      <RightsSwitches rights={rights} group={group} onChange={onChange} />
      <Note role="status">
        <ReachSentence
          name={name.trim() || t`The contact`}
          customer={customer.name}
          group={group}
          company={rights.company}
          groupRight={rights.group}
          colleagues={rights.company ? data.company.totalCount : (data.group?.totalCount ?? 0)}
        />
      </Note>
    </>
  )
}

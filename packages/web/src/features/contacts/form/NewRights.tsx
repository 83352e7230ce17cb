import { Suspense, useDeferredValue } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Switch } from '~/ui/Check'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { useColleagueCountsQuery } from './__generated__/ColleagueCounts'
import { useGroupOptionsQuery } from './__generated__/GroupOptions'
import { ReachSentence } from './ReachSentence'

export interface Rights {
  company: boolean
  group: boolean
}

interface Props {
  name: string
  customer: { id: string; name: string }
  groupId: string
  rights: Rights
  onChange: (rights: Rights) => void
}

/** The two rights of a contact that is not entered yet, and what they would open. */
export function NewRights({ rights, onChange, ...about }: Props) {
  const { t } = useLingui()
  const { groupId } = about
  return (
    <fieldset className="stack">
      <legend className="sr">
        <Trans>What the contact sees</Trans>
      </legend>
      <Switch
        label={t`Authorized user`}
        hint={t`Sees all records of the customer.`}
        checked={rights.company}
        onChange={(event) => onChange({ ...rights, company: event.target.checked })}
      />
      <Switch
        label={t`Sees all records of the group`}
        hint={groupId ? undefined : t`Takes effect in a group; the contact is in none.`}
        checked={rights.group}
        onChange={(event) => onChange({ ...rights, group: event.target.checked })}
      />
      <QueryBoundary resetKey={groupId} fallback={() => null}>
        <Suspense>
          <Note role="status">
            <Reach {...about} rights={rights} />
          </Note>
        </Suspense>
      </QueryBoundary>
    </fieldset>
  )
}

function Reach({ name, customer, groupId, rights }: Omit<Props, 'onChange'>) {
  const { t } = useLingui()
  const asked = useDeferredValue(groupId)
  const { data } = useColleagueCountsQuery({
    variables: { customerId: customer.id, groupId: asked || null, inGroup: asked !== '' },
  })
  const { groups } = useGroupOptionsQuery({ variables: { customerId: customer.id } }).data
  return (
    <ReachSentence
      name={name.trim() || t`The contact`}
      customer={customer.name}
      group={groups.nodes.find(({ id }) => id === asked)?.name}
      company={rights.company}
      groupRight={rights.group}
      colleagues={rights.company ? data.company.totalCount : (data.group?.totalCount ?? 0)}
    />
  )
}

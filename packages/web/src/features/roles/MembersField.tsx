import { Suspense, useDeferredValue, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Avatar } from '~/ui/Avatar'
import { MultiComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { useMemberChoicesQuery } from './__generated__/MemberChoices'
import type { Member } from './role-form'
import css from './RoleForm.module.css'

interface Props {
  members: Member[]
  /** Those who come with this save. */
  joining: Member[]
  onChange: (joining: Member[]) => void
  error: string | undefined
}

/** Who has the role, and who shall have it. */
export function MembersField(props: Props) {
  const { members } = props
  return (
    <>
      {members.length > 0 ? (
        <ul className={css.members}>
          {members.map(({ id, name }) => (
            <li key={id}>
              <Avatar name={name} us />
              <Link to="/admin/organization/users/$id" params={{ id }} className="trunc">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">
          <Trans>Nobody has this role yet.</Trans>
        </p>
      )}
      <QueryBoundary>
        <Suspense fallback={<SkeletonLines lines={2} />}>
          <AddMembers {...props} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function AddMembers({ members, joining, onChange, error }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data } = useMemberChoicesQuery({ variables: { text: wanted || undefined } })
  const taken = new Set([...members, ...joining].map(({ id }) => id))
  const found = data.technicians.nodes.filter(({ id }) => !taken.has(id))
  const options = [
    ...joining.map(({ id, name }) => ({ value: id, label: name })),
    ...found.map(({ id, name, role }) => ({ value: id, label: `${name} · ${role.name}` })),
  ]
  const choose = (ids: string[]) =>
    onChange(
      ids.flatMap((id) => {
        const person = [...joining, ...found].find((each) => each.id === id)
        return person ? [{ id, name: person.name }] : []
      }),
    )
  return (
    <MultiComboField
      label={t`Add technicians`}
      optional
      hint={t`Whoever is added leaves the present role. To take somebody out, open the person and choose another role.`}
      placeholder={t`Search by name`}
      options={options}
      onSearch={setText}
      value={joining.map(({ id }) => id)}
      error={error}
      onChange={choose}
    />
  )
}

import { useRef, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { Crumbs, TitleBar } from '~/ui/Page'
import { toast } from '~/ui/toast'
import { Door } from '../session/Door'
import { useCreateRoleMutation } from './__generated__/CreateRole'
import { RoleForm } from './RoleForm'
import type { RoleValues } from './role-form'

const EMPTY: RoleValues = {
  name: '',
  permissions: ['CUSTOMERS_READ', 'TICKETS_READ'],
  onlyAuthorizedCustomers: false,
  memberIds: [],
}

/** A new role, with a narrow set of permissions to begin from. */
export function NewRoleScreen() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [create, { loading, error }] = useCreateRoleMutation({
    update: forget('roles', 'role', 'users', 'technicians'),
  })
  const back = () => void navigate({ to: '/admin/organization/roles' })

  const save = async (values: RoleValues) => {
    const input = { ...values, memberIds: values.memberIds.map(({ id }) => id), idempotencyKey }
    const answer = (await create({ variables: { input } })).data?.createRole
    made.current = answer?.role?.id
    return answer?.errors
  }
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`New role`}>
      <RoleForm
        label={t`New role`}
        start={EMPTY}
        members={[]}
        head={
          <>
            <Crumbs
              label={t`Where you are`}
              links={[
                <Link key="roles" to="/admin/organization/roles">
                  <Trans>Roles</Trans>
                </Link>,
              ]}
              here={t`New role`}
            />
            <TitleBar title={t`New role`} />
          </>
        }
        onSave={save}
        onSaved={({ name }) => {
          toast(t`The role “${name}” is there.`)
          if (made.current) void navigate({ to: '/admin/organization/roles/$id', params: { id: made.current } })
          else back()
        }}
        onCancel={back}
        pending={loading}
        error={error}
        submitLabel={t`Save role`}
        draftKey="role:new"
      />
    </Door>
  )
}

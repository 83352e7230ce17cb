import { Suspense, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, buttonClass } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { PageError } from '~/ui/ErrorState'
import { Crumbs, PageHead, TitleBar } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { toast } from '~/ui/toast'
import { Door } from '../session/Door'
import { useRolePageQuery, type RolePageQuery } from './__generated__/RolePage'
import { DeleteRoleDialog } from './DeleteRoleDialog'
import { RoleForm } from './RoleForm'
import { useSaveRole } from './use-save-role'
import css from './RoleForm.module.css'

export type RoleData = NonNullable<RolePageQuery['role']>

/** One role: who has it, what it may do, and what a change would mean. */
export function RoleScreen({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`Role`}>
      <QueryBoundary
        resetKey={id}
        fallback={(error, retry) => <PageError title={t`Role`} error={error} onRetry={retry} />}
      >
        <Suspense fallback={<Waiting />}>
          <Loaded key={id} id={id} />
        </Suspense>
      </QueryBoundary>
    </Door>
  )
}

function Waiting() {
  const { t } = useLingui()
  return (
    <>
      <PageHead title={t`Role`} />
      <div className={css.waitingBody}>
        <SkeletonLines lines={8} />
      </div>
    </>
  )
}

function Loaded({ id }: { id: string }) {
  const { t } = useLingui()
  const { role } = useRolePageQuery({ variables: { id } }).data
  if (role) return <RoleEditor role={role} />
  return (
    <>
      <PageHead title={t`Role`} />
      <EmptyState
        title={<Trans>There is no such role</Trans>}
        action={
          <Link to="/admin/organization/roles" className={buttonClass()}>
            <Trans>All roles</Trans>
          </Link>
        }
      >
        <Trans>It was deleted, or the address is wrong.</Trans>
      </EmptyState>
    </>
  )
}

function RoleEditor({ role }: { role: RoleData }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [deleting, setDeleting] = useState(false)
  const { save, pending, error } = useSaveRole(role)
  const { totalCount, nodes } = role.members
  const back = () => void navigate({ to: '/admin/organization/roles' })
  const head = (
    <>
      <Crumbs
        label={t`Where you are`}
        links={[
          <Link key="roles" to="/admin/organization/roles">
            <Trans>Roles</Trans>
          </Link>,
        ]}
        here={role.name}
      />
      <TitleBar
        title={role.name}
        meta={
          <>
            <span>
              <Plural value={totalCount} one="# member" other="# members" />
            </span>
            <span>
              {role.onlyAuthorizedCustomers && !role.administrator ? (
                <Trans>only authorized customers</Trans>
              ) : (
                <Trans>all customers</Trans>
              )}
            </span>
          </>
        }
        actions={
          role.administrator ? null : (
            <Button look="danger" onClick={() => setDeleting(true)}>
              <Trans>Delete role</Trans>
            </Button>
          )
        }
      />
    </>
  )
  return (
    <>
      <RoleForm
        label={role.name}
        start={{
          name: role.name,
          permissions: role.permissions,
          onlyAuthorizedCustomers: role.onlyAuthorizedCustomers,
          memberIds: [],
        }}
        members={nodes}
        administrator={role.administrator}
        head={head}
        onSave={save}
        onSaved={() => toast(t`Saved. It holds from the members’ next click on.`)}
        onCancel={back}
        pending={pending}
        error={error}
        submitLabel={t`Save role`}
        draftKey={`role:${role.id}`}
      />
      {deleting ? <DeleteRoleDialog role={role} onClose={() => setDeleting(false)} onDone={back} /> : null}
    </>
  )
}

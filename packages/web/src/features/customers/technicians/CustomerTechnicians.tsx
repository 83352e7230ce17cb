import { lazy, Suspense, useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconUserCheck } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { DataTable } from '~/ui/DataTable'
import { EmptyState } from '~/ui/EmptyState'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { toast, toastError } from '~/ui/toast'
import { useCan } from '../../session/SessionProvider'
import { TabBody, TabHead } from '../detail/TabBody'
import { useCustomerTechniciansQuery } from './__generated__/CustomerTechnicians'
import { useTechnicianColumns, type TechnicianRow } from './columns'
import { sinceOf } from './since'
import { useAuthorize } from './use-authorize'

const AssignDrawer = lazy(() => import('./AssignDrawer').then((module) => ({ default: module.AssignDrawer })))

const ConfirmRemoval = lazy(() => import('./ConfirmRemoval').then((module) => ({ default: module.ConfirmRemoval })))

interface Props {
  id: string
  assigning: boolean
  onAssign: (open: boolean) => void
}

/** Who may work for the customer. */
export function CustomerTechnicians(props: Props) {
  const columns = useTechnicianColumns({ roles: false, since: false, onRemove: undefined })
  return (
    <TabBody>
      <QueryBoundary resetKey={props.id}>
        <Suspense fallback={<TableSkeleton columns={columns} rows={4} inColumn />}>
          <Loaded {...props} />
        </Suspense>
      </QueryBoundary>
    </TabBody>
  )
}

function Loaded({ id, assigning, onAssign }: Props) {
  const { t } = useLingui()
  const roles = useCan('ORGANIZATION_WRITE')
  const { customer } = useCustomerTechniciansQuery({ variables: { id, roles } }).data
  const { authorize, pending } = useAuthorize()

  const [leaving, setLeaving] = useState<TechnicianRow | null>(null)
  const remove = async ({ id: technicianId, name }: TechnicianRow) => {
    const change = async (part: Parameters<typeof authorize>[1], done: () => void) => {
      const errors = await authorize(id, part).catch(() => [{ message: t`Not saved. Try again.` }])
      if (errors?.[0]) toastError(errors[0].message)
      else done()
    }
    const giveBack = () => void change({ add: [technicianId] }, () => toast(t`${name} is authorized again`))
    await change({ remove: [technicianId] }, () =>
      toast(t`${name} is no longer authorized`, { label: t`Undo`, run: giveBack }),
    )
    setLeaving(null)
  }
  const rows = (customer?.technicians.nodes ?? []).map((technician) => ({
    ...technician,
    since: sinceOf(customer?.timeline.nodes ?? [], technician.name),
  }))
  const columns = useTechnicianColumns({
    roles,
    since: rows.some((row) => row.since !== undefined),
    onRemove: customer?.viewerCanEdit ? setLeaving : undefined,
  })
  if (!customer) return null
  const { technicians, viewerCanEdit } = customer
  const assign = viewerCanEdit ? (
    <Button look="primary" onClick={() => onAssign(true)}>
      <IconUserCheck size={16} stroke={1.8} aria-hidden />
      <Trans>Assign technicians</Trans>
    </Button>
  ) : null
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={<Trans>Nobody is authorized</Trans>} action={assign}>
          <Trans>
            Roles that see all customers see this one anyway. Roles that see authorized customers only do not.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <TabHead actions={assign}>
            <Trans>
              Technicians whose role sees <b>authorized customers only</b> see this customer and its records while they
              stand in this list. Other roles see it anyway.
            </Trans>
          </TabHead>
          <DataTable
            caption={t`Authorized technicians`}
            rows={rows}
            columns={columns}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            total={technicians.totalCount}
            inColumn
          />
          {technicians.totalCount > rows.length ? (
            <p className="muted">
              <Plural
                value={technicians.totalCount - rows.length}
                one="# more is not shown."
                other="# more are not shown."
              />
            </p>
          ) : null}
        </>
      )}
      {leaving ? (
        <Suspense>
          <ConfirmRemoval
            customer={customer}
            technician={leaving}
            pending={pending}
            onConfirm={() => void remove(leaving)}
            onClose={() => setLeaving(null)}
          />
        </Suspense>
      ) : null}
      {assigning && viewerCanEdit ? (
        <Suspense>
          <AssignDrawer customer={customer} onClose={() => onAssign(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

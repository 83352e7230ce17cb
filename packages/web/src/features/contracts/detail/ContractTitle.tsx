import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconDots, IconEdit, IconPlayerPlay, IconRefresh, IconStack2, IconTrash, IconX } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { Button, buttonClass } from '~/ui/Button'
import { Menu, MenuItem, MenuLine } from '~/ui/Menu'
import { TitleBar } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import { ContractStatusMark } from '../Marks'
import { useActivate } from './use-activate'
import type { Contract } from './use-contract'

const RenewDrawer = lazy(() => import('./RenewDrawer').then((module) => ({ default: module.RenewDrawer })))
const TerminateDrawer = lazy(() => import('./TerminateDrawer').then((module) => ({ default: module.TerminateDrawer })))
const PlanDrawer = lazy(() => import('./PlanDrawer').then((module) => ({ default: module.PlanDrawer })))
const DeleteDialog = lazy(() => import('./DeleteDialog').then((module) => ({ default: module.DeleteDialog })))

type Deed = 'renew' | 'terminate' | 'plan' | 'delete'
const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** Name, state and what can be done with the contract. */
export function ContractTitle({ contract }: { contract: Contract }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const seesPlans = useCan('PLANS_READ')
  const [deed, setDeed] = useState<Deed | null>(null)
  const { activate, activating } = useActivate()
  const { id, name, reference, status, type, customer, viewerCanEdit, viewerCanRenew, terminatedOn } = contract
  const draft = status === 'DRAFT'
  const ended = terminatedOn !== null
  const edits = viewerCanEdit && !ended
  const edit = () => void navigate({ to: '/contracts/$id/edit', params: { id } })
  useShortcuts(edits ? [{ key: 'e', label: t`Edit the contract`, run: edit }] : [])
  const close = () => setDeed(null)
  return (
    <>
      <TitleBar
        divided
        title={name}
        meta={
          <>
            <span className="muted">{reference}</span>
            <ContractStatusMark status={status} />
            <span>{type.name}</span>
            <Link to="/customers/$id" params={{ id: customer.id }}>
              {customer.name}
            </Link>
          </>
        }
        actions={
          viewerCanEdit ? (
            <>
              {edits ? (
                <Link to="/contracts/$id/edit" params={{ id }} className={buttonClass()} aria-keyshortcuts="E">
                  <IconEdit {...icon} />
                  <Trans>Edit</Trans>
                </Link>
              ) : null}
              {draft ? (
                <Button look="primary" pending={activating} onClick={() => void activate(contract)}>
                  <IconPlayerPlay {...icon} />
                  <Trans>Activate</Trans>
                </Button>
              ) : viewerCanRenew ? (
                <Button look="primary" onClick={() => setDeed('renew')}>
                  <IconRefresh {...icon} />
                  <Trans>Renew now…</Trans>
                </Button>
              ) : null}
              {ended || status === 'EXPIRED' ? null : (
                <Menu
                  label={t`More actions`}
                  button={(attributes) => (
                    <Button icon aria-label={t`More actions`} {...attributes}>
                      <IconDots {...icon} />
                    </Button>
                  )}
                >
                  {draft ? (
                    <MenuItem icon={<IconTrash {...icon} />} danger onClick={() => setDeed('delete')}>
                      <Trans>Delete draft…</Trans>
                    </MenuItem>
                  ) : (
                    <>
                      {seesPlans ? (
                        <>
                          <MenuItem icon={<IconStack2 {...icon} />} onClick={() => setDeed('plan')}>
                            <Trans>Change plan…</Trans>
                          </MenuItem>
                          <MenuLine />
                        </>
                      ) : null}
                      <MenuItem icon={<IconX {...icon} />} danger onClick={() => setDeed('terminate')}>
                        <Trans>Terminate…</Trans>
                      </MenuItem>
                    </>
                  )}
                </Menu>
              )}
            </>
          ) : null
        }
      />
      {deed ? (
        <Suspense>
          {deed === 'renew' ? (
            <RenewDrawer contract={contract} onClose={close} />
          ) : deed === 'terminate' ? (
            <TerminateDrawer contract={contract} onClose={close} />
          ) : deed === 'plan' ? (
            <PlanDrawer contract={contract} onClose={close} />
          ) : (
            <DeleteDialog
              contract={contract}
              onClose={close}
              onDone={() => void navigate({ to: '/contracts', replace: true })}
            />
          )}
        </Suspense>
      ) : null}
    </>
  )
}

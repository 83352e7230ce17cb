import { Suspense, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { problemOf } from '~/lib/problem'
import { Button, buttonClass } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { PageError } from '~/ui/ErrorState'
import { Crumbs, PageHead, TitleBar } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { toast, toastError } from '~/ui/toast'
import { When } from '~/ui/When'
import { PlanContracts } from '../contracts/PlanContracts'
import { Door } from '../session/Door'
import { useCan } from '../session/SessionProvider'
import type { PlanFieldsFragment } from './__generated__/PlanFields'
import { usePlanPageQuery } from './__generated__/PlanPage'
import { useUpdatePlanMutation } from './__generated__/UpdatePlan'
import { DeletePlanDialog } from './DeletePlanDialog'
import { PlanForm, type SaveTools } from './editor/PlanForm'
import { changesOf, valuesOf, type PlanValues } from './form/values'
import css from './PlanScreen.module.css'
import { PlanStatus } from './PlanStatus'

/** One service plan: all its fields, and what they make of a month. */
export function PlanScreen({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <Door permission="PLANS_READ" title={t`Service plan`}>
      <QueryBoundary
        resetKey={id}
        fallback={(error, retry) => <PageError title={t`Service plan`} error={error} onRetry={retry} />}
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
      <PageHead title={t`Service plan`} />
      <div className={css.waiting}>
        <SkeletonLines lines={8} />
      </div>
    </>
  )
}

function Loaded({ id }: { id: string }) {
  const { t } = useLingui()
  const { servicePlan } = usePlanPageQuery({ variables: { id } }).data
  if (servicePlan) return <PlanEditor plan={servicePlan} />
  return (
    <>
      <PageHead title={t`Service plan`} />
      <EmptyState
        title={<Trans>There is no such service plan</Trans>}
        action={
          <Link to="/plans" className={buttonClass()}>
            <Trans>All service plans</Trans>
          </Link>
        }
      >
        <Trans>It was deleted, or the address is wrong.</Trans>
      </EmptyState>
    </>
  )
}

function PlanEditor({ plan }: { plan: PlanFieldsFragment }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('PLANS_WRITE')
  const seesContracts = useCan('CONTRACTS_READ')
  const [deleting, setDeleting] = useState(false)
  // The version that was on screen when the form began: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(plan.version)
  const [update, { loading, error }] = useUpdatePlanMutation({ update: forget('servicePlans') })
  const [switchActive, switching] = useUpdatePlanMutation({ update: forget('servicePlans') })
  const { id, title, active, revision } = plan
  const back = () => void navigate({ to: '/plans', ignoreBlocker: true })

  const save = async (values: PlanValues, { before, meet }: SaveTools) => {
    const changes = changesOf(values, before, i18n.locale)
    if (Object.keys(changes).length === 0) return []
    const { data } = await update({ variables: { input: { id, version, ...changes } } })
    const { servicePlan: current, errors = [] } = data?.updateServicePlan ?? {}
    const stale = errors.some(({ code }) => code === 'CONFLICT')
    if (current && (stale || errors.length === 0)) setVersion(current.version)
    return current && stale ? meet(valuesOf(current, i18n.locale)) : errors
  }

  const setActive = async (on: boolean, seen: number) => {
    const answer = await switchActive({ variables: { input: { id, version: seen, active: on } } }).catch(
      (failure: unknown) => {
        toastError(t`Not done. Try again.`, problemOf(failure).id)
        return null
      },
    )
    const { servicePlan: current, errors = [] } = answer?.data?.updateServicePlan ?? {}
    const [refusal] = errors
    if (refusal) return toastError(refusal.message)
    if (!current) return
    setVersion(current.version)
    toast(on ? t`The service plan is active.` : t`The service plan is inactive: it is offered no more.`, {
      label: t`Undo`,
      run: () => void setActive(!on, current.version),
    })
  }

  const head = (
    <>
      <Crumbs
        label={t`Where you are`}
        links={[
          <Link key="plans" to="/plans">
            <Trans>Service plans</Trans>
          </Link>,
        ]}
        here={title}
      />
      <TitleBar
        title={title}
        meta={
          <>
            <PlanStatus active={active} />
            <span>
              <Trans>Revision {revision}</Trans>
            </span>
            <span className="muted">
              <Trans>
                changed <When at={plan.updatedAt} />
              </Trans>
            </span>
          </>
        }
        actions={
          mayEdit ? (
            <>
              <Button pending={switching.loading} onClick={() => void setActive(!active, version)}>
                {active ? <Trans>Make inactive</Trans> : <Trans>Make active</Trans>}
              </Button>
              <Button look="danger" onClick={() => setDeleting(true)}>
                <Trans>Delete…</Trans>
              </Button>
            </>
          ) : null
        }
      />
    </>
  )
  return (
    <>
      <PlanForm
        label={title}
        head={head}
        start={valuesOf(plan, i18n.locale)}
        revision={revision}
        mayEdit={mayEdit}
        onSave={save}
        onSaved={() => toast(t`Service plan saved`)}
        onCancel={back}
        pending={loading}
        error={error}
        draftKey={`plan:${id}`}
        aside={
          seesContracts ? (
            <QueryBoundary resetKey={id}>
              <Suspense fallback={<SkeletonLines lines={4} />}>
                <PlanContracts id={id} />
              </Suspense>
            </QueryBoundary>
          ) : null
        }
      />
      {deleting ? (
        <DeletePlanDialog plan={{ id, title, version }} onClose={() => setDeleting(false)} onDone={back} />
      ) : null}
    </>
  )
}

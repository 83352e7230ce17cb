import { useRef } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { Crumbs, TitleBar } from '~/ui/Page'
import { toast } from '~/ui/toast'
import { useIdempotencyKey } from '../customers/form/idempotency'
import { Door } from '../session/Door'
import { useCreatePlanMutation } from './__generated__/CreatePlan'
import { PlanForm } from './editor/PlanForm'
import { PRESETS, type Preset } from './form/presets'
import { EMPTY, inputOf, type PlanValues } from './form/values'

/** A new plan, empty or begun from a preset. */
export function NewPlanScreen({ preset }: { preset: Preset | undefined }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  const keyFor = useIdempotencyKey()
  const [create, { loading, error }] = useCreatePlanMutation({ update: forget('servicePlans') })
  const chosen = PRESETS.find(({ key }) => key === preset)
  const begun = chosen ? i18n._(chosen.name) : null

  const save = async (values: PlanValues) => {
    const input = inputOf(values, i18n.locale)
    const { data } = await create({ variables: { input: { ...input, idempotencyKey: keyFor(input) } } })
    made.current = data?.createServicePlan.servicePlan?.id
    return data?.createServicePlan.errors
  }
  return (
    <Door permission="PLANS_WRITE" title={t`New service plan`}>
      <PlanForm
        label={t`New service plan`}
        start={{ ...EMPTY, ...chosen?.values }}
        revision={null}
        mayEdit
        head={
          <>
            <Crumbs
              label={t`Where you are`}
              links={[
                <Link key="plans" to="/plans">
                  <Trans>Service plans</Trans>
                </Link>,
              ]}
              here={t`New service plan`}
            />
            <TitleBar title={t`New service plan`} meta={begun ? <span>{t`From the preset “${begun}”`}</span> : null} />
          </>
        }
        onSave={save}
        onSaved={() => {
          toast(t`Service plan saved`)
          void navigate(made.current ? { to: '/plans/$id', params: { id: made.current } } : { to: '/plans' })
        }}
        onCancel={() => void navigate({ to: '/plans', ignoreBlocker: true })}
        pending={loading}
        error={error}
        draftKey={`plan:new:${preset ?? ''}`}
      />
    </Door>
  )
}

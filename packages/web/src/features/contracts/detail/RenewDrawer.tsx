import { Trans, useLingui } from '@lingui/react/macro'
import { useForm, useWatch } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { toast } from '~/ui/toast'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { useCan } from '../../session/SessionProvider'
import { messageOf } from '../form/context'
import { readPeriod } from '../form/values'
import { TermRuler } from '../term/TermRuler'
import { nextTerms, wholeMonths } from '../term/terms'
import { today } from '~/lib/today'
import { useRenewContractMutation } from './__generated__/RenewContract'
import { forgetAround } from './forget-around'
import { PeriodFields, type PeriodValues } from './PeriodFields'
import { PlanSelect } from './PlanSelect'
import type { Contract } from './use-contract'

interface RenewValues extends PeriodValues {
  /** Empty: as it was. */
  planId: string
}

/** As long as it renews by itself, else as long as the last term, else a year. */
function usualPeriod({ renewalPeriod, terms }: Contract): RenewValues['period'] {
  if (renewalPeriod) return { count: String(renewalPeriod.count), unit: renewalPeriod.unit }
  const last = terms.at(-1)
  return { count: String((last && wholeMonths(last)) ?? 12), unit: 'MONTH' }
}

/** "Renew now": a further term, with another period or plan when it shall be so. The new term is shown while one types. */
export function RenewDrawer({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useLingui()
  const plans = useCan('PLANS_READ')
  const keyFor = useIdempotencyKey()
  const { id, version, name, plan } = contract
  const form = useForm<RenewValues>({
    defaultValues: { period: usualPeriod(contract), planId: plan?.id ?? '' },
    mode: 'onTouched',
  })
  const { register, formState } = form
  const [renew, { loading, error }] = useRenewContractMutation({ update: forgetAround(contract) })
  const save = async ({ period, planId }: RenewValues) => {
    const input = {
      id,
      version,
      period: readPeriod(period),
      ...(planId !== (plan?.id ?? '') ? { planId: planId || null } : {}),
    }
    const { data } = await renew({ variables: { input: { ...input, idempotencyKey: keyFor(input) }, plans } })
    return data?.renewContract.errors
  }
  return (
    <DrawerForm
      title={t`Renew ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`The contract is renewed.`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Renew now`}
    >
      <PeriodFields register={register} error={messageOf(formState.errors.period)} />
      {plans ? (
        <PlanSelect
          label={t`Service plan`}
          current={plan}
          error={formState.errors.planId?.message}
          {...register('planId')}
        />
      ) : null}
      <NewTerm contract={contract} form={form} />
      <Note>
        <Trans>
          Notices about the end so far that have not been sent are skipped; they are planned for the new end.
        </Trans>
      </Note>
    </DrawerForm>
  )
}

/** The term that renewing makes. */
function NewTerm({ contract, form }: { contract: Contract; form: ReturnType<typeof useForm<RenewValues>> }) {
  const format = useFormat()
  const period = useWatch({ control: form.control, name: 'period' })
  const read = readPeriod(period)
  const [next] = read ? nextTerms(contract.terms, read, 1) : []
  if (!next) return null
  const [from, to] = [format.weekdayDate(next.startsOn), format.weekdayDate(next.endsOn)]
  return (
    <div className="stack" aria-live="polite">
      <p>
        <Trans>
          New term: <b>{from}</b> to <b>{to}</b>
        </Trans>
      </p>
      <TermRuler term={next} status="UPCOMING" today={today()} />
    </div>
  )
}

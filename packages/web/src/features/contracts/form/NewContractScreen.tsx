import { useRef } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { Crumbs, TitleBar } from '~/ui/Page'
import { toast } from '~/ui/toast'
import { forgetOf } from '../../customers/forget-of'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { Door } from '../../session/Door'
import { useCan } from '../../session/SessionProvider'
import { useCreateContractMutation } from './__generated__/CreateContract'
import { ContractForm, type SaveTools } from './ContractForm'
import { emptyContract, inputOf, type ContractValues } from './values'

/** A new contract: in force as soon as its first day has come, or a draft. */
export function NewContractScreen({ customerId }: { customerId: string | undefined }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  const keyFor = useIdempotencyKey()
  const plans = useCan('PLANS_READ')
  const [create, { loading, error }] = useCreateContractMutation({ update: forget('contracts') })

  const save = async (values: ContractValues, { draft }: SaveTools) => {
    const input = { ...inputOf(values, plans), draft }
    const { data } = await create({
      variables: { input: { ...input, idempotencyKey: keyFor(input) } },
      update: (cache) => {
        forget('contracts')(cache)
        if (values.customerId)
          forgetOf('Customer', values.customerId, 'contracts', 'activeContractCount', 'timeline')(cache)
      },
    })
    made.current = data?.createContract.contract?.id
    return data?.createContract.errors
  }
  return (
    <Door permission="CONTRACTS_WRITE" title={t`Add contract`}>
      <ContractForm
        label={t`Add contract`}
        start={emptyContract(customerId ?? null)}
        contract={null}
        head={
          <>
            <Crumbs
              label={t`Place`}
              links={[
                <Link key="contracts" to="/contracts">
                  <Trans>Contracts</Trans>
                </Link>,
              ]}
              here={t`Add contract`}
            />
            <TitleBar divided title={t`Add contract`} />
          </>
        }
        onSave={save}
        onSaved={() => {
          toast(t`Contract saved`)
          void navigate(made.current ? { to: '/contracts/$id', params: { id: made.current } } : { to: '/contracts' })
        }}
        onCancel={() =>
          void navigate(
            customerId
              ? { to: '/customers/$id/contracts', params: { id: customerId }, ignoreBlocker: true }
              : { to: '/contracts', ignoreBlocker: true },
          )
        }
        pending={loading}
        error={error}
        draftKey={`contract:new:${customerId ?? ''}`}
      />
    </Door>
  )
}

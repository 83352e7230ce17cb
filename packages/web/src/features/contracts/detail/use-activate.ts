import { useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { toast, toastError } from '~/ui/toast'
import { useCan } from '../../session/SessionProvider'
import { useActivateContractMutation } from './__generated__/ActivateContract'
import { forgetAround } from './forget-around'
import type { Contract } from './use-contract'

/** Puts a draft into force; what the server refuses is said in a toast. */
export function useActivate() {
  const { t } = useLingui()
  const plans = useCan('PLANS_READ')
  const [run, { loading: activating }] = useActivateContractMutation()
  const activate = async (contract: Contract) => {
    const { id, version } = contract
    const answer = await run({ variables: { input: { id, version }, plans }, update: forgetAround(contract) }).catch(
      (failure: unknown) => {
        toastError(t`Not done. Try again.`, problemOf(failure).id)
        return null
      },
    )
    const refusal = answer?.data?.activateContract.errors[0]
    if (refusal) toastError(refusal.message)
    else if (answer) toast(t`The contract is activated.`)
  }
  return { activate, activating }
}

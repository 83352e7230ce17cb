import { useLingui } from '@lingui/react/macro'
import type { ContractField } from './values'

/** The labels of the fields, which sentences about them use too. */
export function useContractFieldNames(): Record<ContractField, string> {
  const { t } = useLingui()
  return {
    customerId: t`Customer`,
    typeId: t`Contract type`,
    name: t`Name of the contract`,
    description: t`Description`,
    startsOn: t`First day`,
    endsOn: t`Last day`,
    planId: t`Service plan`,
    autoRenew: t`Renews by itself`,
    renewalPeriod: t`Renews for`,
    notices: t`Notices`,
    noticeUserIds: t`Our people`,
    noticeContactIds: t`The customer’s people`,
  }
}

import { addDays } from '~/lib/days'
import type { HomeContractsQueryVariables } from './__generated__/HomeContracts'
import { today } from '~/lib/today'

/** The days before which a contract ends within 30, 60 and 90 days from today. */
export const homeContractVariables = (): HomeContractsQueryVariables => {
  const day = today()
  return { in30: addDays(day, 30), in60: addDays(day, 60), in90: addDays(day, 90) }
}

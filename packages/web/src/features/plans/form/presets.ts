import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { PlanValues } from './values'

export type Preset = 'hours' | 'flat' | 'payg'

/** Plans that many begin with. Amounts are examples to be written over. */
export const PRESETS: {
  key: Preset
  name: MessageDescriptor
  about: MessageDescriptor
  values: Partial<PlanValues>
}[] = [
  {
    key: 'hours',
    name: msg`Prepaid hours`,
    about: msg`A monthly fee with hours in it; each hour beyond them has its price.`,
    values: { fixedFee: '20000', includedHours: '20', hourlyRate: '1200' },
  },
  {
    key: 'flat',
    name: msg`Flat fee`,
    about: msg`One amount a month, however much work there is.`,
    values: { pricingMethod: 'FLAT', billingMethod: 'IN_ADVANCE', fixedFee: '15000', costBases: [] },
  },
  {
    key: 'payg',
    name: msg`Pay as you go`,
    about: msg`No fee: hours are priced by the time of the day they were worked in.`,
    values: {
      costBases: ['DIFFERENTIAL'],
      bandRates: [
        { band: 'OPERATIONAL', rate: '1000' },
        { band: 'NON_OPERATIONAL', rate: '1500' },
        { band: 'WEEKEND', rate: '2000' },
        { band: 'HOLIDAY', rate: '2500' },
      ],
    },
  },
]

import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { ComponentType } from 'react'
import type { PlanField } from '../form/values'
import { Limits } from './Limits'
import { PriceAndBilling } from './PriceAndBilling'
import { TechniciansAndCalendar } from './TechniciansAndCalendar'
import { WhatItIs } from './WhatItIs'

export interface Group {
  key: string
  name: MessageDescriptor
  about: MessageDescriptor
  fields: PlanField[]
  Fields: ComponentType
}

/** The parts of the form, in the order in which one thinks about a plan. */
export const GROUPS: Group[] = [
  {
    key: 'what',
    name: msg`What it is`,
    about: msg`Its name, and what work is measured in.`,
    fields: ['title', 'description', 'pricingMethod'],
    Fields: WhatItIs,
  },
  {
    key: 'price',
    name: msg`Price and billing`,
    about: msg`What is invoiced, when, and what work costs that no credit covers.`,
    fields: [
      'fixedFee',
      'currency',
      'billingPeriod',
      'billingMethod',
      'costBases',
      'hourlyRate',
      'bandRates',
      'ticketRate',
    ],
    Fields: PriceAndBilling,
  },
  {
    key: 'limits',
    name: msg`Credit and limits`,
    about: msg`What comes with a period, and what becomes of work beyond it.`,
    fields: [
      'includedHours',
      'includedTickets',
      'creditCoversOperationalOnly',
      'rollOverUnused',
      'rollOverCap',
      'rollOverPeriods',
      'overage',
      'weeklyHourLimit',
      'overtime',
      'overtimeMultiplier',
    ],
    Fields: Limits,
  },
  {
    key: 'technicians',
    name: msg`Technicians and calendar`,
    about: msg`What may be added to time entries, and which hours are working hours.`,
    fields: ['technicianMayAddCost', 'technicianMayAddTime', 'calendarId'],
    Fields: TechniciansAndCalendar,
  },
]

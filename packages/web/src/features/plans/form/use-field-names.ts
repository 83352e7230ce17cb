import { useLingui } from '@lingui/react/macro'
import type { PlanField } from './values'

/** The labels of the fields, which sentences about them use too. */
export function usePlanFieldNames(): Record<PlanField, string> {
  const { t } = useLingui()
  return {
    title: t`Title of the plan`,
    description: t`Description`,
    pricingMethod: t`Pricing method`,
    billingMethod: t`Billing method`,
    billingPeriod: t`Billing period`,
    currency: t`Currency`,
    fixedFee: t`Fixed fee`,
    includedHours: t`Hours included`,
    includedTickets: t`Tickets included`,
    weeklyHourLimit: t`Most hours a week`,
    hourlyRate: t`Price of an hour`,
    ticketRate: t`Price of a ticket`,
    overtime: t`Overtime`,
    overtimeMultiplier: t`Overtime multiplier`,
    overage: t`When credit is used up`,
    creditCoversOperationalOnly: t`Credit for working hours only`,
    rollOverUnused: t`Unused credit goes on`,
    rollOverCap: t`At most in all`,
    rollOverPeriods: t`Lives for`,
    technicianMayAddCost: t`Technicians may add costs`,
    technicianMayAddTime: t`Technicians may add time`,
    costBases: t`Cost basis`,
    bandRates: t`Prices by time of day`,
    calendarId: t`Working calendar`,
  }
}

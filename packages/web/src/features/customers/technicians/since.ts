import type { CustomerTechniciansQuery } from './__generated__/CustomerTechnicians'

type Event = NonNullable<CustomerTechniciansQuery['customer']>['timeline']['nodes'][number]

/** When the technician got the authorization, as far as the latest events tell; they name people, not ids. */
export const sinceOf = (events: Event[], name: string): string | undefined =>
  events.find(
    ({ action, changes }) =>
      action === 'AUTHORIZATION_CHANGED' && changes.some(({ field, to }) => field === 'technicians' && to === name),
  )?.at

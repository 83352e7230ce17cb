import type { Timer } from './use-timer'

/** What a timer runs on: its ticket’s number, or its contract’s reference, or at least whose it is. */
export const timerName = ({ ticket, contract, customer }: Timer): string =>
  ticket?.number ?? contract?.reference ?? customer?.name ?? '…'

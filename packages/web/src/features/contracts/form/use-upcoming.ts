import { useMemo } from 'react'
import { nextTerms, type Term } from '../term/terms'
import { useContractForm } from './context'
import { readPeriod, readTerm } from './values'

const SHOWN = 3

/** The last term as the form's days make it, and the three that renewal would add; none while the days make no sense. */
export function useUpcoming(): { term: Term | null; next: Term[] } {
  const { values, terms } = useContractForm()
  const { startsOn, endsOn, autoRenew, renewalPeriod } = values
  return useMemo(() => {
    const earlier = terms.slice(0, -1)
    // In a chain the form's first day is that of the first term, its last day that of the last.
    const from = earlier.length > 0 ? (terms.at(-1)?.startsOn ?? startsOn) : startsOn
    const term = readTerm({ startsOn: from, endsOn })
    const period = readPeriod(renewalPeriod)
    return { term, next: term && autoRenew && period ? nextTerms([...earlier, term], period, SHOWN) : [] }
  }, [terms, startsOn, endsOn, autoRenew, renewalPeriod])
}

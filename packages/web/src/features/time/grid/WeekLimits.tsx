import { Section } from '~/ui/Page'
import { AllowanceBars } from '../form/AllowanceBars'
import { useAllowance } from '../form/use-allowance'
import type { Day } from '../week'
import type { GridEntry } from './week-rows'

/** More contracts than these have their own pages. */
const MOST = 8

interface Worked {
  id: string
  reference: string
  name: string
  customer: string
  /** The last day of the week on which somebody worked under it. */
  day: Day
}

/** The contracts of the week’s entries, each once. */
function contractsOf(entries: readonly GridEntry[]): Worked[] {
  const found = new Map<string, Worked>()
  for (const { contract, customer, workedOn } of entries) {
    if (!contract) continue
    const before = found.get(contract.id)
    if (!before || before.day < workedOn)
      found.set(contract.id, { ...contract, customer: customer.name, day: workedOn })
  }
  return [...found.values()]
}

/** What the contracts that were worked under in this week still let in. */
export function WeekLimits({ entries }: { entries: readonly GridEntry[] }) {
  return contractsOf(entries)
    .slice(0, MOST)
    .map((contract) => <Limits key={contract.id} {...contract} />)
}

function Limits({ id, reference, name, customer, day }: Worked) {
  const { allowance } = useAllowance(`contract:${id}`, day)
  if (!allowance || (allowance.weekMinutes === null && allowance.creditMinutesLeft === null)) return null
  return (
    <Section title={name}>
      <p className="muted sm">
        {reference} · {customer}
      </p>
      <AllowanceBars allowance={allowance} adding={0} counted={0} />
    </Section>
  )
}

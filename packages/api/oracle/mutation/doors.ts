/**
 * Doors, each left open for everybody and each closed to everybody in turn. Before the house is opened every entry of the
 * features' books gets a door object of its own, which shield, executor and reader then share: what is done to it in
 * place holds everywhere at once.
 */
import * as features from '../../src/app/features.ts'
import { publicDoor, type Door } from '../../src/core/graphql/doors.ts'
import type { Asker, Caller } from '../model/asker.ts'
import { model } from '../model/index.ts'
import { anybody, type Rule } from '../model/rules.ts'
import type { Mutant } from './mutant.ts'
import type { Trials } from './trials.ts'

export interface HungDoor {
  kind: 'type' | 'field' | 'input'
  /** "Type", "Type.field" or "InputType.field". */
  name: string
  door: Door
}

/** Hangs a door of its own at every entry. To be called once, before the house is opened. */
export function hangDoors(): HungDoor[] {
  const hung: HungDoor[] = []
  const hang = (kind: HungDoor['kind'], book: Record<string, Door> | undefined) => {
    for (const [name, shared] of Object.entries(book ?? {})) {
      // The one that opens for nobody too is known by its identity.
      const door: Door =
        shared === publicDoor ? shared : { ...shared, test: (principal, args) => shared.test(principal, args) }
      book![name] = door
      hung.push({ kind, name, door })
    }
  }
  for (const { types, fields, inputs } of features.doors) {
    hang('type', types)
    hang('field', fields)
    hang('input', inputs)
  }
  return hung
}

export function doorMutants(hung: readonly HungDoor[], trials: Trials): Mutant[] {
  return hung.flatMap((each) => {
    const { name, door } = each
    const before: Door = { ...door }
    const make = (deed: string, answer: true | string): Mutant => ({
      name: `door ${name}: ${deed}`,
      apply: () => void (door.test = () => answer),
      restore: () => void Object.assign(door, before),
      trials: () => touching(each, trials, answer === true),
    })
    const closed = make('always closed', 'NOBODY')
    // What is open to everybody cannot be opened.
    return (ruleOf(each.kind, name) ?? anybody) === anybody ? [closed] : [make('always open', true), closed]
  })
}

/** Those for whom the door makes a difference come first. */
function* touching({ kind, name }: HungDoor, trials: Trials, opened: boolean) {
  const rule = ruleOf(kind, name)
  const differs = ({ asker }: Caller) => ((rule?.(asker as Asker) ?? null) !== null) === opened
  const callers = [...trials.callers.filter(differs), ...trials.callers.filter((caller) => !differs(caller))]
  const [owner, field] = name.split('.') as [string, string?]
  if (owner === 'Mutation') yield* trials.mutations(field!, callers)
  if (owner === 'Subscription' || owner === 'TicketPresence') yield* trials.subscriptions([name], callers)
  const writes =
    kind === 'input'
      ? Object.keys(model.mutations).filter((each) => owner.toLowerCase() === `${each}input`.toLowerCase())
      : []
  for (const each of writes) yield* trials.mutations(each, callers)
  for (const caller of callers) yield* trials.queries([name], [caller])
}

function ruleOf(kind: HungDoor['kind'], name: string): Rule | undefined {
  const [owner, field = ''] = name.split('.') as [string, string?]
  if (kind === 'type') return model.types[owner]?.rule
  if (owner === 'Mutation') return model.mutations[field]?.rule
  if (kind === 'field') return model.types[owner]?.fields[field]?.rule
  const write = Object.entries(model.mutations).find(([each]) => owner.toLowerCase() === `${each}input`.toLowerCase())
  return model.filters[owner]?.[field]?.rule ?? write?.[1].guarded?.[field]?.rule
}

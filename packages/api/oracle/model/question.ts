import type { NodeRow, World } from '../world/rows.ts'
import type { Asker } from './asker.ts'
import type { Cursors } from './cursors.ts'
import type { Model } from './index.ts'

/** One who asks, in one world: what is there for him or her. */
export class Question {
  private readonly seen = new Map<string, readonly NodeRow[]>()
  readonly world: World
  readonly asker: Asker
  readonly model: Model
  readonly cursors: Cursors

  constructor(world: World, asker: Asker, model: Model, cursors: Cursors) {
    this.world = world
    this.asker = asker
    this.model = model
    this.cursors = cursors
  }

  /** Rows of a type that are there for the one who asks, doors aside. */
  rows<Row extends NodeRow>(type: Row['type']): readonly Row[] {
    let rows = this.seen.get(type)
    if (!rows) {
      const nodes = this.model.nodes[type]!
      rows = nodes.rows(this.world).filter((row) => nodes.sees(this.asker, row as never, this.world))
      this.seen.set(type, rows)
    }
    return rows as readonly Row[]
  }

  /** The row with this id, or null when it is not there for the one who asks. */
  row<Row extends NodeRow>(type: Row['type'], id: string | null): Row | null {
    return this.rows<Row>(type).find((row) => row.id === id) ?? null
  }

  /** Whether the door of a type is open. */
  open(type: string): boolean {
    return this.model.types[type]?.rule(this.asker) === null
  }

  /** The object of a type by its id, where the document did not name the type: a closed door hides it quietly. */
  object(type: string | null, id: string | null): NodeRow | null {
    return type !== null && type in this.model.nodes && this.open(type) ? this.row(type as NodeRow['type'], id) : null
  }

  /** Whether "Type.field" may be known: a field without a case of its own is as open as its type, nothing else is open. */
  mayKnow(type: string | null, field: string): boolean {
    return (
      type !== null && this.open(type) && (this.model.types[type]!.fields[field]?.rule?.(this.asker) ?? null) === null
    )
  }
}

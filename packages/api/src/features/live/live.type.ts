import { of, type } from '../../core/graphql/fields.ts'
import { Technician } from '../organization/index.ts'

@type('Who has a ticket open now.')
export class TicketPresence {
  @of(() => [Technician], 'Technicians who look at it, the one who asks among them; by name.')
  technicians!: Technician[]
}

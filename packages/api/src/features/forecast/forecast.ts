/** `Contract.forecast`: what the sweep and the prices will make of a contract, by doing it without writing anything. */
import { Temporal } from 'temporal-polyfill'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { badUserInput } from '../../core/graphql/errors.ts'
import { answeredByCode, type CodeField } from '../../core/graphql/executor.ts'
import { RowRef } from '../../core/read/plan.ts'
import {
  foresee,
  isBefore,
  loadContract,
  momentNow,
  type Day,
  type Foresight,
  type Recipient,
} from '../contracts/index.ts'
import { expectedPeriods } from '../usage/index.ts'

const mostYears = 5
/** Daily renewals over years with many recipients would be millions. */
const mostNotices = 5_000

/** The model says `needs: ['id']`. */
export const forecastField: CodeField = async (row, context, { until: asked }) => {
  const app = context as unknown as AppContext
  const today = app.clock.today()
  const until = Temporal.PlainDate.from(asked as string)
  if (isBefore(until, today) || isBefore(today.add({ years: mostYears }), until))
    throw badUserInput(`\`until\` is from today to ${mostYears} years on.`, { extensions: { argument: 'until' } })
  const id = row['@id'] as string
  const contract = await loadContract(app.reader, app.principal, id)
  if (!contract) return answeredByCode({ terms: [], notices: [], periods: [] })
  const foresight = foresee(contract, momentNow(app), until, mostNotices)
  if (!foresight)
    throw badUserInput('There are too many notices until then: choose an earlier day.', {
      extensions: { argument: 'until' },
    })
  return answeredByCode({
    terms: foresight.terms.map((term) =>
      answeredByCode({
        startsOn: term.startsOn.toString(),
        endsOn: term.endsOn.toString(),
        origin: term.origin,
        createdAt: term.createdAt ?? startOf(term.startsOn, app.clock.timeZone),
      }),
    ),
    notices: noticesOf(id, foresight),
    periods: await expectedPeriods(app, id, foresight.terms, { from: today, until }),
  })
}

const startOf = (day: Day, timeZone: string) => day.toZonedDateTime(timeZone).toInstant().toString()

function noticesOf(contractId: string, { notices, recipients }: Foresight) {
  const known = new Map<string, Recipient>(recipients.map((recipient) => [recipient.id, recipient]))
  return notices
    .map(({ notice: { endsOn, side, days, recipientId }, dueOn, skipped }) => {
      const recipient = known.get(recipientId)
      return {
        // None of the log's: nothing of it is written.
        id: `forecast:${contractId}:${endsOn.toString()}:${side}:${days}:${recipientId}`,
        dueOn: dueOn.toString(),
        endsOn: endsOn.toString(),
        side,
        days,
        recipient: new RowRef(recipient?.kind === 'CONTACT' ? 'Contact' : 'Technician', recipientId),
        email: recipient?.email ?? '',
        status: skipped ? 'SKIPPED' : 'PLANNED',
        skipReason: skipped,
        sentAt: null,
        failure: null,
      }
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
    .map(answeredByCode)
}

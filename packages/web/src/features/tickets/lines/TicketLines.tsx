import { Link } from '@tanstack/react-router'
import { When } from '~/ui/When'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { TicketStatusMark } from '../Marks'
import css from './TicketLines.module.css'

/** Some tickets, a line each: for a section of another page. */
export const TicketLines = ({ tickets }: { tickets: readonly TicketRowFragment[] }) => (
  <ul className={css.lines}>
    {tickets.map(({ id, number, subject, status, updatedAt }) => (
      <li key={id}>
        <Link to="/tickets/$id" params={{ id }} className={css.link} title={subject}>
          <span className="muted">{number}</span> {subject}
        </Link>
        <TicketStatusMark status={status} />
        <span className={css.when}>
          <When at={updatedAt} />
        </span>
      </li>
    ))}
  </ul>
)

import { Link } from '@tanstack/react-router'
import css from './CustomerLink.module.css'

interface Props {
  customer: { id: string; name: string }
  to?: '/customers/$id' | '/customers/$id/groups'
}

/** The customer of a row. On a phone the row has room for one target, its name: the customer is plain text there. */
export const CustomerLink = ({ customer: { id, name }, to = '/customers/$id' }: Props) => (
  <>
    <Link className={css.wide} to={to} params={{ id }}>
      {name}
    </Link>
    <span className={css.narrow}>{name}</span>
  </>
)

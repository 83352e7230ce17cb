import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { None } from '~/ui/Facts'
import type { AuditEventRowFragment } from './__generated__/AuditEventRow'
import { typeWords } from './words'

/** What an object is called; of one that is gone, the name it had. */
export function subjectName({ subject, changes }: AuditEventRowFragment): string | undefined {
  if (subject?.__typename === 'Mail') return subject.subject
  if (subject?.__typename === 'Ticket') return subject.number && `${subject.number} ${subject.subject}`
  if (subject?.__typename === 'Contract') return subject.reference && `${subject.reference} ${subject.name}`
  if (subject && 'name' in subject) return subject.name
  const named = changes.find(({ field }) => field === 'name')
  return named?.from ?? named?.to ?? undefined
}

/** Kind and name of the object, as text. */
export function SubjectText({ event }: { event: AuditEventRowFragment }) {
  const { i18n } = useLingui()
  const kind = event.subjectType
  if (!kind) return <None />
  const word = typeWords[kind]
  const name = subjectName(event)
  return (
    <>
      <span className="muted">{word ? i18n._(word) : kind}</span> {name}
    </>
  )
}

/** The object with a link to its own page, where it has one. */
export function SubjectLink({ event }: { event: AuditEventRowFragment }) {
  const { subject } = event
  const name = subjectName(event)
  if (!subject || !name) return <SubjectText event={event} />
  const params = { id: subject.id }
  switch (subject.__typename) {
    case 'Technician':
      return (
        <Link to="/admin/organization/users/$id" params={params}>
          {name}
        </Link>
      )
    case 'Role':
      return (
        <Link to="/admin/organization/roles/$id" params={params}>
          {name}
        </Link>
      )
    case 'ApiKey':
      return (
        <Link to="/admin/api-keys/$id" params={params}>
          {name}
        </Link>
      )
    case 'Mail':
      return (
        <Link to="/admin/mail/$id" params={params}>
          {name}
        </Link>
      )
    case 'Customer':
      return (
        <Link to="/customers/$id" params={params}>
          {name}
        </Link>
      )
    case 'Ticket':
      return (
        <Link to="/tickets/$id" params={params}>
          {name}
        </Link>
      )
    case 'Contract':
      return (
        <Link to="/contracts/$id" params={params}>
          {name}
        </Link>
      )
    case 'Contact':
      return (
        <Link to="/contacts/$id" params={params}>
          {name}
        </Link>
      )
    default:
      return name
  }
}

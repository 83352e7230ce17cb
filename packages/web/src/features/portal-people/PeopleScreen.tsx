import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { neighbours, type PageParams } from '~/lib/paging'
import { Avatar } from '~/ui/Avatar'
import { buttonClass } from '~/ui/Button'
import { EmptyState, Forbidden } from '~/ui/EmptyState'
import { useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { Tag } from '~/ui/Status'
import { useViewer } from '../session/SessionProvider'
import { usePortalPeopleQuery, type PortalPeopleQuery } from './__generated__/PortalPeople'
import css from './People.module.css'
import { peopleVariables } from './search'

/** Colleagues and what they have opened, for those who may see all records of the company. */
export function PeopleScreen({ search }: { search: PageParams }) {
  const { t } = useLingui()
  useTitle(t`People`)
  const { ticketScopes, customer } = useViewer()
  const company = customer?.name ?? ''
  return (
    <>
      <h1>
        <Trans>People</Trans>
      </h1>
      {customer && ticketScopes.includes('COMPANY') ? (
        <>
          <p className={css.lead}>
            <Trans>Colleagues at {company} and the records that they have opened.</Trans>
          </p>
          <QueryBoundary resetKey={search}>
            <Suspense fallback={<SkeletonLines lines={8} />}>
              <Rows search={search} customer={customer.id} />
            </Suspense>
          </QueryBoundary>
        </>
      ) : (
        <Forbidden title={<Trans>You may not see this</Trans>}>
          <Trans>
            Who opened what is shown to people with the right to all records of the company. Your administrator can give
            it.
          </Trans>
        </Forbidden>
      )}
    </>
  )
}

function Rows({ search, customer }: { search: PageParams; customer: string }) {
  const { t } = useLingui()
  const { data } = usePortalPeopleQuery({ variables: peopleVariables(search, customer) })
  const { nodes, pageInfo } = data.contacts
  if (nodes.length === 0)
    return (
      <EmptyState title={<Trans>Nobody here yet</Trans>}>
        <Trans>People of your company stand here once they are entered.</Trans>
      </EmptyState>
    )
  const { previous, next } = neighbours(pageInfo, search)
  return (
    <>
      <ul aria-label={t`People`}>
        {nodes.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
      {previous || next ? (
        <nav className={css.pages} aria-label={t`Pages`}>
          {previous ? (
            <Link to="/portal/people" search={previous} className={buttonClass({ size: 'large' })}>
              <Trans>Previous</Trans>
            </Link>
          ) : null}
          {next ? (
            <Link to="/portal/people" search={next} className={buttonClass({ size: 'large' })}>
              <Trans>Next</Trans>
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}

function Person({ person }: { person: PortalPeopleQuery['contacts']['nodes'][number] }) {
  const me = useViewer().person?.id
  const { id, name, title, group, all, open, seesCompanyRecords, seesGroupRecords } = person
  const about = [title, group?.name].filter(Boolean).join(' · ')
  const content = (
    <>
      <Avatar name={name} large />
      <span className={css.who}>
        <span className={css.name}>
          <b>{name}</b> {id === me ? <Trans>(you)</Trans> : null}
        </span>
        {about ? <span className={css.about}>{about}</span> : null}
        {seesCompanyRecords ? (
          <span>
            <Tag>
              <Trans>sees all records</Trans>
            </Tag>
          </span>
        ) : seesGroupRecords ? (
          <span>
            <Tag>
              <Trans>sees the group’s records</Trans>
            </Tag>
          </span>
        ) : null}
      </span>
      <span className={css.count}>
        {all.totalCount === 0 ? (
          <Trans>no records</Trans>
        ) : (
          <>
            <Plural value={all.totalCount} one="# record" other="# records" />
            <span className={css.open}>
              <Plural value={open.totalCount} _0="none open" one="# open" other="# open" />
            </span>
          </>
        )}
      </span>
    </>
  )
  return (
    <li>
      {all.totalCount === 0 ? (
        <div className={css.person}>{content}</div>
      ) : (
        <Link
          to="/portal/records"
          search={{ scope: 'company', by: id, status: open.totalCount === 0 ? 'closed' : undefined }}
          className={css.person}
        >
          {content}
        </Link>
      )}
    </li>
  )
}

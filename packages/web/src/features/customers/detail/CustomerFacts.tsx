import { Fragment } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { Fact, Facts } from '~/ui/Facts'
import { When } from '~/ui/When'
import type { CustomerHeadQuery } from './__generated__/CustomerHead'

interface Props {
  head: NonNullable<CustomerHeadQuery['customer']>
  authorized: { id: string; name: string }[]
}

/** Only http and https become links, whatever an old record may hold. */
const isWebLink = (website: string) => /^https?:\/\//i.test(website)
const bare = (website: string) => website.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')

/** How to reach the customer, and who may see all of its records. */
export function CustomerFacts({ head, authorized }: Props) {
  const { phone, email, website, address, taxNumber, code } = head
  return (
    <Facts>
      <Fact name={<Trans>Sees all records</Trans>}>
        {authorized.length > 0
          ? authorized.map((contact, i) => (
              <Fragment key={contact.id}>
                {i > 0 ? ', ' : null}
                <Link to="/contacts/$id" params={{ id: contact.id }}>
                  {contact.name}
                </Link>
              </Fragment>
            ))
          : null}
      </Fact>
      <Fact name={<Trans>Phone</Trans>}>
        {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null}
      </Fact>
      <Fact name={<Trans>E-mail</Trans>}>{email ? <a href={`mailto:${email}`}>{email}</a> : null}</Fact>
      <Fact name={<Trans>Website</Trans>}>
        {website && isWebLink(website) ? (
          <a href={website} target="_blank" rel="noopener noreferrer">
            {bare(website)}
          </a>
        ) : (
          website
        )}
      </Fact>
      <Fact name={<Trans>Address</Trans>} lines>
        {address}
      </Fact>
      <Fact name={<Trans>Code</Trans>}>{code}</Fact>
      <Fact name={<Trans>Tax number</Trans>}>{taxNumber}</Fact>
      <Fact name={<Trans>Entered</Trans>}>
        <When at={head.createdAt} />
      </Fact>
    </Facts>
  )
}

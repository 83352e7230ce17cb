import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { LOCALES } from '~/lib/i18n'
import { Fact, Facts } from '~/ui/Facts'
import { When } from '~/ui/When'
import type { Contact } from './types'

/** Who the contact is and how to reach it. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { customer, group, title, phone, email, locale, createdAt } = contact
  return (
    <Facts>
      <Fact name={<Trans>Customer</Trans>}>
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
      </Fact>
      <Fact name={<Trans>Group</Trans>}>
        {group ? (
          <Link to="/customers/$id/contacts" params={{ id: customer.id }} search={{ group: group.id }}>
            {group.name}
          </Link>
        ) : null}
      </Fact>
      <Fact name={<Trans>Job title</Trans>}>{title}</Fact>
      <Fact name={<Trans>E-mail</Trans>}>{email ? <a href={`mailto:${email}`}>{email}</a> : null}</Fact>
      <Fact name={<Trans>Phone</Trans>}>
        {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null}
      </Fact>
      <Fact name={<Trans>Language</Trans>}>{LOCALES.find(({ value }) => value === locale)?.label ?? locale}</Fact>
      <Fact name={<Trans>Entered</Trans>}>
        <When at={createdAt} />
      </Fact>
    </Facts>
  )
}

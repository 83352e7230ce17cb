import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { buttonClass } from '~/ui/Button'
import { Section } from '~/ui/Page'
import css from './PortalHome.module.css'

/** For who has never opened anything: what this is for, and what others ask for most. */
export function Welcome() {
  const { t } = useLingui()
  const common = [t`A new user account`, t`Access to a folder or program`, t`A new computer or telephone`]
  return (
    <Section title={t`Welcome`}>
      <p className="dim">
        <Trans>
          Here you report what does not work and ask for what you need. You see at any time who works on it and what
          comes next.
        </Trans>
      </p>
      <div className={css.actions}>
        <Link
          to="/portal/new"
          search={{ type: 'incident' }}
          className={buttonClass({ look: 'primary', size: 'large' })}
        >
          <IconPlus size={20} stroke={1.6} aria-hidden />
          <Trans>Report an incident</Trans>
        </Link>
        <Link to="/portal/new" search={{ type: 'request' }} className={buttonClass({ size: 'large' })}>
          <Trans>Ask for something</Trans>
        </Link>
      </div>
      <h3 className={css.common}>
        <Trans>Often asked for</Trans>
      </h3>
      <ul className={css.links}>
        {common.map((subject) => (
          <li key={subject}>
            <Link to="/portal/new" search={{ type: 'request', subject }}>
              {subject}
              <IconChevronRight size={18} stroke={1.6} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

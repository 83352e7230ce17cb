import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconLanguage } from '@tabler/icons-react'
import { chooseLocale, LOCALES, type Locale } from '~/lib/i18n'
import { Logo } from '~/ui/Nav'
import { useTitle } from '~/ui/Page'
import { AuthArt } from './AuthArt'
import css from './AuthFrame.module.css'

/** Frame of the pages before the door: a narrow form at the left, the calendar of contracts at the right. */
export function AuthFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { i18n } = useLingui()
  useTitle(title)
  return (
    <div className={css.frame}>
      <main className={css.page}>
        <div className={css.brand}>
          <Logo size={22} />
          Accord
        </div>
        <div className={css.box}>
          <h1>{title}</h1>
          {lead ? <p className={css.lead}>{lead}</p> : null}
          {children}
        </div>
        <div className={css.foot}>
          <IconLanguage size={16} stroke={1.8} aria-hidden />
          <label>
            <span className="sr">
              <Trans>Language</Trans>
            </span>
            <select value={i18n.locale} onChange={(event) => void chooseLocale(event.target.value as Locale)}>
              {LOCALES.map(({ value, label }) => (
                <option key={value} value={value} lang={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
      </main>
      <AuthArt />
    </div>
  )
}

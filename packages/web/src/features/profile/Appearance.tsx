import { Trans, useLingui } from '@lingui/react/macro'
import { chooseLocale, LOCALES, type Locale } from '~/lib/i18n'
import { chooseTheme, useTheme, type ThemeChoice } from '~/lib/theme-choice'
import { Segmented } from '~/ui/Segmented'
import { toastError } from '~/ui/toast'
import { useUpdateProfileMutation } from './__generated__/UpdateProfile'
import css from './profile.module.css'

/** Language and theme; both take effect at once. */
export function Appearance() {
  const { t, i18n } = useLingui()
  const { choice } = useTheme()
  const [update] = useUpdateProfileMutation()
  const themes: { value: ThemeChoice; label: string }[] = [
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'system', label: t`As the system` },
  ]
  const speak = async (locale: Locale) => {
    await chooseLocale(locale)
    await update({ variables: { input: { locale } } }).catch(() =>
      toastError(t`The page has changed, but mails still come in the language before. Try again.`),
    )
  }
  return (
    <div className={css.settings}>
      <span>
        <Trans>Language of screens and mails</Trans>
      </span>
      <Segmented
        legend={t`Language of screens and mails`}
        options={LOCALES}
        value={i18n.locale as Locale}
        onChange={(locale) => void speak(locale)}
      />
      <span>
        <Trans>Theme</Trans>
      </span>
      <Segmented legend={t`Theme`} options={themes} value={choice} onChange={chooseTheme} />
    </div>
  )
}

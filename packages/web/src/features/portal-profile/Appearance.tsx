import { useLingui } from '@lingui/react/macro'
import { chooseLocale, LOCALES, type Locale } from '~/lib/i18n'
import { chooseTheme, useTheme, type ThemeChoice } from '~/lib/theme-choice'
import { Segmented } from '~/ui/Segmented'
import { useUpdatePortalProfileMutation } from './__generated__/PortalProfile'

/** Language and theme take effect at once; the server remembers the language for mails. */
export function Appearance() {
  const { t, i18n } = useLingui()
  const { choice } = useTheme()
  const [update] = useUpdatePortalProfileMutation()
  const themes: { value: ThemeChoice; label: string }[] = [
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'system', label: t`As the system` },
  ]
  const speak = async (locale: Locale) => {
    await chooseLocale(locale)
    // The page already speaks it; a failure to tell the server changes nothing on screen.
    await update({ variables: { input: { locale } } }).catch(() => undefined)
  }
  return (
    <div className="stack">
      <Segmented
        size="large"
        legend={t`Language`}
        options={LOCALES}
        value={i18n.locale as Locale}
        onChange={(locale) => void speak(locale)}
      />
      <Segmented size="large" legend={t`Theme`} options={themes} value={choice} onChange={chooseTheme} />
    </div>
  )
}

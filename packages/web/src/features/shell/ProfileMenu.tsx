import { Trans, useLingui } from '@lingui/react/macro'
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { chooseLocale, LOCALES, type Locale } from '~/lib/i18n'
import { chooseTheme, useTheme, type ThemeChoice } from '~/lib/theme-choice'
import { Menu, MenuGroup, MenuItem, MenuLine, MenuLink } from '~/ui/Menu'
import { MeButton } from '~/ui/Nav'
import { toastError } from '~/ui/toast'
import { useViewer } from '../session/SessionProvider'
import { signOut } from '../session/session'
import { useUpdateLocaleMutation } from './__generated__/UpdateLocale'

/** The signed-in person at the foot of the side bar: language, theme, keys, sign out. */
export function ProfileMenu({ onKeys }: { onKeys: () => void }) {
  const { t, i18n } = useLingui()
  const viewer = useViewer()
  const { choice } = useTheme()
  const [updateLocale] = useUpdateLocaleMutation()
  const name = viewer.person?.name ?? ''
  const themes: { value: ThemeChoice; label: string }[] = [
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'system', label: t`As the system` },
  ]
  const speak = async (locale: Locale) => {
    await chooseLocale(locale)
    // The page already speaks it; the server learns it for mails, and a failure changes nothing on screen.
    await updateLocale({ variables: { locale } }).catch(() => undefined)
  }
  return (
    <Menu
      label={t`Account menu`}
      button={(attributes) => <MeButton name={name} menuName={t`Account menu`} {...attributes} />}
    >
      <MenuLink to="/me" icon={<IconUserCircle size={16} stroke={1.8} aria-hidden />}>
        <Trans>Profile and sessions</Trans>
      </MenuLink>
      <MenuItem icon={<IconKeyboard size={16} stroke={1.8} aria-hidden />} onClick={onKeys}>
        <Trans>Keyboard shortcuts</Trans>
      </MenuItem>
      <MenuLine />
      <MenuGroup heading={t`Language`}>
        {LOCALES.map(({ value, label }) => (
          <MenuItem key={value} lang={value} checked={i18n.locale === value} onClick={() => void speak(value)}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup heading={t`Theme`}>
        {themes.map(({ value, label }) => (
          <MenuItem key={value} checked={choice === value} onClick={() => chooseTheme(value)}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuLine />
      <MenuItem
        icon={<IconLogout size={16} stroke={1.8} aria-hidden />}
        onClick={() => signOut().catch(() => toastError(t`Not signed out: the server cannot be reached.`))}
      >
        <Trans>Sign out</Trans>
      </MenuItem>
    </Menu>
  )
}

import { useLingui } from '@lingui/react/macro'
import { NavGroup, NavLink } from '~/ui/Nav'
import { useViewer } from '../session/SessionProvider'
import { openGroups } from './places'

/** The side bar's places, without those whose doors are closed to the viewer. */
export function MainNav() {
  const { t, i18n } = useLingui()
  const { permissions } = useViewer()
  return (
    <nav aria-label={t`Main menu`}>
      {openGroups(permissions).map((group) => (
        <NavGroup key={group.key} heading={group.heading && i18n._(group.heading)}>
          {group.places.map(({ to, label, icon: Icon }) => (
            <NavLink
              key={to}
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              icon={<Icon size={16} stroke={1.8} aria-hidden />}
            >
              {i18n._(label)}
            </NavLink>
          ))}
        </NavGroup>
      ))}
    </nav>
  )
}

import type { Messages } from '@lingui/core'

const catalogs = import.meta.glob<Messages>(
  ['../../{ui,app}/locales/tr.po', '../../features/{portal*,session,auth}/locales/tr.po'],
  {
    eager: true,
    import: 'messages',
  },
)

/** Every text of the portal in one catalog. */
export default Object.assign({}, ...Object.values(catalogs)) as Messages

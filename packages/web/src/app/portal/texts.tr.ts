import type { Messages } from '@lingui/core'

// The query makes modules of the portal's own: shared ones would be one more request for either entry.
const catalogs = import.meta.glob<Messages>(
  ['../../{ui,app}/locales/tr.po', '../../features/{portal*,session}/locales/tr.po'],
  {
    eager: true,
    import: 'messages',
    query: '?lingui',
  },
)

/** Every text of the portal in one catalog. */
export default Object.assign({}, ...Object.values(catalogs)) as Messages

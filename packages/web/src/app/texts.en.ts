import type { Messages } from '@lingui/core'

const catalogs = import.meta.glob<Messages>(
  ['../{ui,app}/locales/en.po', '../features/*/locales/en.po', '!../features/portal*/**'],
  { eager: true, import: 'messages' },
)

/** Every text of the staff application in one catalog; equal texts have equal keys. */
export default Object.assign({}, ...Object.values(catalogs)) as Messages

import { merge } from './merge-texts'

export default merge(
  import.meta.glob(['../{ui,app}/locales/tr.po', '../features/*/locales/tr.po', '!../features/portal*/**'], { eager: true, import: 'messages' }),
)

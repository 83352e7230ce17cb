import { merge } from './merge-texts'

export default merge(
  import.meta.glob(['../{ui,app}/locales/en.po', '../features/*/locales/en.po', '!../features/portal*/**'], { eager: true, import: 'messages' }),
)

import { merge } from '../merge-texts'

export default merge(
  import.meta.glob(['../../{ui,app}/locales/en.po', '../../features/{portal*,session}/locales/en.po'], { eager: true, import: 'messages' }),
)

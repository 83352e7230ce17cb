import { merge } from '../merge-texts'

export default merge(
  import.meta.glob(['../../{ui,app}/locales/tr.po', '../../features/{portal*,session}/locales/tr.po'], { eager: true, import: 'messages' }),
)

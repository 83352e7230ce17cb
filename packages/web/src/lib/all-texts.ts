import type { Messages } from '@lingui/core'

const catalogs = import.meta.glob<Messages>('../**/locales/*.po', { import: 'messages' })

/** Every text there is, for the development server. */
export async function allTexts(locale: string): Promise<Messages> {
  const paths = Object.keys(catalogs).filter((path) => path.endsWith(`/${locale}.po`))
  return Object.assign({}, ...(await Promise.all(paths.map((path) => catalogs[path]!())))) as Messages
}

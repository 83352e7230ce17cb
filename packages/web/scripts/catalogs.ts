import { createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'

export const LOCALES = ['tr', 'en'] as const
export type Locale = (typeof LOCALES)[number]
/** What texts say, compiled, by their keys. */
export type Texts = Record<string, unknown>

interface Catalog {
  folders: string[]
  texts: Record<Locale, Texts>
}

/** The catalogs of all folders as `lingui.config.ts` names them, compiled. */
export async function readCatalogs(): Promise<Catalog[]> {
  const config = getConfig()
  const { sourceLocale, fallbackLocales } = config
  return Promise.all(
    (await getCatalogs(config)).map(async (catalog) => {
      const compile = async (locale: Locale) => {
        const { messages } = await catalog.getTranslations(locale, { sourceLocale, fallbackLocales })
        const { source, errors } = createCompiledCatalog(locale, messages, { namespace: 'json' })
        if (errors[0])
          throw new Error(`${catalog.getFilename(locale)}: ${errors[0].source}: ${errors[0].error.message}`)
        return (JSON.parse(source) as { messages: Texts }).messages
      }
      return { folders: catalog.include, texts: { tr: await compile('tr'), en: await compile('en') } }
    }),
  )
}

import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { LOCALES, readCatalogs, type Locale, type Texts } from './catalogs.ts'
import { partName } from './part-name.ts'

/** What stands in the page: the texts of the entry, and where those of each part are. */
export interface PageTexts {
  entry: Record<Locale, Texts>
  files: Record<string, string>
}

/** How the macros leave a text behind: `{ id: "aB3-x_" }`. A word that looks like a key and is none is in no catalog. */
const QUOTED_KEY = /["'`]([\w-]{6})["'`]/g
const DYNAMIC_IMPORT = /\bimport\(\s*(["'`])([^"'`]+)\1\s*\)/g
const PLACE = /(?<=<script type="application\/json" id="texts">)\s*\{\}\s*(?=<\/script>)/

/**
 * Vite plugin: texts come with the code that says them. The entry's are written into the page. For every part, which is
 * a module that is imported dynamically, there is one file for each language with the texts of just the modules that
 * come along; the build makes `import('./X')` fetch it beside the code and wait for both (`withTexts` of `lib/i18n`).
 * Which texts those are is read from the code, so nobody keeps a list. A corrected translation changes no script.
 *
 * `inPage`: parts by name that come with every first view; theirs stand in the page too and cost no request.
 */
export function textsWithParts({ inPage }: { inPage: string[] }): Plugin {
  let root = ''
  let catalogs: Awaited<ReturnType<typeof readCatalogs>> = []
  let page: PageTexts
  const keysOf = new Map<string, string[]>()

  const nameOf = (id: string) => partName(relative(root, id))
  /** The same words may be translated in several folders: those of the module's own count. */
  const textOf = (id: string, key: string, locale: Locale) =>
    catalogs.find(({ folders, texts }) => key in texts[locale] && folders.some((folder) => id.startsWith(folder)))
      ?.texts[locale][key]

  function textsOf(ids: Iterable<string>, locale: Locale, without: Texts = {}): Texts {
    const said = new Map<string, unknown>()
    for (const id of ids)
      for (const key of keysOf.get(id) ?? []) {
        const text = textOf(id, key, locale)
        if (text !== undefined && !(key in without)) said.set(key, text)
      }
    return Object.fromEntries(Array.from(said).sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** All catalogs are one while the page is open: whichever part came last would decide. */
  function oneTranslationEach(ids: Iterable<string>) {
    const said = new Map<string, Map<string, string>>()
    for (const id of ids)
      for (const key of keysOf.get(id) ?? []) {
        const text = textOf(id, key, 'tr')
        if (text === undefined) continue
        const translations = said.get(key) ?? new Map<string, string>()
        said.set(key, translations.set(JSON.stringify(text), relative(root, id)))
      }
    const several = Array.from(said.values())
      .filter(({ size }) => size > 1)
      .map((translations) => Array.from(translations, ([text, where]) => `${text} (${where})`).join(' and '))
    if (several.length > 0)
      throw new Error(
        `The same English text has several translations. Make them one, or give one a context:\n${several.join('\n')}`,
      )
  }

  return {
    name: 'accord:texts',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    async buildStart() {
      catalogs = await readCatalogs()
      for (const key of catalogs.flatMap(({ texts }) => Object.keys(texts.en)))
        if (!/^[\w-]{6}$/.test(key))
          throw new Error(`"${key}" does not look like the key of a text, and would be missed`)
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?(?:\?|$)/ },
      async handler(code, id) {
        keysOf.set(
          id,
          Array.from(code.matchAll(QUOTED_KEY), ([, key]) => key!),
        )
        let wrapped = ''
        let done = 0
        for (const { 0: whole, 2: path, index } of code.matchAll(DYNAMIC_IMPORT)) {
          const target = await this.resolve(path!, id)
          if (!target?.id.startsWith(`${root}/src/`)) continue
          wrapped += `${code.slice(done, index)}__withTexts(${JSON.stringify(nameOf(target.id))}, ${whole})`
          done = index + whole.length
        }
        if (done === 0) return undefined
        return {
          code: `import { withTexts as __withTexts } from '~/lib/i18n'\n${wrapped}${code.slice(done)}`,
          map: null,
        }
      },
    },
    generateBundle: {
      order: 'pre',
      handler() {
        const modules = Array.from(this.getModuleIds()).flatMap((id) => this.getModuleInfo(id) ?? [])
        oneTranslationEach(modules.map(({ id }) => id))
        const withImports = (id: string, found = new Set<string>()): Set<string> => {
          if (found.has(id)) return found
          found.add(id)
          for (const next of this.getModuleInfo(id)?.importedIds ?? []) withImports(next, found)
          return found
        }
        const roots = modules.filter(({ id, isEntry }) => isEntry || inPage.includes(nameOf(id)))
        const first = new Set(roots.flatMap(({ id }) => [...withImports(id)]))
        page = { entry: { tr: textsOf(first, 'tr'), en: textsOf(first, 'en') }, files: {} }
        for (const id of new Set(modules.flatMap(({ dynamicallyImportedIds }) => dynamicallyImportedIds))) {
          const all = withImports(id)
          const sources = LOCALES.map((locale) => JSON.stringify(textsOf(all, locale, page.entry[locale])))
          if (sources.every((source) => source === '{}')) continue
          const hash = createHash('sha256').update(sources.join()).digest('base64url').slice(0, 8)
          for (const [i, locale] of LOCALES.entries()) {
            const source = `export default JSON.parse(${JSON.stringify(sources[i])})`
            this.emitFile({ type: 'asset', fileName: `assets/${locale}-${hash}.js`, source })
          }
          page.files[nameOf(id)] = hash
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!PLACE.test(html)) throw new Error('The page lacks <script type="application/json" id="texts">{}</script>')
        const json = JSON.stringify(page).replaceAll('<', String.raw`\u003c`)
        return html.replace(PLACE, () => json)
      },
    },
  }
}

// Reads the build's manifest and fails when a page or a screen has grown over its budget. Sizes are those of the .gz files.
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { partName } from './part-name.ts'
import type { PageTexts } from './texts.ts'

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
}
type Manifest = Record<string, Chunk>
interface Page {
  name: string
  manifest: string
  entry: string
  /** Screens that the first view needs beside the entry. */
  first: RegExp[]
  initialJs: number
  css: number
  lazyRoute: number
  routes: RegExp
}

const KB = 1024
const PAGES: Page[] = [
  {
    name: 'admin',
    manifest: 'manifest.json',
    entry: 'index.html',
    first: [/features\/session\/session\.ts/, /routes\/_app\.tsx\?/, /customers\/_list\.tsx\?/],
    initialJs: 220 * KB,
    css: 35 * KB,
    lazyRoute: 40 * KB,
    routes: /^src\/routes\//,
  },
  {
    name: 'portal',
    manifest: 'portal.json',
    entry: 'portal.html',
    first: [/features\/session\/session\.ts/, /portal-routes\/portal\.tsx\?/, /portal\/index\.tsx\?/],
    initialJs: 180 * KB,
    css: 20 * KB,
    lazyRoute: 30 * KB,
    routes: /^src\/portal-routes\//,
  },
]

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const read = (name: string) => JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8')) as Manifest
let manifest: Manifest = {}
const size = (file: string) => statSync(join(dist, `${file}.gz`)).size
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + size(file), 0)

/** A chunk with all that it imports statically. */
function closure(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found
  found.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, found)
  return found
}
/** The chunks that the page itself asks for: the entry, or what it was joined with. */
function entriesOf({ entry }: Page): string[] {
  const html = readFileSync(join(dist, entry), 'utf8')
  return Object.keys(manifest).filter(
    (key) => manifest[key]!.file.endsWith('.js') && html.includes(manifest[key]!.file),
  )
}
/** The Turkish texts of parts, which come beside their code. */
function textsOf({ entry }: Page, keys: string[]): string[] {
  const written = /id="texts">(.*?)<\/script>/.exec(readFileSync(join(dist, entry), 'utf8'))?.[1] ?? '{}'
  const { files } = JSON.parse(written) as PageTexts
  return keys.flatMap((key) => files[partName(key)] ?? []).map((hash) => `assets/tr-${hash}.js`)
}
const filesOf = (keys: Iterable<string>) => [...keys].flatMap((key) => (manifest[key] ? [manifest[key].file] : []))

const lines: string[] = []
let failed = false
function judge(what: string, bytes: number, limit: number) {
  const over = bytes > limit
  failed ||= over
  lines.push(
    `${over ? 'OVER' : ' ok '}  ${(bytes / KB).toFixed(1).padStart(6)} of ${(limit / KB).toFixed(0).padStart(3)} kB  ${what}`,
  )
}

for (const page of PAGES) {
  manifest = read(page.manifest)
  const first = Object.keys(manifest).filter((key) => page.first.some((pattern) => pattern.test(key)))
  if (
    page.name === 'admin' &&
    entriesOf(page)
      .flatMap((key) => [...closure(key)])
      .some((key) => key.startsWith('_data'))
  ) {
    failed = true
    lines.push('OVER  the sign-in page loads Apollo')
  }
  const initial = new Set([...entriesOf(page), ...first].flatMap((key) => [...closure(key)]))
  // The entry's texts stand in the page itself.
  const firstFiles = new Set([page.entry, ...filesOf(initial), ...textsOf(page, first)])
  judge(`${page.name}: JavaScript and texts until the first screen`, sum(firstFiles), page.initialJs)
  const lazy = Object.keys(manifest).filter((key) => page.routes.test(key) && manifest[key]?.isDynamicEntry)
  judge(`${page.name}: styles of all screens`, sum(filesOf(['style.css'])), page.css)
  const pickers = Object.keys(manifest).find((key) => /ui\/Pickers\.tsx/.test(key))
  if (pickers && page.name === 'admin') {
    const own = new Set(filesOf(closure(pickers)))
    for (const file of filesOf(initial)) own.delete(file)
    judge('admin: pickers, fetched by forms that choose from long lists', sum(own), 60 * KB)
  }
  for (const key of lazy) {
    const own = new Set([...filesOf(closure(key)), ...textsOf(page, [key])])
    for (const file of firstFiles) own.delete(file)
    if (!initial.has(key)) judge(`${page.name}: ${key.replace(/\?.*/, '')}`, sum(own), page.lazyRoute)
  }
}
console.log(lines.join('\n'))
if (failed) process.exit(1)

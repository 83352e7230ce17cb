import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type BrowserServer } from 'playwright-core'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache')
const PACKAGE = '@sparticuz/chromium'

/**
 * The browser of the tests comes from npm, like everything else, so that a bare machine can run them. The package is
 * made for Linux on x64; elsewhere an installed Chrome does.
 */
export async function serveChromium(): Promise<BrowserServer> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launchServer({ channel: 'chrome' })
  const home = await unpack()
  const executablePath = join(home, 'chromium')
  return chromium.launchServer({
    executablePath,
    args: ['--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...surroundings(home, executablePath) },
  })
}

/** Fonts that are the same on every machine, and the libraries that a bare machine lacks. */
function surroundings(home: string, executablePath: string): Record<string, string> {
  const fonts = { FONTCONFIG_FILE: fontsOf(home) }
  const runs = spawnSync(executablePath, ['--version']).status === 0
  return runs ? fonts : { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023/lib') }
}

/**
 * The package's own list of fonts names folders of the machines it is made for. Without any font to fall back on,
 * Chromium takes no second file of a web font, and half of the Turkish letters stay empty.
 */
function fontsOf(home: string): string {
  const file = join(home, 'accord-fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts/fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  return file
}

/** Unpacks the package once for each of its versions; two at a time do not disturb each other. */
async function unpack(): Promise<string> {
  const packed = join(createRequire(import.meta.url).resolve(PACKAGE), '../../bin')
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as { version: string }
  const home = join(CACHE, `chromium-${version}`)
  if (existsSync(home)) return home
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'chromium-'))
  const { inflate } = await import(PACKAGE)
  // The package unpacks into the temporary directory, wherever that is.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = draft
  try {
    for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(packed, part))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(home)) throw error
  }
  return home
}

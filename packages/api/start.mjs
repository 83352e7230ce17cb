/**
 * Builds what is out of date and runs it: `node start.mjs` for the program, `node start.mjs migrate` for a command
 * of src/app/commands, `node start.mjs --build` for the build alone, `--build api` for half of it. Plain JavaScript, because nothing is built yet when it begins.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endWithLauncher } from './launcher.mjs'

const ROOT = join(import.meta.dirname, '../..')
const API = import.meta.dirname
const WEB = join(ROOT, 'packages/web')
/** Where a finished build keeps what it was made from. */
const STAMP = '.built-from'

/** Both sides of a build: which files it depends on, and how it is made. */
const BUILDS = {
  api: {
    dist: join(API, 'dist'),
    sources: ['packages/api/src/**/*.ts', 'packages/api/tsconfig*.json', 'tsconfig.base.json', 'pnpm-lock.yaml'],
    async make() {
      const draft = join(API, 'dist.new')
      rmSync(draft, { recursive: true, force: true })
      const tsc = join(API, 'node_modules/typescript/bin/tsc')
      await run('The API', process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', draft], API)
      rmSync(this.dist, { recursive: true, force: true })
      renameSync(draft, this.dist)
    },
  },
  web: {
    dist: join(WEB, 'dist'),
    sources: [
      'packages/web/{src,public,scripts,codegen}/**/*',
      'packages/web/*.{html,ts,json}',
      'packages/schema/schema.graphql',
      'codegen.ts',
      'tsconfig.base.json',
      'pnpm-lock.yaml',
    ],
    make: () => run('The SPA', ...packageManager(['run', 'build']), WEB),
  },
}

/** Everything that decides how a build looks, in one short text: names, sizes and times of its sources. */
function fingerprint(sources) {
  const hash = createHash('sha256').update(process.version)
  const exclude = (path) => /(^|\/)(__generated__|node_modules|dist)$|\.test\.tsx?$/.test(path)
  for (const path of globSync(sources, { cwd: ROOT, exclude }).toSorted()) {
    const file = statSync(join(ROOT, path))
    if (file.isFile()) hash.update(`${path} ${file.size} ${file.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function build({ dist, sources, make }) {
  const stamp = join(dist, STAMP)
  const now = fingerprint(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await make.call({ dist })
  mkdirSync(dist, { recursive: true })
  writeFileSync(stamp, now)
}

/** pnpm as a command with its arguments: the one that runs us, or one that is fetched. */
function packageManager(args) {
  const path = process.env.npm_execpath ?? ''
  if (!path.includes('pnpm')) return ['npx', ['--yes', 'pnpm@12', ...args]]
  return /\.[cm]?js$/.test(path) ? [process.execPath, [path, ...args]] : [path, args]
}

/** Runs a step of a build; what it prints is shown only when it fails. */
function run(what, command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${what} could not be built.\n${Buffer.concat(output).toString()}`))
    })
  })
}

async function main() {
  if (Number.parseInt(process.versions.node) < 22)
    throw new Error('Accord needs a newer Node, which comes with it: npx pnpm@12 start')
  const command = process.argv[2]
  endWithLauncher()
  const everything = command === undefined || (command === '--build' && process.argv[3] !== 'api')
  const wanted = everything ? [BUILDS.api, BUILDS.web] : [BUILDS.api]
  const notice = setTimeout(() => console.log('Building …'), 600)
  await Promise.all(wanted.map(build))
  clearTimeout(notice)
  if (command === '--build') return
  process.env.NODE_ENV ??= 'production'
  await import(pathToFileURL(join(BUILDS.api.dist, command ? `app/commands/${command}.js` : 'main.js')))
}

try {
  await main()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

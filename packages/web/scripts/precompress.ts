import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Plugin } from 'vite'
import { brotliCompress, constants, gzip } from 'node:zlib'

const COMPRESSIBLE = /\.(js|css|html|svg|json|txt|webmanifest)$/
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The other build of the same folder has done it already. */
async function isPacked(path: string): Promise<boolean> {
  const times = await Promise.all(
    [path, `${path}.br`, `${path}.gz`].map((name) =>
      stat(name).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  return times[1]! >= times[0]! && times[2]! >= times[0]!
}

/** Vite plugin: lays a `.br` and a `.gz` beside every text file of the build, so that the server never compresses. */
export function precompress(): Plugin {
  let directory = 'dist'
  let failed = false
  return {
    name: 'accord:precompress',
    apply: 'build',
    configResolved(config) {
      directory = resolve(config.root, config.build.outDir)
    },
    buildEnd(error) {
      failed = error !== undefined
    },
    async closeBundle() {
      if (failed) return
      const files = await readdir(directory, { recursive: true, withFileTypes: true })
      const texts = files.filter((file) => file.isFile() && COMPRESSIBLE.test(file.name))
      await Promise.all(
        texts.map(async (file) => {
          const path = join(file.parentPath, file.name)
          if (await isPacked(path)) return
          const content = await readFile(path)
          const size = {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
          }
          await Promise.all([
            brotli(content, size).then((packed) => writeFile(`${path}.br`, packed)),
            zip(content, { level: 9 }).then((packed) => writeFile(`${path}.gz`, packed)),
          ])
        }),
      )
    },
  }
}

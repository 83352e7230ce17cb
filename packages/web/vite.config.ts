import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import { tanstackRouterGenerator, tanStackRouterCodeSplitter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { mantineVariablesCss } from './scripts/mantine-variables.ts'
import { precompress } from './scripts/precompress.ts'
import { routeTrees } from './scripts/route-trees.ts'

type Context = NonNullable<Parameters<typeof tanstackRouterGenerator>[1]>

/** One generator for each tree and one splitter for both: a second splitter would cut the same file twice. */
function routers() {
  const contexts = routeTrees.map((): Context => ({ routesByFile: new Map() }))
  const both: Context = {
    get routesByFile() {
      return new Map(contexts.flatMap((context) => [...context.routesByFile]))
    },
    set routesByFile(_) {},
  }
  const generators = routeTrees.map((tree, i) => tanstackRouterGenerator(tree, contexts[i]))
  return [...generators, tanStackRouterCodeSplitter(routeTrees[0], both)]
}

/** In development the portal's addresses get its page, as the server does it in production. */
const portalPage: Plugin = {
  name: 'accord:portal-page',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = request.url?.split('?')[0] ?? '/'
      if (/^\/portal(\/|$)/.test(path) && !path.includes('.')) request.url = '/portal.html'
      next()
    })
  },
}

/**
 * Many small modules, few requests. What an entry needs at once is one file; Apollo and the session are another,
 * since the sign-in page does without; parts that several screens share travel together.
 */
const groups = [
  // Not the entries and their route trees: each page must start its own only.
  {
    name: 'base',
    tags: ['$initial' as const],
    test: /node_modules|preload-helper|src[\\/](ui|lib)[\\/]|src[\\/]app[\\/][^\\/]*Page/i,
    priority: 3,
  },
  {
    name: 'data',
    test: /node_modules[\\/](@apollo|graphql|rxjs|@wry|optimism|tslib)[\\/]|src[\\/](features[\\/]session[\\/](session|SessionProvider|__generated__)|lib[\\/]graphql)/,
    priority: 1,
  },
  {
    name: 'parts',
    // By name: what brings Mantine or a form with it must not come with every page.
    test: /react-table|table-core|src[\\/]lib[\\/][^\\/]+\.ts$|src[\\/]ui[\\/](AppFrame|Nav|Menu|Page|Tabs|DataTable|ColumnHead|TableSkeleton|use-row-keys|ListFoot|FilterBar|filter-text|EmptyState|ErrorState|States|QueryBoundary|Status|Avatar|Facts|When|Timeline|Toast|toast|Note|Button|Check|Field|TextField|Skeleton|announce)[\\.]/,
    priority: 2,
  },
]

const api = 'http://127.0.0.1:4000'
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [...routers(), lingui({ macroTransform: true }), react(), portalPage, mantineVariablesCss(), precompress()],
  resolve: { alias: { '~': at('./src') } },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: at('./index.html'), portal: at('./portal.html') },
      output: { codeSplitting: { groups } },
    },
  },
  server: {
    port: 5173,
    proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api },
  },
})

import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import { tanstackRouterGenerator, tanStackRouterCodeSplitter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { mantineVariablesCss } from './scripts/mantine-variables.ts'
import { precompress } from './scripts/precompress.ts'
import { routeTrees } from './scripts/route-trees.ts'
import { textsWithParts } from './scripts/texts.ts'

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
 * Many small modules, few requests: `base` is the entry and what nearly every screen is made of, `data` is Apollo, the
 * session and the shell, which the sign-in page does without, and the small things that lists share. The others are what
 * the screens of one place share, so that they do not come as a dozen files. What the entry itself needs, such as a
 * route's reader of its address, must be in `base`: a group takes along all that its modules import. The parts stand here
 * by name, since what brings Mantine or a form with it must not come with every page.
 */
const groups = [
  {
    name: 'base',
    test: /rolldown[\\/]runtime|preload-helper|src[\\/]app[\\/]|src[\\/]routes[\\/][^?]+$|node_modules[\\/](react|react-dom|scheduler|@lingui|@messageformat|@tabler|@tanstack[\\/](?!(react-virtual|virtual-core)[\\/])[^\\/]+)[\\/]|src[\\/]lib[\\/][^\\/]+\.ts$|src[\\/]ui[\\/]css[\\/]|src[\\/]features[\\/](contacts[\\/]list[\\/]search|time[\\/](rights|search|week|customer[\\/]search)|tickets[\\/](words|statuses|sees-tickets|list[\\/]search|approvals[\\/]search)|assets[\\/]asset-variables|audit[\\/](list-variables|day-start))\.|src[\\/]ui[\\/](AppFrame|Nav|Menu|Page|Tabs|DataTable|ColumnHead|column-widths|TableSkeleton|use-row-keys|ListFoot|FilterBar|filter-text|EmptyState|ErrorState|States|QueryBoundary|Connection|Status|Avatar|Facts|When|Timeline|Toast|toast|Note|Button|Check|Field|TextField|Skeleton|announce|ComboField|PageState|PriorityMark|Ruler|Segmented)[\\.]/,
    priority: 2,
  },
  {
    name: 'data',
    test: /node_modules[\\/](@apollo|graphql|rxjs|@wry|optimism|tslib)[\\/]|src[\\/](features[\\/](session[\\/](session|SessionProvider|Door|may|__generated__)|shell[\\/](?!locales|SearchPalette|use-found|__generated__[\\/]Search))|lib[\\/]graphql[\\/])|_app\.tsx\?tsr-split|features[\\/](customers[\\/](NoCustomers|ActiveStatus|CustomerLink|forget-of|customer-trail|timeline[\\/]|trail[\\/]trail\.|form[\\/](CustomerFilter|use-customer-options|__generated__[\\/]Customer(Name|Options)))|roles[\\/]permission-words|users[\\/]ActiveStatus|tickets[\\/](Marks|may|lines[\\/](HomeTickets|TicketLines|__generated__[\\/]HomeTickets))|contracts[\\/](Marks|words|term[\\/](AheadRuler|ahead|terms)\.))|_(list|week)[\\/]index\.tsx\?tsr-split|use-(debounced-value|media-query)/,
    priority: 1,
  },
  {
    name: 'contacts',
    test: /features[\\/]contacts[\\/](RightsTags|list[\\/](ContactTable|ContactFilterBar|columns|ActiveSwitch)|__generated__[\\/]InviteContact|form[\\/]__generated__[\\/]GroupOptions)/,
    priority: 0,
  },
  {
    name: 'audit',
    test: /features[\\/]audit[\\/](values|words|Actor|Subject|use-thing-name|__generated__[\\/]ThingName)|admin[\\/]audit[\\/]_list\.tsx\?tsr-split/,
    priority: 0,
  },
  {
    name: 'contracts',
    test: /features[\\/]contracts[\\/](Marks|term[\\/]AheadRuler)|routes[\\/]_app[\\/]index\.tsx\?tsr-split/,
    priority: 0,
  },
  {
    name: 'tickets',
    test: /features[\\/]live[\\/](use-(watch|live)|__generated__[\\/]LiveTicket)|features[\\/]tickets[\\/](TicketDoor|forget-around|use-ticket-change|__generated__[\\/](UpdateTicket|TicketRow))/,
    priority: 1,
  },
  {
    name: 'ticket-list',
    test: /features[\\/]tickets[\\/]list[\\/](?!locales|NameView|search|CustomerTickets)|tickets[\\/]_list\.tsx\?tsr-split/,
    priority: 0,
  },
]

/**
 * The portal in as few requests as can be: `base` is all that its first screen is made of, the entry and the Turkish texts
 * included; `forms` is what screens share that write something, with the first of them.
 */
const portalGroups = [
  {
    name: 'base',
    test: /rolldown[\\/]runtime|preload-helper|node_modules[\\/](react|react-dom|scheduler|@lingui|@messageformat|@tabler|@tanstack|@apollo|graphql|rxjs|@wry|optimism|tslib)[\\/]|src[\\/]app[\\/](?!locales|portal[\\/]texts\.en)|src[\\/]lib[\\/](?!graphql[\\/]live-socket)|src[\\/]ui[\\/](css[\\/]|(Nav|Page|PageState|Tabs|EmptyState|ErrorState|States|QueryBoundary|Connection|Status|Avatar|When|Toast|Toaster|toast|Note|Button|Field|TextField|Segmented|Skeleton|announce|class-names)[.])|src[\\/]portal-routes[\\/](?!portal[\\/](?!index))|src[\\/]features[\\/](session|portal-shell|portal-home|portal-tickets[\\/](RecordItem|Reason|TicketState|statuses|__generated__[\\/]PortalRow)|portal-records[\\/](search|last-search)|portal-new[\\/]search|portal-people[\\/]search)(?!.*locales)/,
    priority: 2,
  },
  {
    name: 'forms',
    test: /node_modules[\\/](react-hook-form|@hookform|zod)[\\/]|src[\\/]ui[\\/]form-errors|src[\\/]features[\\/]portal-profile[\\/](?!locales)|portal-routes[\\/]portal[\\/]me\.tsx\?/,
    priority: 1,
  },
]

const api = 'http://127.0.0.1:4000'
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Two builds into one folder: `vite build` makes the application of staff, `vite build --mode portal` the portal.
 * Apart from each other neither waits for files that only the other would share.
 */
export default defineConfig(({ mode }) => {
  const portal = mode === 'portal'
  return {
    plugins: [
      ...routers(),
      lingui({ macroTransform: true }),
      react(),
      portalPage,
      mantineVariablesCss(),
      textsWithParts({ inPage: [portal ? 'portal-routes/portal/me' : 'routes/_app'] }),
      precompress(),
    ],
    resolve: { alias: { '~': at('./src') } },
    build: {
      target: 'es2023',
      emptyOutDir: !portal,
      copyPublicDir: !portal,
      manifest: portal ? '.vite/portal.json' : '.vite/manifest.json',
      // All styles together are smaller than two requests are long.
      cssCodeSplit: false,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: portal
        ? { input: at('./portal.html'), output: { codeSplitting: { groups: portalGroups } } }
        : { input: at('./index.html'), output: { codeSplitting: { groups } } },
    },
    server: {
      port: 5173,
      proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api },
    },
  }
})

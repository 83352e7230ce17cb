import type { Config } from '@tanstack/router-plugin/vite'

const PORTAL_FIRST = new Set<string>(['/portal', '/portal/'])

const shared: Partial<Config> = {
  target: 'react',
  quoteStyle: 'single',
  semicolons: false,
  disableLogging: true,
  tmpDir: 'node_modules/.cache/tanstack',
  routeFileIgnorePattern: '__generated__|\\.graphql$|\\.css$|\\.test\\.',
  codeSplittingOptions: {
    // A loader comes with its screen: the entry knows paths, guards and search parameters only.
    defaultBehavior: [['loader', 'component'], ['errorComponent'], ['notFoundComponent']],
    // The portal's first screen comes with its entry: on a phone every request counts.
    splitBehavior: ({ routeId }) => (PORTAL_FIRST.has(routeId) ? [] : undefined),
  },
}

/** The staff application and the portal: two entries, two trees, no screen of one in the other. */
export const routeTrees: Partial<Config>[] = [
  { ...shared, routesDirectory: './src/routes', generatedRouteTree: './src/app/__generated__/route-tree.ts' },
  {
    ...shared,
    routesDirectory: './src/portal-routes',
    generatedRouteTree: './src/app/portal/__generated__/route-tree.ts',
  },
]

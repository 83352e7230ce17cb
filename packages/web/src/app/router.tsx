import { createRouter } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '~/lib/search-params'
import { routeTree } from './__generated__/route-tree'
import { LoadFailed, NotFound } from './PageStates'

/** The staff application's router. A link that is pointed at has its screen and data on the way before the click. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadDelay: 40,
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: LoadFailed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

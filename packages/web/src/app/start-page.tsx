import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { RouterProvider, type AnyRouter } from '@tanstack/react-router'
import { startTexts } from '~/lib/i18n'

/** Screens of the address are fetched at once, beside the texts and the question who is asking, not after them. */
function fetchScreens(router: AnyRouter) {
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const route = router.routesById[routeId]
    // A failure here is not the end: the router asks for the same file again and then says what is wrong.
    if (route) router.loadRouteChunk(route)?.catch(() => undefined)
  }
}

/** Starts an entry: screens, session and texts together, then the first rendering. */
export async function startPage(router: AnyRouter): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page lacks #root')
  const texts = startTexts()
  fetchScreens(router)
  // Not waited for: while the session is asked, the frame of the page stands already.
  void router.load()
  await texts
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <RouterProvider router={router} />
      </I18nProvider>
    </StrictMode>,
  )
}

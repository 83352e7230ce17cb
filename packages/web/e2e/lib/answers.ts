import type { Page, Route } from 'playwright-core'

/** What the server is made to say, for states that real data cannot show at will. */
export type State = 'full' | 'empty' | 'error' | 'offline'

const WHO_ASKS = 'Viewer'

/** Puts a page into a state: everything but the question who is signed in is answered that way. */
export async function answerWith(page: Page, state: State): Promise<void> {
  if (state === 'full') return
  await page.route('**/graphql', async (route) => {
    if (operationOf(route) === WHO_ASKS) return route.continue()
    if (state === 'offline') return route.abort('internetdisconnected')
    if (state === 'error') return route.fulfill({ status: 500, json: FAILURE })
    const response = await route.fetch()
    return route.fulfill({ response, json: emptied(await response.json()) })
  })
}

const FAILURE = {
  errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', requestId: '7f3a' } }],
}

/** What the console says about a state, whose cause is ours. */
export const COMPLAINTS: Record<State, RegExp[]> = {
  full: [],
  empty: [],
  error: [/status of 500/, /ServerError: .* status code 500/],
  offline: [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/],
}

/** Makes one operation fail, as a broken connection does, until the function that comes back is called. */
export async function cutOff(page: Page, operation: string): Promise<() => Promise<void>> {
  const cut = (route: Route) => (operationOf(route) === operation ? route.abort('failed') : route.fallback())
  await page.route('**/graphql', cut)
  return () => page.unroute('**/graphql', cut)
}

function operationOf(route: Route): string | undefined {
  return (route.request().postDataJSON() as { operationName?: string } | null)?.operationName
}

/** The same answer with nothing in its lists. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.some((entry) => typeof entry === 'object') ? [] : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'totalCount' ? 0 : emptied(part)]),
  )
}

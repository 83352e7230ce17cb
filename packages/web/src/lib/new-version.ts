let seen = false

// The server was updated while this page was open: a part of the old version is gone.
addEventListener('vite:preloadError', () => {
  seen = true
})

/** Whether a failed load means that the page is older than the server. */
export function isOldChunk(error: unknown): boolean {
  const words = error instanceof Error ? error.message : ''
  return (
    navigator.onLine &&
    (seen || /dynamically imported module|Importing a module script failed|module script/i.test(words))
  )
}

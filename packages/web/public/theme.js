// Runs before the first paint: the page never flashes in the other theme. A file of its own, since the page allows no inline script.
;(function () {
  var choice = null
  try {
    choice = localStorage.getItem('accord-theme')
  } catch {
    // Storage can be forbidden; the system's theme stands then.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()

import type { Page } from 'playwright-core'

/** What sticks out when the window is as narrow as this, so that one would have to scroll sideways (WCAG 1.4.10). */
export async function fitsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 640 })
  return page.evaluate(sticksOut)
}

/** The same with text twice as large (WCAG 1.4.4). */
export async function clippedAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  return page.evaluate(sticksOut)
}

/** Runs in the page. */
function sticksOut(): Promise<string[]> {
  const name = (element: Element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`
  return new Promise((answer) =>
    requestAnimationFrame(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return answer([])
      const wide = [...document.body.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.children.length === 0,
      )
      answer([`${scrollWidth} of ${clientWidth} px`, ...wide.slice(0, 5).map(name)])
    }),
  )
}

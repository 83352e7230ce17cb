import type { Browser, BrowserContext } from 'playwright-core'
import { programUrl } from './address.ts'
import { sessionOf, type Cookie } from './accord.ts'
import type { Locale } from './texts.ts'

export type Theme = 'light' | 'dark'
export type Width = keyof typeof WIDTHS

/** The windows that are tested: a desktop and a phone. */
export const WIDTHS = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } } as const

interface Wanted {
  /** E-mail of who is signed in, or a session that was made elsewhere. */
  as?: string | Cookie | undefined
  locale: Locale
  theme: Theme
  size: { width: number; height: number }
}

/** A window of somebody, with a memory of its own. */
export async function openWindow(browser: Browser, { as, locale, theme, size }: Wanted): Promise<BrowserContext> {
  const base = programUrl()
  const phone = size.width < 600
  const context = await browser.newContext({
    baseURL: base,
    locale: locale === 'tr' ? 'tr-TR' : 'en-GB',
    timezoneId: 'Europe/Istanbul',
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: size,
    hasTouch: phone,
    isMobile: phone,
  })
  if (as) {
    const session = typeof as === 'string' ? await sessionOf(as) : as
    await context.addCookies([{ ...session, url: base }])
  }
  await context.addInitScript((language) => {
    // The first page of a window has no origin yet and no storage.
    if (location.origin !== 'null' && !localStorage.getItem('accord-locale'))
      localStorage.setItem('accord-locale', language)
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      reportError(new Error(`Refused by the content security policy: ${violatedDirective} ${blockedURI} ${sample}`)),
    )
  }, locale)
  return context
}

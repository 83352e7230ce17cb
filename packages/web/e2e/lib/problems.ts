import type { Page } from 'playwright-core'

/** Everything that a page complains about: errors on the console, exceptions, what the content security policy refused. */
export class Problems {
  readonly #seen: string[] = []
  readonly #expected: RegExp[] = []

  /** Says what must go wrong in this test; that it does is checked elsewhere, by what the user then sees. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns)
  }

  watch(page: Page): void {
    page.setDefaultTimeout(20_000)
    page.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => this.#seen.push(`Exception: ${error.message}`))
    page.on('crash', () => this.#seen.push('The page crashed'))
  }

  unexpected(): string[] {
    return this.#seen.filter((text) => !this.#expected.some((pattern) => pattern.test(text)))
  }
}

import { expect, test } from 'vitest'
import { emailChangedMail, escapeHtml, invitationMail, passwordChangedMail, resetMail } from './templates.ts'

const url = 'https://accord.example.com/reset/abc?a=1&b="2"'

test.each(['tr', 'en'] as const)('every mail has subject, text and html in %s', (locale) => {
  const name = 'Ayşe Demir'
  for (const mail of [
    resetMail({ name, locale, url }),
    invitationMail({ name, locale, url }),
    passwordChangedMail({ name, locale }),
    emailChangedMail({ name, locale, newEmail: 'ayse@ege.demo' }),
  ]) {
    expect(mail.subject.length).toBeGreaterThan(5)
    expect(mail.text).toContain(locale === 'tr' ? 'Merhaba Ayşe Demir,' : 'Hello Ayşe Demir,')
    expect(mail.html).toContain(`<html lang="${locale}">`)
  }
  expect(resetMail({ name, locale, url }).text).toContain(`\n\n${url}\n\n`)
})

test('I8: names and links are escaped in html', () => {
  const { html } = resetMail({ name: '<img src=x onerror=alert(1)> "O\'Neil" & co', locale: 'en', url })
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;O&#39;Neil&quot; &amp; co')
  expect(html).toContain('href="https://accord.example.com/reset/abc?a=1&amp;b=&quot;2&quot;"')
  expect(escapeHtml('a')).toBe('a')
})

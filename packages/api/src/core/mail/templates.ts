export interface MailText {
  subject: string
  text: string
  html: string
}

export type Locale = 'tr' | 'en'
type Paragraph = string | { link: string; label: string }

/** Somebody asked for a new password. */
export function resetMail({ name, locale, url }: { name: string; locale: Locale; url: string }): MailText {
  return locale === 'tr'
    ? composeMail(locale, 'Parolanızı yenileyin', name, [
        'Accord parolanızı yenilemek için aşağıdaki bağlantıyı açın. Bağlantı bir saat geçerlidir ve bir kez kullanılır.',
        { link: url, label: 'Parolayı yenile' },
        'Bunu siz istemediyseniz bir şey yapmanız gerekmez; parolanız değişmedi.',
      ])
    : composeMail(locale, 'Reset your password', name, [
        'Open the link below to set a new password for Accord. It works once, within one hour.',
        { link: url, label: 'Reset password' },
        'If you did not ask for this, there is nothing to do: your password has not changed.',
      ])
}

/** Somebody was given access and sets the first password. */
export function invitationMail({ name, locale, url }: { name: string; locale: Locale; url: string }): MailText {
  return locale === 'tr'
    ? composeMail(locale, 'Accord’a davet edildiniz', name, [
        'Accord’da sizin için bir hesap açıldı. Parolanızı belirlemek için aşağıdaki bağlantıyı açın. Bağlantı yedi gün geçerlidir ve bir kez kullanılır.',
        { link: url, label: 'Parola belirle' },
      ])
    : composeMail(locale, 'You are invited to Accord', name, [
        'An account was opened for you in Accord. Open the link below to set your password. It works once, within seven days.',
        { link: url, label: 'Set password' },
      ])
}

/** The password was changed or reset. */
export function passwordChangedMail({ name, locale }: { name: string; locale: Locale }): MailText {
  return locale === 'tr'
    ? composeMail(locale, 'Parolanız değiştirildi', name, [
        'Accord parolanız değiştirildi ve diğer oturumlarınız kapatıldı.',
        'Bunu siz yapmadıysanız hemen parolanızı yenileyin ve yöneticinize haber verin.',
      ])
    : composeMail(locale, 'Your password was changed', name, [
        'Your Accord password was changed and your other sessions were ended.',
        'If this was not you, reset your password now and tell your administrator.',
      ])
}

/** The e-mail of a sign-in was changed; goes to the old address. */
export function emailChangedMail({
  name,
  locale,
  newEmail,
}: {
  name: string
  locale: Locale
  newEmail: string
}): MailText {
  return locale === 'tr'
    ? composeMail(locale, 'E-posta adresiniz değiştirildi', name, [
        `Accord’a bundan sonra ${newEmail} adresiyle gireceksiniz.`,
        'Bunu beklemiyorsanız yöneticinize haber verin.',
      ])
    : composeMail(locale, 'Your e-mail address was changed', name, [
        `From now on you sign in to Accord as ${newEmail}.`,
        'If you did not expect this, tell your administrator.',
      ])
}

/** A mail of greeting and paragraphs, as plain text and as HTML; what stands in them is escaped. */
export function composeMail(locale: Locale, subject: string, name: string, paragraphs: Paragraph[]): MailText {
  const greeting = locale === 'tr' ? `Merhaba ${name},` : `Hello ${name},`
  const lines = [greeting, ...paragraphs]
  const text = lines.map((line) => (typeof line === 'string' ? line : line.link)).join('\n\n')
  const html = lines.map((line) =>
    typeof line === 'string'
      ? `<p>${escapeHtml(line)}</p>`
      : `<p><a href="${escapeHtml(line.link)}">${escapeHtml(line.label)}</a><br><small>${escapeHtml(line.link)}</small></p>`,
  )
  return {
    subject,
    text: `${text}\n\nAccord\n`,
    html: `<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;line-height:1.5">${html.join('')}<p>Accord</p></body></html>`,
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Makes a text safe inside HTML and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

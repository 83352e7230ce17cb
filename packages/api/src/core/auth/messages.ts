/** What `/api/auth` says when it refuses, to be shown as it is. */
const messages = {
  INVALID_EMAIL_OR_PASSWORD: { tr: 'E-posta veya parola yanlış.', en: 'Wrong e-mail or password.' },
  LINK_INVALID: {
    tr: 'Bu bağlantı artık geçerli değil. Yeni bir bağlantı isteyin.',
    en: 'This link is no longer valid. Ask for a new one.',
  },
  PASSWORD_TOO_SHORT: { tr: 'Parola en az 10 karakter olmalı.', en: 'The password needs at least 10 characters.' },
  PASSWORD_TOO_LONG: {
    tr: 'Parola en çok 256 karakter olabilir.',
    en: 'The password may have at most 256 characters.',
  },
  PASSWORD_CHARACTERS: {
    tr: 'Parolada kullanılamayan karakterler var.',
    en: 'The password has characters that cannot be used.',
  },
  PASSWORD_COMMON: {
    tr: 'Bu parola çok bilinen parolalardan. Başka bir parola seçin.',
    en: 'This password is among the best-known ones. Choose another.',
  },
  PASSWORD_LIKE_EMAIL: {
    tr: 'Parola adınıza veya e-postanıza çok benziyor.',
    en: 'The password is too much like your name or e-mail.',
  },
  WRONG_PASSWORD: { tr: 'Şimdiki parola yanlış.', en: 'The current password is wrong.' },
  BAD_REQUEST: { tr: 'İstek anlaşılamadı.', en: 'The request could not be understood.' },
  TOO_LARGE: { tr: 'İstek çok büyük.', en: 'The request is too large.' },
  JSON_ONLY: { tr: 'Yalnızca application/json kabul edilir.', en: 'Only application/json is accepted.' },
  FOREIGN_ORIGIN: { tr: 'İstek başka bir siteden geldi.', en: 'The request came from another site.' },
  NOT_FOUND: { tr: 'Böyle bir adres yok.', en: 'There is no such address.' },
  TOO_MANY: { tr: 'Çok fazla deneme. Biraz sonra yeniden deneyin.', en: 'Too many attempts. Try again later.' },
  SIGNED_OUT: { tr: 'Oturum sona erdi. Yeniden giriş yapın.', en: 'This session has ended. Sign in again.' },
  INTERNAL: { tr: 'Beklenmeyen bir hata oldu.', en: 'Something went wrong.' },
} as const

export type MessageKey = keyof typeof messages

/** The message in Turkish when the browser asks for it first, else in English. */
export function message(key: MessageKey, acceptLanguage: string | undefined): string {
  return messages[key][acceptLanguage?.trimStart().toLowerCase().startsWith('tr') ? 'tr' : 'en']
}

import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'ticket.holds.customer': {
    tr: 'Bu müşterinin kayıtları var; silmek yerine pasifleştirin.',
    en: 'This customer has tickets; make it inactive instead of deleting it.',
  },
  'ticket.holds.contact': {
    tr: 'Bu kişinin kayıtları ya da onayları var; silmek yerine pasifleştirin.',
    en: 'This contact has tickets or approvals; make the contact passive instead of deleting.',
  },
  'ticket.holds.asset': {
    tr: 'Bu varlık ya da hizmet kayıtlarda geçiyor; silinemez.',
    en: 'Tickets name this asset or service; it cannot be deleted.',
  },
  'ticket.requester.needed': {
    tr: 'Kaydın kimin için açıldığını belirtin.',
    en: 'Say for which contact the ticket is opened.',
  },
  'ticket.requester.other': {
    tr: 'Bu kişi seçilen müşterinin değil.',
    en: 'This contact does not belong to the customer.',
  },
  'ticket.requester.passive': {
    tr: 'Bu kişi pasif; adına kayıt açılamaz.',
    en: 'This contact is passive; nothing can be opened for him or her.',
  },
  'ticket.assignee.cannotSee': {
    tr: 'Bu teknisyen müşteriyi göremiyor. Önce müşteriye yetkilendirin ya da başka birini seçin.',
    en: 'This technician may not see the customer. Authorize him or her first, or choose somebody else.',
  },
  'ticket.contract.inactive': {
    tr: 'Bu sözleşme yürürlükte değil; yürürlükteki bir sözleşmeyi seçin.',
    en: 'This contract does not hold now; choose one that does.',
  },
  'ticket.status.illegal': {
    tr: 'Kayıt {from} durumundan {to} durumuna geçemez.',
    en: 'The ticket cannot go from {from} to {to}.',
  },
  'ticket.status.approval': {
    tr: 'Onay verilmeden çalışmaya başlanamaz.',
    en: 'Work starts after the approval.',
  },
  'ticket.reopen.status': {
    tr: 'Yalnız çözülen ya da kapatılan kayıt yeniden açılır.',
    en: 'Only a resolved or closed ticket is opened again.',
  },
  'ticket.reopen.late': {
    tr: 'Çözümün üzerinden {days} günden çok geçti; lütfen yeni bir kayıt açın.',
    en: 'More than {days} days have passed since the resolution; please open a new ticket.',
  },
  'bulk.which': {
    tr: 'Hangi kayıtların değişeceğini `ids`, `tickets` ya da `filter` ile belirtin.',
    en: 'Say which tickets, by `ids`, `tickets` or `filter`.',
  },
  'bulk.either': {
    tr: '`ids`, `tickets` ya da `filter` verin; yalnız birini.',
    en: 'Give one of `ids`, `tickets` and `filter` alone.',
  },
  'bulk.nothing': {
    tr: 'Neyin değişeceğini belirtin: durum, öncelik ya da atanan.',
    en: 'Say what changes: status, priority or assignee.',
  },
  'bulk.tooMany': {
    tr: 'Bir seferde en çok {max} kayıt değiştirilir. Süzgeci daraltın.',
    en: 'At most {max} tickets are changed at once. Narrow the filter.',
  },
  'ticket.colleague': {
    tr: 'Bu kayıt bir iş arkadaşınızın; okuyabilirsiniz, ama yazamazsınız.',
    en: 'This ticket is a colleague’s: you can read it, not write on it.',
  },
  'ticket.rate.requester': {
    tr: 'Yalnız kaydı açan kişi değerlendirir.',
    en: 'Only who opened the ticket rates it.',
  },
  'ticket.rate.status': {
    tr: 'Yalnız çözülen ya da kapatılan kayıt değerlendirilir.',
    en: 'Only a resolved or closed ticket is rated.',
  },
  'ticket.rate.range': { tr: 'Değerlendirme 1 ile 5 arasındadır.', en: 'A rating is 1 to 5.' },
  'approval.request': { tr: 'Yalnız istekler için onay istenir.', en: 'Only requests ask for approval.' },
  'approval.closed': {
    tr: 'Bu kayıt artık açık değil; onay istenemez.',
    en: 'This ticket is not open any more; no approval can be asked for.',
  },
  'approval.decided': { tr: 'Bu istek için karar verilmiş.', en: 'This request is decided already.' },
  'approval.requester': {
    tr: 'İsteği açan kişi kendi isteğini onaylayamaz.',
    en: 'Who opened the request cannot approve it.',
  },
  'approval.cannotSignIn': {
    tr: 'Onaylayacak kişi etkin olmalı ve oturum açabilmeli.',
    en: 'Who approves has to be active and able to sign in.',
  },
  'approval.tooMany': { tr: 'En çok {max} kişiden onay istenir.', en: 'At most {max} people are asked.' },
  'approval.notAsked': { tr: 'Onayınız istenmedi.', en: 'You were not asked for approval.' },
})

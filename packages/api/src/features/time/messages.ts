import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'time.holds.customer': {
    tr: 'Bu müşteri için süre girilmiş; silmek yerine pasifleştirin.',
    en: 'Time was spent for this customer; make it inactive instead of deleting it.',
  },
  'time.subject.needed': {
    tr: 'Sürenin hangi kayda ya da sözleşmeye harcandığını belirtin.',
    en: 'Say on which ticket or under which contract the time was spent.',
  },
  'time.contract.other': {
    tr: 'Bu sözleşme, kaydın müşterisinin değil.',
    en: 'This contract is not one of the ticket’s customer.',
  },
  'time.contract.notThen': {
    tr: 'Sözleşme bu günde yürürlükte değil. Başka bir gün ya da sözleşme seçin.',
    en: 'The contract does not run on this day. Choose another day or another contract.',
  },
  'time.minutes.range': { tr: 'Süre 1 ile 1440 dakika arasındadır.', en: 'Minutes are between 1 and 1 440.' },
  'time.added.range': { tr: 'İlave süre 0 ile 1440 dakika arasındadır.', en: 'Added minutes are between 0 and 1 440.' },
  'time.future': { tr: 'Gelecekte bir gün seçilemez.', en: 'The day cannot be in the future.' },
  'time.start.future': { tr: 'Başlangıç gelecekte olamaz.', en: 'The start cannot be in the future.' },
  'time.end.future': {
    tr: 'Bu süreyle iş gelecekte bitmiş olur.',
    en: 'With so many minutes the work would end in the future.',
  },
  'time.start.otherDay': {
    tr: 'Başlangıç, seçilen günde değil.',
    en: 'The start is not on the chosen day.',
  },
  'time.overlap': {
    tr: 'Bu saatlerde başka bir süre girilmiş.',
    en: 'Other time was entered for these hours.',
  },
  'time.dayFull': {
    tr: 'Bir günde en çok 24 saat olur; bu güne {minutes} dakika daha girilebilir.',
    en: 'A day has 24 hours at most; {minutes} more minutes can be entered for this one.',
  },
  'time.limit.week': {
    tr: 'Sözleşmenin haftalık sınırına {minutes} dakika kaldı. Fazlasını, bir notla, faturalanmayacak olarak girebilirsiniz.',
    en: '{minutes} minutes are left of the contract’s weekly limit. You can enter what is more as not billable, with a note.',
  },
  'time.limit.credit': {
    tr: 'Dönemin kredisinden {minutes} dakika kaldı. Fazlasını, bir notla, faturalanmayacak olarak girebilirsiniz.',
    en: '{minutes} minutes are left of the period’s credit. You can enter what is more as not billable, with a note.',
  },
  'time.note.needed': {
    tr: 'Planın kabul etmediği süre için bir not yazın.',
    en: 'Write a note for time that the plan does not accept.',
  },
  'time.cost.forbidden': {
    tr: 'Bu günün planı ek maliyet girilmesine izin vermiyor.',
    en: 'The plan of this day does not let technicians enter extra costs.',
  },
  'time.cost.currency': {
    tr: 'Ek maliyet planın para biriminde olmalı: {currency}.',
    en: 'Extra costs are in the plan’s currency: {currency}.',
  },
  'time.cost.reason': { tr: 'Ek maliyetin nedenini yazın.', en: 'Say what the extra cost was for.' },
  'time.added.forbidden': {
    tr: 'Bu günün planı süreye ilave yapılmasına izin vermiyor.',
    en: 'The plan of this day does not let technicians add minutes.',
  },
  'time.own': {
    tr: 'Yalnız kendi sürelerinizi değiştirebilirsiniz.',
    en: 'You can change your own time entries only.',
  },
  'time.technician.cannotSee': {
    tr: 'Bu teknisyen müşteriyi göremiyor.',
    en: 'This technician may not see the customer.',
  },
  'timer.runs': {
    tr: 'Çalışan bir sayacınız var. Süresi girilsin mi, yoksa silinsin mi?',
    en: 'A timer of yours is running. Say whether its time is logged or thrown away.',
  },
})

import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'contractType.name.taken': {
    tr: 'Bu adla bir sözleşme türü var. Adı ayırt edin ya da var olanı kullanın.',
    en: 'There is a contract type of this name. Make the name distinct, or use the existing one.',
  },
  'contractType.inactive': {
    tr: 'Bu sözleşme türü pasif; başka bir tür seçin ya da türü etkinleştirin.',
    en: 'This contract type is inactive; choose another one, or make it active.',
  },
  'contract.holds.customer': {
    tr: 'Bu müşterinin sözleşmeleri var; silmek yerine pasifleştirin.',
    en: 'This customer has contracts; make it inactive instead of deleting it.',
  },
  'contract.holds.plan': {
    tr: 'Bu planla sözleşme yapılmış; silmek yerine pasifleştirin.',
    en: 'Contracts were made under this plan; make it inactive instead of deleting it.',
  },
  'contract.plan.inactive': {
    tr: 'Bu plan pasif; başka bir plan seçin ya da planı etkinleştirin.',
    en: 'This plan is inactive; choose another one, or make it active.',
  },
  'contract.day.range': {
    tr: 'Gün {from} ile {to} arasında olmalı.',
    en: 'A day is between {from} and {to}.',
  },
  'contract.end.beforeStart': {
    tr: 'Son gün, {day} gününden önce olamaz.',
    en: 'The last day cannot be before {day}.',
  },
  'contract.end.past': {
    tr: 'Son gün geçmişe alınamaz. Sözleşmeyi erken bitirmek için feshedin.',
    en: 'The last day cannot be moved into the past. To end the contract early, terminate it.',
  },
  'contract.start.past': {
    tr: 'Başlamış ya da yenilenmiş bir sözleşmenin ilk günü değişmez.',
    en: 'The first day of a contract that has begun or was renewed does not change.',
  },
  'contract.terminated': {
    tr: 'Feshedilen bir sözleşmede bu değişmez; yeni bir sözleşme yapın.',
    en: 'This does not change in a contract that was terminated; make a new contract.',
  },
  'contract.renewal.needed': {
    tr: 'Kendiliğinden yenileme için yenileme süresini girin.',
    en: 'Enter how long a renewed term lasts.',
  },
  'contract.period.range': { tr: 'Süre 1 ile {max} arasında olmalı.', en: 'A period is 1 to {max}.' },
  'contract.notice.before': {
    tr: 'Bitişten önceki gün sayısı 0 ile {max} arasında olmalı.',
    en: 'Days before the end are 0 to {max}.',
  },
  'contract.notice.after': {
    tr: 'Bitişten sonraki gün sayısı 1 ile {max} arasında olmalı.',
    en: 'Days after the end are 1 to {max}.',
  },
  'contract.tooMany': { tr: 'En çok {max} olabilir.', en: 'At most {max}.' },
  'contract.noticeUser.cannotSee': {
    tr: '{name} bu müşteriyi göremiyor. Önce müşteriye yetkilendirin ya da listeden çıkarın.',
    en: '{name} may not see the customer. Authorize him or her first, or leave him or her out.',
  },
  'contract.noticeContact.cannotBeTold': {
    tr: '{name} pasif ya da e-posta adresi yok; kişiyi düzeltin ya da listeden çıkarın.',
    en: '{name} is passive or has no e-mail address; correct the contact, or leave him or her out.',
  },
  'contract.notDraft': {
    tr: 'Bu sözleşme taslak değil; zaten yürürlükte ya da sona ermiş.',
    en: 'This contract is no draft: it holds already, or is over.',
  },
  'contract.delete.holds': {
    tr: 'Yalnız taslaklar silinir; yürürlüğe girmiş bir sözleşmeyi feshedin.',
    en: 'Only drafts are deleted; terminate a contract that holds.',
  },
  'contract.named.draft': {
    tr: 'Bu sözleşme henüz taslak; önce yürürlüğe alın ya da başka bir sözleşme seçin.',
    en: 'This contract is a draft; activate it first, or choose another one.',
  },
  'contract.holds.contract': {
    tr: 'Bu sözleşme kayıtlarda ya da varlıklarda geçiyor; önce oralardan çıkarın.',
    en: 'Tickets or assets name this contract; take it out there first.',
  },
  'contract.renew.draft': {
    tr: 'Bu sözleşme taslak; önce yürürlüğe alın.',
    en: 'This contract is a draft; make it hold first.',
  },
  'contract.renew.terminated': {
    tr: 'Feshedilen bir sözleşme yenilenmez; yeni bir sözleşme yapın.',
    en: 'A contract that was terminated is not renewed; make a new contract.',
  },
  'contract.renew.customer': {
    tr: 'Müşteri pasif; sözleşmesini yenilemek için önce müşteriyi etkinleştirin.',
    en: 'The customer is inactive; make it active before you renew its contract.',
  },
  'contract.renew.period': {
    tr: 'Sözleşmenin yenileme süresi yok; yeni dönemin ne kadar süreceğini girin.',
    en: 'The contract has no renewal period; enter how long the new term lasts.',
  },
  'contract.terminate.draft': {
    tr: 'Taslaklar feshedilmez; taslağı silin.',
    en: 'Drafts are not terminated; delete it.',
  },
  'contract.terminate.over': {
    tr: 'Bu sözleşme zaten sona ermiş.',
    en: 'This contract is over already.',
  },
  'contract.terminate.day': {
    tr: 'Son gün {from} ile {to} arasında olmalı.',
    en: 'The last day is between {from} and {to}.',
  },
  'notice.notFailed': {
    tr: 'Yalnız gönderilemeyen bir bildirim yeniden gönderilir.',
    en: 'Only a notice that has failed can be sent again.',
  },
  'notice.placeholder': {
    tr: 'Bilinmeyen yer tutucu: {unknown}. Kullanılabilecekler: {known}.',
    en: 'Unknown placeholder: {unknown}. These can be used: {known}.',
  },
})

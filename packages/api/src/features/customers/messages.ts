import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'customer.name.taken': {
    tr: 'Bu adla etkin bir müşteri var. Adı ayırt edin ya da var olan müşteriyi kullanın.',
    en: 'There is an active customer of this name. Make the name distinct, or use the existing customer.',
  },
  'email.invalid': {
    tr: 'E-posta adresi ad@alan.com biçiminde olmalı.',
    en: 'An e-mail address looks like name@domain.com.',
  },
  'website.invalid': {
    tr: 'Web adresi http:// ya da https:// ile başlamalı.',
    en: 'A website starts with http:// or https://.',
  },
  'locale.invalid': { tr: 'Dil tr ya da en olabilir.', en: 'The language is tr or en.' },
  'customer.inactive': {
    tr: 'Bu müşteri pasif; önce müşteriyi etkinleştirin.',
    en: 'This customer is inactive; activate the customer first.',
  },
  'contact.noEmail': {
    tr: 'E-posta adresi olmayan kişi davet edilemez; önce adresi ekleyin.',
    en: 'A contact without an e-mail address cannot be invited; add the address first.',
  },
  'contact.passive': {
    tr: 'Bu kişi pasif; önce etkinleştirin.',
    en: 'This contact is passive; activate the contact first.',
  },
  'contact.otherActive': {
    tr: 'Bu kişinin başka bir müşteride etkin bir kaydı ya da teknisyenliği var.',
    en: 'This person is active at another customer, or as a technician.',
  },
  'contact.sameCustomer': { tr: 'Kişi zaten bu müşteride.', en: 'The contact belongs to this customer already.' },
  'contact.needsEmail': {
    tr: 'Taşınacak kişinin e-posta adresi olmalı.',
    en: 'A contact needs an e-mail address to be moved.',
  },
  'convert.notInternal': {
    tr: 'Yalnız kendi birimlerimizin kullanıcıları teknisyene dönüştürülebilir.',
    en: 'Only users of our own departments can become technicians.',
  },
  'convert.noContact': {
    tr: 'Bu teknisyenin geri dönebileceği bir kullanıcı kaydı yok; teknisyeni pasifleştirin.',
    en: 'This technician has no user to turn back to; make the technician passive instead.',
  },
})

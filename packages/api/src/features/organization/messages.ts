import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'technician.email': {
    tr: 'E-posta adresi ad@alan.com biçiminde olmalı.',
    en: 'An e-mail address looks like name@domain.com.',
  },
  'technician.lastAdministrator': {
    tr: 'Son etkin yönetici yönetici olarak kalmalı. Önce başka birini yönetici yapın.',
    en: 'The last active administrator has to stay one. Make somebody else an administrator first.',
  },
  'technician.passive': {
    tr: 'Bu teknisyen pasif; önce etkinleştirin.',
    en: 'This technician is passive; activate the technician first.',
  },
  'technician.isUser': {
    tr: 'Bu kişi şimdi bir kullanıcı. Etkinleştirmek yerine kullanıcıyı teknisyene dönüştürün.',
    en: 'This person is a user now. Convert the user to technician instead of activating the technician.',
  },
  'role.administratorsOnly': {
    tr: 'Yöneticileri ve yönetici rolünü yalnız yöneticiler değiştirebilir.',
    en: 'Only administrators may make or change administrators.',
  },
  'role.beyondOwn': {
    tr: 'Kendinizde olmayan bir yetkiyi veremezsiniz: {permissions}.',
    en: 'You cannot give a permission that you do not have: {permissions}.',
  },
  'role.wider': {
    tr: 'Siz yalnız yetkili olduğunuz müşterileri görüyorsunuz; bütün müşterileri açan bir rol veremezsiniz.',
    en: 'You see only customers that you are authorized for, so you cannot give a role that shows all customers.',
  },
  'role.administratorFixed': {
    tr: 'Yönetici rolü her şeye yetkilidir; yetkileri değişmez ve rol silinmez.',
    en: 'The administrator role may do everything: its permissions stay, and it cannot be deleted.',
  },
  'role.name.taken': { tr: 'Bu adla bir rol var.', en: 'There is a role of this name.' },
  'role.inUse': {
    tr: 'Bu rolde {count} teknisyen var (pasif olanlarla birlikte). Önce onlara başka bir rol verin.',
    en: 'Technicians with this role, passive ones included: {count}. Give them another role first.',
  },
  'role.memberNeedsRole': {
    tr: 'Teknisyenin bir rolü olmalı. Önce başka bir rol verin: {names}.',
    en: 'A technician always has a role. Give another role first to: {names}.',
  },
})

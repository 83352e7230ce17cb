import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'plan.currency.one': {
    tr: 'Bir planın bütün tutarları aynı para biriminde olmalı ({currency}).',
    en: 'All amounts of a plan are in one currency ({currency}).',
  },
  'plan.currency.needed': {
    tr: 'En az bir tutar girin; planın para birimi ondan bilinir.',
    en: 'Enter at least one amount: it tells the currency of the plan.',
  },
  'plan.number': { tr: '0 ile {max} arasında bir sayı olmalı.', en: 'A number from 0 to {max}.' },
  'plan.multiplier': { tr: 'Katsayı 1 ya da daha büyük olmalı.', en: 'The multiplier is 1 or more.' },
  'plan.hourlyRate.needed': {
    tr: 'Sabit maliyet için saatlik ücret gerekir.',
    en: 'The fixed basis needs the rate of an hour.',
  },
  'plan.bandRates.needed': {
    tr: 'Fark maliyeti için dört dilimin de ücreti gerekir.',
    en: 'The differential basis needs the rates of all four bands.',
  },
  'plan.bandRates.twice': { tr: 'Her dilim bir kez yazılır.', en: 'Each band stands once.' },
  'plan.ticketRate.needed': {
    tr: 'Kayıt başına ücretlendirme için kayıt ücreti gerekir.',
    en: 'Billing per ticket needs the rate of a ticket.',
  },
  'plan.multiplier.needed': {
    tr: 'Fazla mesai ücreti için katsayı gerekir.',
    en: 'The overtime rate needs a multiplier.',
  },
  'plan.inUse': {
    tr: 'Bu plan kullanılıyor; silmek yerine pasifleştirin.',
    en: 'This plan is in use; make it inactive instead of deleting it.',
  },
  'calendar.name.taken': {
    tr: 'Bu adla bir takvim var.',
    en: 'There is a calendar of this name.',
  },
  'calendar.timeZone': {
    tr: 'Saat dilimi Europe/Istanbul gibi bir ad olmalı.',
    en: 'A time zone is a name such as Europe/Istanbul.',
  },
  'calendar.time': { tr: 'Saat 09:00 biçiminde yazılır.', en: 'A time is written like 09:00.' },
  'calendar.weekday': {
    tr: 'Gün 1 (pazartesi) ile 7 (pazar) arasında olmalı.',
    en: 'A weekday is 1 (Monday) to 7 (Sunday).',
  },
  'calendar.order': { tr: 'Bitiş başlangıçtan sonra olmalı.', en: 'The end comes after the beginning.' },
  'calendar.overlap': {
    tr: 'Bir günün çalışma saatleri çakışamaz.',
    en: 'Working hours of a day do not overlap.',
  },
  'calendar.holiday.twice': { tr: 'Her tatil günü bir kez yazılır.', en: 'Each day off stands once.' },
  'calendar.tooMany': { tr: 'En çok {max} olabilir.', en: 'At most {max}.' },
  'calendar.standard.stays': {
    tr: 'Kurumun bir takvimi olmalı; başka bir takvimi kurumun takvimi yapın.',
    en: 'The organization needs a calendar; make another one its calendar instead.',
  },
})

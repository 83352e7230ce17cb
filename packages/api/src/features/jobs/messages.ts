import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'job.stopped': {
    tr: 'İşlem durduruldu: başlatanın artık buna yetkisi yok. Yapılanlar kaldı; kalanı yetkisi olan biri yeniden başlatabilir.',
    en: 'The job was stopped: who started it may not do this any more. What is done stays; somebody who may can start the rest.',
  },
  'job.broken': {
    tr: 'İşlem tekrar tekrar yarıda kaldı ve bırakıldı. Yapılanlar kaldı; kalanı yeniden başlatın ya da yöneticiye haber verin.',
    en: 'The job broke off again and again and was given up. What is done stays; start the rest anew, or tell the administrator.',
  },
  'job.ended': {
    tr: 'Bu işlem bitti; iptal edilecek bir şey kalmadı.',
    en: 'This job has ended; there is nothing left to cancel.',
  },
  'job.tooMany': {
    tr: 'Bekleyen çok işleminiz var (en çok {max}). Birinin bitmesini bekleyin ya da birini iptal edin.',
    en: 'You have too many jobs waiting (at most {max}). Wait for one to end, or cancel one.',
  },
})

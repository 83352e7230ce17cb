import { defineMessages } from '../../core/graphql/messages.ts'

export const said = defineMessages({
  'file.signIn': {
    tr: 'Dosyalar için oturum açın ya da bir API anahtarı gönderin.',
    en: 'Sign in, or send an API key, for files.',
  },
  'file.forbidden': {
    tr: 'Dosya eklemek için kayıtları değiştirme yetkisi (TICKETS_WRITE) gerekir.',
    en: 'To attach files takes the permission to change tickets (TICKETS_WRITE).',
  },
  'file.name': {
    tr: 'Dosyanın adı yok. Adı, adreste `name` ile sonuna kadar yazın: ?name=rapor.pdf.',
    en: 'The file has no name. Give it in the address with its ending: ?name=report.pdf.',
  },
  'file.empty': { tr: 'Dosya boş. İçeriği olan bir dosya seçin.', en: 'The file is empty. Choose one with content.' },
  'file.tooLarge': {
    tr: 'Dosya çok büyük: en çok {max} MB olabilir. Küçültün ya da bölerek gönderin.',
    en: 'The file is too large: at most {max} MB. Make it smaller, or send it in parts.',
  },
  'file.kind': {
    tr: 'Bu türde dosya alınmaz. Alınanlar: {endings}. Arşivlerin içindekileri tek tek gönderin.',
    en: 'Files of this kind are not taken. Taken are: {endings}. Send what is in an archive one by one.',
  },
  'file.content': {
    tr: 'Dosyanın içeriği {ending} uzantısına uymuyor. Dosyayı kendi programıyla yeniden kaydedip gönderin; metinleri UTF-8 olarak kaydedin.',
    en: 'The content of the file is not what {ending} means. Save it again with its own program and send that; save texts as UTF-8.',
  },
  'file.incomplete': {
    tr: 'Dosyanın tamamı gelmedi. Yeniden gönderin.',
    en: 'The file did not arrive whole. Send it again.',
  },
  'file.tooMany': {
    tr: 'Henüz bir yere eklenmemiş çok dosyanız var: en çok {max} dosya ve {megabytes} MB. Onları ekleyin ya da bir gün bekleyin.',
    en: 'You have too many files that are attached to nothing yet: at most {max} files and {megabytes} MB. Attach them, or wait a day.',
  },
  'file.busy': {
    tr: 'Aynı anda çok dosya gönderiliyor. Biraz sonra yeniden deneyin.',
    en: 'Too many files are on their way at once. Try again in a moment.',
  },
  'file.noRoom': {
    tr: 'Sunucuda dosyalar için yer kalmadı. Yöneticiye haber verin, sonra yeniden deneyin.',
    en: 'The server has no room left for files. Tell the administrator, and try again later.',
  },
  'file.broken': {
    tr: 'Dosya şu anda alınamıyor. Biraz sonra yeniden deneyin.',
    en: 'The file cannot be taken at the moment. Try again later.',
  },
  'file.notFound': { tr: 'Böyle bir dosya yok.', en: 'There is no such file.' },
  'attachments.tooMany': { tr: 'En çok {max} dosya eklenebilir.', en: 'At most {max} files can be attached.' },
  'attachments.notFound': {
    tr: 'Eklenecek dosya bulunamadı ya da zaten eklenmiş. Dosyayı yeniden yükleyin.',
    en: 'A file to attach was not found, or is attached already. Upload it again.',
  },
})

/** Tickets that the promised sign-ins find whenever the demo is loaded; times are hours before now. */
export interface CastTicket {
  who: string
  /** A subject of `topics`, with its slots. */
  subject: string
  opened: number
  /** The last thing that happened to it. */
  last: number
  stop: 'OPEN' | 'PENDING' | 'APPROVED' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED' | 'CLOSED'
  /** Who works on it. */
  by?: string
}

const day = 24
const mert = 'teknisyen@demo.accord'
const zeynep = 'genel.teknisyen@demo.accord'
const burcu = 'burcu.tan@demo.accord'

export const cast: CastTicket[] = [
  // Kaan Erdoğan sees what he opened: something in every state, and one that he can still reopen.
  {
    who: 'Kaan Erdoğan',
    subject: 'Outlook sürekli parola soruyor',
    opened: 5 * day,
    last: 3 * day,
    stop: 'RESOLVED',
    by: mert,
  },
  {
    who: 'Kaan Erdoğan',
    subject: '{cihaz} ağda görünmüyor',
    opened: 6 * day,
    last: 2 * day,
    stop: 'WAITING',
    by: mert,
  },
  { who: 'Kaan Erdoğan', subject: 'Ekran titriyor', opened: 5, last: 4, stop: 'OPEN' },
  { who: 'Kaan Erdoğan', subject: 'VPN bağlantısı kopuyor', opened: 2 * day, last: 20, stop: 'IN_PROGRESS', by: mert },
  { who: 'Kaan Erdoğan', subject: 'İkinci ekran talebi', opened: 1.5 * day, last: 1.2 * day, stop: 'PENDING' },
  { who: 'Kaan Erdoğan', subject: 'Hesabım kilitlendi', opened: 33 * day, last: 28 * day, stop: 'CLOSED', by: zeynep },
  // The warehouse, for Hakan Yurt and whoever sees the group.
  {
    who: 'Gülşen Öz',
    subject: 'El terminali barkod okumuyor',
    opened: 2.5 * day,
    last: 7,
    stop: 'IN_PROGRESS',
    by: mert,
  },
  {
    who: 'Gülşen Öz',
    subject: 'Terminal bataryası dayanmıyor',
    opened: 9 * day,
    last: 4 * day,
    stop: 'RESOLVED',
    by: mert,
  },
  {
    who: 'Gülşen Öz',
    subject: 'Toner bitmek üzere: {yer}',
    opened: 41 * day,
    last: 37 * day,
    stop: 'CLOSED',
    by: zeynep,
  },
  { who: 'Recep İnce', subject: '{yer} kamerası görüntü vermiyor', opened: 9, last: 8, stop: 'OPEN', by: mert },
  { who: 'Recep İnce', subject: 'UPS sürekli ötüyor', opened: 60 * day, last: 55 * day, stop: 'CLOSED', by: mert },
  { who: 'Hakan Yurt', subject: 'e-İrsaliye gönderilemiyor', opened: 3 * day, last: 10, stop: 'WAITING', by: mert },
  { who: 'Hakan Yurt', subject: '{yer} için ek erişim noktası', opened: 2 * day, last: 1.8 * day, stop: 'PENDING' },
  {
    who: 'Selin Arslan',
    subject: 'Güvenlik duvarında kural değişikliği',
    opened: 4 * day,
    last: 3 * day,
    stop: 'APPROVED',
    by: mert,
  },
  // Other companies.
  { who: 'Tolga Ersoy', subject: 'Gece yedeği alınamadı', opened: 26, last: 12, stop: 'IN_PROGRESS', by: mert },
  { who: 'Tolga Ersoy', subject: 'Gönderilen postalar geri dönüyor', opened: 6, last: 5, stop: 'OPEN', by: mert },
  {
    who: 'Defne Aydın',
    subject: '{cihaz} kâğıt sıkıştırıyor',
    opened: 3 * day,
    last: 15,
    stop: 'IN_PROGRESS',
    by: burcu,
  },
  { who: 'Defne Aydın', subject: 'Ortak posta kutusu talebi', opened: 7, last: 6, stop: 'OPEN' },
  { who: 'Defne Aydın', subject: 'İnternet çok yavaş', opened: 24 * day, last: 20 * day, stop: 'CLOSED', by: zeynep },
  // Who moved reads what was opened at the former company, and opens new ones at the present.
  {
    who: 'Aylin Korkmaz',
    subject: 'Muhasebe programı açılmıyor',
    opened: 95 * day,
    last: 90 * day,
    stop: 'CLOSED',
    by: mert,
  },
  {
    who: 'Aylin Korkmaz',
    subject: 'Ortak klasör yetkisi: {kisi}',
    opened: 70 * day,
    last: 66 * day,
    stop: 'CLOSED',
    by: zeynep,
  },
  {
    who: 'Aylin Korkmaz',
    subject: 'Telefonda kurumsal posta',
    opened: 2 * day,
    last: 1 * day,
    stop: 'IN_PROGRESS',
    by: zeynep,
  },
]

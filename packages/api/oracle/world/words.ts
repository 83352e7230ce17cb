/** Turkish words that tell a wrong collation, a wrong fold or an unescaped pattern from the right one. */
import type { Dice } from '../dice.ts'

const companies = [
  'Çınar',
  'Cınar',
  'cinar',
  'Iğdır',
  'İğdir',
  'IGDIR',
  'İzmir',
  'Izmir',
  'izmir',
  'Şahin',
  'Sahin',
  'Ülkü',
  'Ulku',
  'Öz',
  'Oz',
  'Âlim',
  'Ağaç',
  'Agac',
  'Irmak',
  'İnci',
  'Işık',
  'Gürgen',
  'Çelik',
  'Uşak',
  'Ufuk',
  'Zeytin',
  'Ege',
  'Vadi',
  'Kâr',
  'Dönüş',
]
const branches = [
  'Lojistik',
  'Tarım',
  'Gıda',
  'Yapı',
  'Sağlık',
  'A.Ş.',
  'Ltd. Şti.',
  '& Oğulları',
  '%100 Yerli',
  'Su_Arıtma',
  'Ç\\Ş',
]
const given = [
  'Ayşe',
  'Ayse',
  'Ilgın',
  'İlgin',
  'Çağla',
  'Cagla',
  'Şükrü',
  'Özge',
  'Ozge',
  'Ümit',
  'Umit',
  'İdil',
  'Işıl',
  'Ömer',
  'Eda',
  'Ece',
  'Âdem',
  'Ali',
  'İ',
  'Iı',
]
const family = [
  'Yılmaz',
  'Yilmaz',
  'Öztürk',
  'Şahin',
  'Çınar',
  'Kılıç',
  'İnce',
  'Işık',
  'Ünal',
  'Ağır',
  'Koç',
  'Gök',
  'Oğuz',
  'Uğur',
]
const groups = [
  'Muhasebe',
  'İnsan Kaynakları',
  'Üretim',
  'Uretim',
  'Çağrı',
  'Satış',
  'Bilgi İşlem',
  'Işleme',
  'Şantiye',
  'Depo',
]
const jobs = ['Müdür', 'Şef', 'Uzman', 'İşçi']
const subjects = [
  'Yazıcı çalışmıyor',
  'Yeni bilgisayar isteği',
  'Şifre sıfırlama',
  'İnternet kopuyor',
  'Ilık hava perdesi',
  'Çağrı merkezi hattı',
  'Uçak bileti onayı',
  'Ödeme %50 eksik',
  'Ağ_geçidi düştü',
  'VPN',
]
const assets = ['Yazıcı', 'Dizüstü', 'Işık panosu', 'İnternet hattı', 'E-posta', 'Yedekleme', 'Çevirici', 'Sunucu']
const plans = ['Çözüm ortağı', 'Cozum ortagi', 'Işletme', 'İşletme paketi', 'Uzman saati', 'Ücretsiz', 'Öncelikli %10']
const domains = ['ornek.com', 'cinar.example', 'IZMIR.example']

export const companyName = (dice: Dice): string => `${dice.pick(companies)} ${dice.pick(branches)}`
export const personName = (dice: Dice): string =>
  dice.chance(15) ? dice.pick(given) : `${dice.pick(given)} ${dice.pick(family)}`
export const groupName = (dice: Dice): string => dice.pick(groups)
export const jobTitle = (dice: Dice): string => dice.pick(jobs)
export const ticketSubject = (dice: Dice): string => dice.pick(subjects)
export const assetName = (dice: Dice): string =>
  dice.chance(50) ? dice.pick(assets) : `${dice.pick(assets)} ${dice.int(1, 9)}`
export const contractName = (dice: Dice): string =>
  `${dice.pick(companies)} ${dice.pick(['bakımı', 'SLA', 'desteği', '%100'])}`
export const planTitle = (dice: Dice): string => dice.pick(plans)
export const mailDomain = (dice: Dice): string => dice.pick(domains)

/** What somebody types into a search field: parts of the words above, in any case, and signs that mean something to LIKE. */
export function typedText(dice: Dice, names: readonly string[]): string {
  const kind = dice.int(0, 9)
  if (kind === 0) return dice.pick(['%', '_', '\\', '%%', 'a_', '%1', 'u_a', 'ç\\', '', ' ', 'yok böyle', 'zz'])
  if (kind === 1) return dice.pick(['an', 'ce', 'ı', 'i', 'iş', 'is', 'öz', 'a.ş', 'com', '@', 'ltd'])
  const name = dice.pick(names.length > 0 ? names : companies)
  const words = name.split(' ')
  const text =
    dice.chance(25) && words.length > 1 ? words.toReversed().join(' ') : dice.chance(60) ? dice.pick(words) : name
  const from = dice.chance(70) ? 0 : dice.int(0, Math.max(0, text.length - 2))
  const part = text.slice(from, from + dice.int(2, 12))
  return dice.pick([part, part.toLocaleUpperCase('tr'), part.toLocaleLowerCase('tr'), part.toUpperCase()])
}

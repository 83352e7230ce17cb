/** Who stands in the demo data. Addresses and sign-ins of the first people of each list are promised to others. */
export interface DemoCustomer {
  name: string
  code: string
  city: string
  domain: string
  taxNumber: string
  phone: string
  address: string
  people: number
  groups: string[]
  technicians: string[]
  notes?: string
  internal?: boolean
  inactive?: boolean
}

export interface DemoContact {
  customer: string
  name: string
  email: string | null
  title: string
  group?: string | undefined
  company?: boolean
  groupRight?: boolean
  passive?: boolean
  /** So many days ago the person left for another of the companies, or came from one: one sign-in, two contacts. */
  movedAway?: number
  movedHere?: number
}

export const roles = [
  { key: 'admin', name: 'Yönetici', permissions: [] as string[], onlyAuthorizedCustomers: false, administrator: true },
  {
    key: 'field',
    name: 'Saha teknisyeni',
    permissions: ['CUSTOMERS_READ', 'CONTRACTS_READ', 'PLANS_READ', 'TICKETS_READ', 'TICKETS_WRITE', 'TIME_WRITE'],
    onlyAuthorizedCustomers: true,
    administrator: false,
  },
  {
    key: 'desk',
    name: 'Destek masası',
    permissions: [
      'CUSTOMERS_READ',
      'CUSTOMERS_WRITE',
      'CONTRACTS_READ',
      'PLANS_READ',
      'TICKETS_READ',
      'TICKETS_WRITE',
      'TIME_WRITE',
    ],
    onlyAuthorizedCustomers: false,
    administrator: false,
  },
  {
    key: 'office',
    name: 'Arka ofis',
    permissions: [
      'CUSTOMERS_READ',
      'CUSTOMERS_WRITE',
      'CONTRACTS_READ',
      'CONTRACTS_WRITE',
      'PLANS_READ',
      'PLANS_WRITE',
      'TICKETS_READ',
      'BILLING_READ',
      'BILLING_WRITE',
      'AUDIT_READ',
    ],
    onlyAuthorizedCustomers: false,
    administrator: false,
  },
]

export const technicians = [
  { name: 'Elif Karaca', email: 'admin@demo.accord', role: 'admin', costRate: '900.0000' },
  { name: 'Mert Aksoy', email: 'teknisyen@demo.accord', role: 'field', costRate: '480.0000' },
  { name: 'Zeynep Kılıç', email: 'genel.teknisyen@demo.accord', role: 'desk', costRate: '520.0000' },
  { name: 'Nurgül Şimşek', email: 'muhasebe@demo.accord', role: 'office', costRate: null },
  { name: 'Serkan Öztürk', email: 'serkan.ozturk@demo.accord', role: 'field', costRate: '450.0000' },
  { name: 'Burcu Tan', email: 'burcu.tan@demo.accord', role: 'field', costRate: '460.0000' },
  { name: 'İlker Çağlar', email: 'ilker.caglar@demo.accord', role: 'desk', costRate: '500.0000' },
]

const [mert, zeynep, serkan, burcu, ilker] = [
  'teknisyen',
  'genel.teknisyen',
  'serkan.ozturk',
  'burcu.tan',
  'ilker.caglar',
].map((name) => `${name}@demo.accord`) as [string, string, string, string, string]

export const customers: DemoCustomer[] = [
  {
    name: 'Anadolu Lojistik A.Ş.',
    code: 'ANL',
    city: 'Gebze / Kocaeli',
    domain: 'anadolu.demo',
    taxNumber: '0680412297',
    phone: '+90 262 555 01 42',
    address: 'İstasyon Mah. Şehit Numan Dede Cad. No: 14',
    people: 10,
    groups: ['Depo', 'Tuzla Şube', 'Genel Müdürlük'],
    technicians: [mert, zeynep, serkan],
    notes: 'Depo sabah 06:00’da açılır; erken aramalar nöbetçi hattına.',
  },
  {
    name: 'Boğaziçi Sigorta A.Ş.',
    code: 'BGS',
    city: 'Levent / İstanbul',
    domain: 'bogazici.demo',
    taxNumber: '1730556418',
    phone: '+90 212 555 07 18',
    address: 'Büyükdere Cad. No: 127 Kat 9',
    people: 8,
    groups: ['Hasar', 'Poliçe'],
    technicians: [mert, zeynep],
  },
  {
    name: 'Ege Tekstil Sanayi ve Ticaret A.Ş.',
    code: 'EGE',
    city: 'Bornova / İzmir',
    domain: 'ege.demo',
    taxNumber: '3240178856',
    phone: '+90 232 555 33 60',
    address: 'Kazımdirik Mah. 284. Sok. No: 6',
    people: 7,
    groups: ['Üretim'],
    technicians: [zeynep, burcu],
  },
  {
    name: 'Kuzey Yapı Denetim Ltd. Şti.',
    code: 'KYD',
    city: 'Atakum / Samsun',
    domain: 'kuzeyyapi.demo',
    taxNumber: '5960034471',
    phone: '+90 362 555 20 05',
    address: 'Cumhuriyet Mah. İsmet İnönü Bulv. No: 88',
    people: 3,
    groups: [],
    technicians: [burcu],
  },
  {
    name: 'Çınar Eğitim Kurumları',
    code: 'CNR',
    city: 'Nilüfer / Bursa',
    domain: 'cinar.demo',
    taxNumber: '2510887342',
    phone: '+90 224 555 41 12',
    address: 'Özlüce Mah. Ahmet Taner Kışlalı Bulv. No: 21',
    people: 6,
    groups: ['Kampüs BT'],
    technicians: [serkan, burcu],
  },
  {
    name: 'Güneş Enerji Sistemleri A.Ş.',
    code: 'GNS',
    city: 'Selçuklu / Konya',
    domain: 'gunes.demo',
    taxNumber: '4190663025',
    phone: '+90 332 555 09 90',
    address: 'Horozluhan OSB Mah. Bilgi Sok. No: 3',
    people: 4,
    groups: [],
    technicians: [serkan],
  },
  {
    name: 'Iğdır Tarım Kooperatifi',
    code: 'IGD',
    city: 'Merkez / Iğdır',
    domain: 'igdirtarim.demo',
    taxNumber: '4630019984',
    phone: '+90 476 555 66 01',
    address: 'Söğütlü Mah. Evrenpaşa Cad. No: 40',
    people: 3,
    groups: [],
    technicians: [ilker],
  },
  {
    name: 'İzmir Gıda Pazarlama Ltd. Şti.',
    code: 'IZG',
    city: 'Kemalpaşa / İzmir',
    domain: 'izmirgida.demo',
    taxNumber: '4870925513',
    phone: '+90 232 555 75 30',
    address: 'Ulucak OSB 12. Cad. No: 9',
    people: 4,
    groups: ['Sevkiyat'],
    technicians: [burcu, ilker],
  },
  {
    name: 'Vadi Hastanesi',
    code: 'VAD',
    city: 'Çankaya / Ankara',
    domain: 'vadihastanesi.demo',
    taxNumber: '9220347761',
    phone: '+90 312 555 11 44',
    address: 'Dikmen Vadisi Cad. No: 50',
    people: 7,
    groups: ['Laboratuvar', 'Görüntüleme'],
    technicians: [zeynep, serkan, ilker],
    notes: 'Ameliyathane katına giriş için güvenlikten kart alınır.',
  },
  {
    name: 'Şahin Mühendislik',
    code: 'SHN',
    city: 'Seyhan / Adana',
    domain: 'sahin.demo',
    taxNumber: '7940216638',
    phone: '+90 322 555 80 07',
    address: 'Reşatbey Mah. Atatürk Cad. No: 64',
    people: 2,
    groups: [],
    technicians: [],
    inactive: true,
    notes: 'Ortaklık sona erdi; geçmiş kayıtlar için saklanıyor.',
  },
  {
    name: 'Deniz Bilişim – İnsan Kaynakları',
    code: 'DB-IK',
    city: 'Ataşehir / İstanbul',
    domain: 'ik.denizbilisim.demo',
    taxNumber: '2910557730',
    phone: '+90 216 555 00 10',
    address: 'Barbaros Mah. Mor Sümbül Sok. No: 7',
    people: 4,
    groups: [],
    technicians: [ilker],
    internal: true,
  },
  {
    name: 'Deniz Bilişim – Satış',
    code: 'DB-ST',
    city: 'Ataşehir / İstanbul',
    domain: 'satis.denizbilisim.demo',
    taxNumber: '2910557730',
    phone: '+90 216 555 00 20',
    address: 'Barbaros Mah. Mor Sümbül Sok. No: 7',
    people: 4,
    groups: [],
    technicians: [zeynep],
    internal: true,
  },
]

const anadolu = customers[0]!.name

/** People with a place in the story; the rest of each company is filled with `contactNames`. */
export const named: DemoContact[] = [
  { customer: anadolu, name: 'Kaan Erdoğan', email: 'kisi@anadolu.demo', title: 'Operasyon uzmanı' },
  {
    customer: anadolu,
    name: 'Selin Arslan',
    email: 'yetkili@anadolu.demo',
    title: 'Bilgi teknolojileri müdürü',
    group: 'Genel Müdürlük',
    company: true,
  },
  {
    customer: anadolu,
    name: 'Hakan Yurt',
    email: 'grup@anadolu.demo',
    title: 'Depo sorumlusu',
    group: 'Depo',
    groupRight: true,
  },
  { customer: anadolu, name: 'Pelin Uçar', email: 'pasif@anadolu.demo', title: 'Muhasebe uzmanı', passive: true },
  { customer: anadolu, name: 'Gülşen Öz', email: 'gulsen.oz@anadolu.demo', title: 'Depo görevlisi', group: 'Depo' },
  { customer: anadolu, name: 'Recep İnce', email: null, title: 'Gece vardiyası', group: 'Depo' },
  {
    customer: customers[2]!.name,
    name: 'Defne Aydın',
    email: 'kisi@ege.demo',
    title: 'Planlama sorumlusu',
    group: 'Üretim',
  },
  {
    customer: customers[1]!.name,
    name: 'Tolga Ersoy',
    email: 'yetkili@bogazici.demo',
    title: 'BT yöneticisi',
    company: true,
  },
  {
    customer: customers[1]!.name,
    name: 'Aylin Korkmaz',
    email: 'aylin.korkmaz@vadihastanesi.demo',
    title: 'Hasar uzmanı',
    group: 'Hasar',
    passive: true,
    movedAway: 45,
  },
  {
    customer: customers[8]!.name,
    name: 'Aylin Korkmaz',
    email: 'aylin.korkmaz@vadihastanesi.demo',
    title: 'Hasta hizmetleri sorumlusu',
    group: 'Görüntüleme',
    movedHere: 45,
  },
]

export const titles = [
  'Satın alma uzmanı',
  'İdari işler sorumlusu',
  'Sistem yöneticisi',
  'Müşteri hizmetleri',
  'Kalite sorumlusu',
  'Vardiya amiri',
  'Finans uzmanı',
]

export const contactNames = [
  'Ayşe Demir',
  'Oğuz Kaplan',
  'Fatma Şahin',
  'Emre Yıldız',
  'Gizem Çetin',
  'Murat Koç',
  'İrem Güneş',
  'Barış Aslan',
  'Şule Öztürk',
  'Can Polat',
  'Esra Yalçın',
  'Volkan Işık',
  'Derya Bulut',
  'Ümit Çakır',
  'Hande Sezer',
  'Tuncay Ergin',
  'Melis Ateş',
  'Kerem Doğan',
  'Özge Türkmen',
  'Cem Karagöz',
  'Büşra Keskin',
  'Onur Tekin',
  'Yasemin Gök',
  'Levent Özkan',
  'Çiğdem Avcı',
  'Sinan Başar',
  'Nazlı Ünal',
  'Furkan Aktaş',
  'Gonca Şen',
  'İsmail Kurt',
  'Ceren Taş',
  'Halil Bozkurt',
  'Pınar Eren',
  'Uğur Sarı',
  'Leyla Çolak',
  'Ahmet Gündüz',
  'Duygu Kara',
  'Süleyman Bilgin',
  'Ebru Toprak',
  'Ilgın Durmaz',
  'Mehmet Acar',
  'Sevgi Duman',
  'Tarık Uslu',
  'Zehra Yavuz',
  'Bora Kılınç',
  'Neslihan Oral',
  'Yiğit Soylu',
  'Gamze Ilgaz',
  'Orhan Pektaş',
  'Şebnem Dinç',
]

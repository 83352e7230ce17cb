/** Words that names of the large data set are made of. Turkish, with every letter that folds. */
const words = (text: string): string[] => text.split(/\s*,\s*/)

/** 100 × 50 × 4 company names: enough for 20 000 customers that are all told apart. */
export const companyNames = words(
  `Çınar, Güneş, Boğaziçi, Şimşek, Ilgaz, İpek, Öncü, Ülker Yolu, Kıyı, Toros, Ağrı, Bozkır, Çağlayan, Değirmen, Erguvan,
  Fırat, Gökçe, Harran, Iğdır, İznik, Kızılırmak, Lalezar, Menderes, Nilüfer, Okyanus, Pamukkale, Ruhi Usta, Sümbül, Şelale,
  Tuna, Uludağ, Üsküdar, Van Gölü, Yıldız, Zümrüt, Akdeniz, Başak, Cevizli, Çamlıca, Dağcı, Efes, Fener, Galata, Göksu,
  Hisar, Işık, İnci, Kardelen, Kuğu, Levent, Manolya, Narlıdere, Orkide, Örnek, Poyraz, Rüzgâr, Sakarya, Söğüt, Şafak,
  Taşköprü, Turkuaz, Umut, Ünlü, Vadi, Yakamoz, Yeşilova, Zeytin, Alaçatı, Bereket, Ceylan, Çobanyıldızı, Doruk, Ekinci,
  Ferah, Gelincik, Güvercin, Hatay, Ilıca, İrfan, Kapadokya, Köprü, Limon, Meşe, Nehir, Oğuz, Özgür, Palandöken, Pınar,
  Reyhan, Selçuk, Sığırcık, Şirin, Tarçın, Truva, Uçurtma, Ürgüp, Yağmur, Yörük, Zirve, Anka`,
)

export const sectors = words(
  `Lojistik, Gıda, Tekstil, Sigorta, Yapı, Enerji, Bilişim, Turizm, Otomotiv, Sağlık, Eğitim, Mobilya, Ambalaj, Makine,
  Madencilik, Tarım, Denizcilik, Kimya, Elektrik, İnşaat, Döküm, Plastik, Kâğıt, Cam, Seramik, Mühendislik, Danışmanlık,
  Güvenlik, Temizlik, Yayıncılık, Matbaacılık, İlaç, Kozmetik, Süt Ürünleri, Değirmencilik, Zeytincilik, Bağcılık,
  Hayvancılık, Su Ürünleri, Orman Ürünleri, Demir Çelik, Alüminyum, Boya, Kablo, Asansör, Soğutma, Isıtma, Ölçüm, Havacılık,
  Taşımacılık`,
)

export const companyForms = words(`A.Ş., Ltd. Şti., Sanayi ve Ticaret A.Ş., Kooperatifi`)

export const cities = words(
  `İstanbul, Ankara, İzmir, Bursa, Antalya, Adana, Konya, Gaziantep, Şanlıurfa, Kocaeli, Mersin, Diyarbakır, Eskişehir,
  Samsun, Denizli, Kayseri, Trabzon, Iğdır, Çanakkale, Muğla, Şırnak, Ağrı`,
)

export const givenNames = words(
  `Ayşe, Mehmet, Çiğdem, Oğuz, Şule, İrem, Ümit, Gülşen, Barış, Işıl, Özge, Uğur, Büşra, Kağan, Tuğba, Yiğit, Ilgın, İlker,
  Şebnem, Gökhan, Ebru, Serkan, Nazlı, Volkan, Zeynep, Emre, Pınar, Hakan, Elif, Murat, Derya, Kerem, Sevgi, Tarık, Duygu,
  Onur, Melis, Cem, Esra, Levent, Fatma, Ahmet, Hatice, Mustafa, Emine, Süleyman, Zehra, İbrahim, Hülya, Ömer, Nurgül, Halil,
  Yasemin, Ramazan, Gizem, Furkan, Ceren, Tolga, Selin, Kaan`,
)

export const familyNames = words(
  `Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara,
  Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Çakır, Erdoğan, Can, Acar, Şen, Aktaş, Güler, Yalçın, Güneş, Bozkurt, Bulut,
  Keskin, Ünal, Turan, Gül, Özer, Işık, Kaplan, Avcı, Sarı, Tekin, Taş, Köse, Yüksel, Ateş, Aksoy, Karaca, Tunç, Uçar, Ergin,
  Ünlü, Soylu, Dinç, İnce, Iğdırlı, Ağaoğlu, Öz, Çolak, Güngör, Uslu, Başar, Ilgaz, Eren, Bilgin, Duman, Kılınç, Oral, Pektaş,
  Gök, Sezer, Ersoy, Toprak, Gündüz, Çağlar, Türkmen, Karagöz, Durmaz, Yavuz`,
)

export const titles = words(
  `Satın alma uzmanı, İdari işler sorumlusu, Sistem yöneticisi, Müşteri hizmetleri, Kalite sorumlusu, Vardiya amiri,
  Finans uzmanı, Depo sorumlusu, Üretim şefi, Bilgi işlem müdürü, İnsan kaynakları uzmanı, Şube müdürü`,
)

export const groupNames = words(
  `Depo, Üretim, Genel Müdürlük, Muhasebe, Şube, Bilgi İşlem, Satış, Sevkiyat, Laboratuvar, İnsan Kaynakları, Bakım, Ar-Ge`,
)

export const ticketSubjects = words(
  `Yazıcı kâğıt sıkıştırıyor, Yazıcı ağda görünmüyor, Toner talebi, Bilgisayar açılmıyor, Bilgisayar çok yavaş, Excel kilitleniyor,
   Şüpheli e-posta eki, Sunucu yanıt vermiyor, Disk doluluk uyarısı, İnternet kesik, İnternet çok yavaş, Kablosuz ağ kopuyor,
   Ağ ucu çalışmıyor, El terminali barkod okumuyor, Terminal bataryası dayanmıyor, UPS alarm veriyor, Kamera görüntü vermiyor,
   E-posta gönderilemiyor, Outlook parola soruyor, Ortak posta kutusu talebi, Gece yedeği alınamadı, Silinen klasörün geri yüklenmesi,
   VPN bağlantısı kopuyor, VPN yetkisi talebi, e-İrsaliye gönderilemiyor, Muhasebe programı açılmıyor, Ek lisans talebi,
   Dahili telefon çalışmıyor, Çağrı yönlendirme talebi, Yeni dizüstü bilgisayar talebi, İkinci ekran talebi, Yeni personel hesapları,
   Ayrılan personelin hesapları, Hesap kilitlendi, Klasör yetkisi talebi, Program kurulumu, Ofis içi taşıma, Ekran titriyor,
   Web sitesi açılmıyor, Sertifika uyarısı`,
)

export const places = words(
  `giriş katı, muhasebe odası, 2. kat toplantı odası, arşiv, satış ofisi, üretim sahası, sevkiyat alanı, danışma bankosu, B blok,
   yönetim katı, eğitim salonu, mal kabul, yemekhane, laboratuvar, soğuk hava deposu, güvenlik kulübesi, şantiye ofisi, çağrı merkezi`,
)

export const assetNames = words(
  `HP LaserJet Pro M428, Lenovo ThinkPad E14, Dell PowerEdge R750, Aruba 2930F switch, FortiGate 60F, APC Smart-UPS 3000,
   Zebra TC21 el terminali, Metro Ethernet 100 Mbit, Kurumsal e-posta, Bulut yedekleme, IP santral`,
)

export const contractTypes = words(`SLA, OLA, Destek, Bakım, Danışmanlık, Kiralama`)

export const contractNames = words(
  `Yıllık destek, Yerinde bakım, Sunucu bakımı, 7/24 çağrı desteği, Ağ yönetimi, Yazıcı bakımı, Güvenlik duvarı hizmeti,
   Bulut yedekleme, Muhasebe programı desteği, Danışmanlık ve eğitim`,
)

/**
 * What the demo's tickets are about. Slots in braces are filled anew for each ticket: {cihaz} is the asset or service,
 * the others come from `slots`; a slot keeps its word within one ticket.
 */
export interface Topic {
  kind: 'INCIDENT' | 'REQUEST'
  /** Kind of asset or service that it is about. */
  about?: AssetGroup
  priority?: 'LOW' | 'HIGH' | 'URGENT'
  /** A request that contacts of the customer decide about. */
  approval?: true
  /** The n-th subject goes with the n-th text and the n-th solution, counted round where there are fewer. */
  subjects: string[]
  texts: string[]
  /** A technician asks, the requester answers. */
  talk?: [ask: string, answer: string][]
  done: string[]
  /** For staff only. */
  notes?: string[]
}

export type AssetGroup =
  | 'printer'
  | 'notebook'
  | 'server'
  | 'network'
  | 'scanner'
  | 'power'
  | 'camera'
  | 'line'
  | 'mail'
  | 'backup'
  | 'remote'
  | 'erp'
  | 'phone'

export const slots: Record<string, string[]> = {
  yer: [
    'giriş katı',
    'muhasebe odası',
    '2. kat toplantı odası',
    'arşiv',
    'satış ofisi',
    'üretim sahası',
    'sevkiyat alanı',
    'danışma bankosu',
    'B blok zemin kat',
    'yönetim katı',
    'eğitim salonu',
    'mal kabul',
  ],
  saat: ['08.10', '08.45', '09.20', '10.05', '11.30', '13.15', '14.40', '15.25', '16.50'],
  gun: ['pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma'],
  sayi: ['2', '3', '4', '5', '6', '8', '12', '15'],
  kisi: [
    'Ayla Hanım',
    'Mustafa Bey',
    'Nermin Hanım',
    'Cihan Bey',
    'Songül Hanım',
    'Rıza Bey',
    'Tülay Hanım',
    'Adem Bey',
  ],
  yeni: [
    'Beste Aydoğan',
    'Kutay Alkan',
    'Sıla Demirel',
    'Okan Yaman',
    'Ezgi Çelik',
    'Arda Gülmez',
    'İpek Saraç',
    'Doruk Tuna',
  ],
}

/** Words that fit any ticket. */
export const anyTopic = {
  taken: [
    'Kaydınızı aldım, inceliyorum.',
    'Merhaba, konuyla ben ilgileniyorum. Kısa süre içinde dönüş yapacağım.',
    'İnceleme başladı; gelişmeleri buradan yazacağım.',
    'Uzaktan bağlanıp kontrol ediyorum, bilgisayarınızı açık bırakmanızı rica ederim.',
  ],
  nudge: [
    'Bir gelişme var mı?',
    'Hâlâ aynı durumdayız, işimiz aksıyor.',
    'Bugün bakılması mümkün mü?',
    'Konu bizim için acil hâle geldi, bilginize.',
  ],
  waiting: [
    'Parça siparişi verildi, tedarikçinin teslim günü {gun}. Gelince buradan haber vereceğiz.',
    'Üretici firmaya kayıt açtık, yanıtlarını bekliyoruz.',
    'Operatörden arıza kaydı alındı, saha ekibinin dönüşünü bekliyoruz.',
    'Denemek için uygun olduğunuz saati bekliyoruz.',
  ],
  thanks: [
    'Teşekkürler, sorun görünmüyor.',
    'Kontrol ettim, şimdi çalışıyor. Elinize sağlık.',
    'Tamamdır, kapatabilirsiniz.',
    'Çok teşekkür ederim, hızlı oldu.',
  ],
  again: ['Aynı sorun bu sabah tekrar oluştu.', 'Dün düzelmişti, bugün yine başladı.'],
  cancelled: [
    'İhtiyaç kalmadı, kaydı iptal edebilirsiniz.',
    'Yanlışlıkla iki kez açmışım, bunu iptal edelim.',
    'Kendiliğinden düzeldi, iptal edebiliriz.',
  ],
  notes: [
    'Telefonla görüşüldü, kullanıcı öğleden sonra müsait.',
    'Aynı konu geçen ay da gelmişti, kök neden için not düşüyorum.',
    'Sahaya gidilecekse araç planına {gun} için yazalım.',
    'Garanti süresi kontrol edildi, devam ediyor.',
    'Uzaktan bağlantı bilgileri kasada güncel.',
    'İşlem öncesi yedek alındı.',
  ],
  approved: ['Uygundur.', 'Bütçesi var, onaylıyorum.', 'Onaylandı, lütfen en kısa sürede tamamlayalım.', null],
  rejected: [
    'Bu yıl bütçe ayırmadık, gelecek dönem tekrar değerlendirelim.',
    'Mevcut cihaz yeterli, gerek görmüyorum.',
  ],
  praise: ['Hızlı çözüm için teşekkürler.', 'İlgili ve açıklayıcıydı.', null, null, null],
  blame: ['Çözüm beklediğimizden uzun sürdü.', 'İki kez hatırlatmam gerekti.'],
}

export const topics: Topic[] = [
  {
    kind: 'INCIDENT',
    about: 'printer',
    subjects: [
      '{cihaz} kâğıt sıkıştırıyor',
      '{yer} yazıcısı sürekli kâğıt sıkıştırıyor',
      'Yazıcıda kâğıt sıkışması: {cihaz}',
    ],
    texts: [
      'İkinci çekmeceden alınan her çıktıda kâğıt sıkışıyor. Kâğıdı temizledik, {sayi} sayfa sonra tekrarladı.',
      'Yazıcı sabah {saat} itibarıyla “kâğıt sıkıştı” uyarısı veriyor. Kapaklarını açıp baktık, görünürde kâğıt yok.',
    ],
    talk: [['Sıkışma arka kapakta mı, çekmece tarafında mı oluyor?', 'Çekmece tarafında, kâğıt yarıda kalıyor.']],
    done: [
      'Kâğıt alma merdanesi değiştirildi, 50 sayfalık deneme çıktısı sorunsuz alındı.',
      'Sensör ve merdaneler temizlendi, kâğıt ayarı A4’e sabitlendi.',
    ],
    notes: ['Merdane takımı araçta vardı, stoktan düşülecek.'],
  },
  {
    kind: 'INCIDENT',
    about: 'printer',
    subjects: ['{cihaz} ağda görünmüyor', 'Yazıcıya çıktı gönderilemiyor: {yer}', '{yer}: yazıcı çevrimdışı'],
    texts: [
      'Çıktılar kuyrukta bekliyor, yazıcı “çevrimdışı” görünüyor. {yer} tarafındaki {sayi} kişi çıktı alamıyor.',
      'Dün akşamki elektrik kesintisinden sonra yazıcıya ulaşılamıyor. Kapatıp açtık, değişmedi.',
    ],
    talk: [['Yazıcının ekranındaki IP adresini yazabilir misiniz?', 'Ekranda 169.254 ile başlayan bir adres yazıyor.']],
    done: [
      'Yazıcıya sabit IP verildi, sunucudaki bağlantı noktası güncellendi.',
      'Arızalı ağ kablosu değiştirildi, kuyruktaki işler basıldı.',
    ],
  },
  {
    kind: 'REQUEST',
    about: 'printer',
    priority: 'LOW',
    subjects: ['{cihaz} için toner talebi', 'Toner bitmek üzere: {yer}', '{sayi} adet siyah toner'],
    texts: [
      'Yazıcı toner uyarısı veriyor, stokta kalmadı. {sayi} adet siyah toner rica ederiz.',
      'Kalan toner %8 görünüyor. {gun} gününe kadar gelirse iş aksamaz.',
    ],
    done: ['Tonerler teslim edildi, biri takıldı.', 'Toner kargoyla gönderildi, teslim tutanağı ekte.'],
  },
  {
    kind: 'INCIDENT',
    about: 'notebook',
    subjects: [
      'Dizüstü bilgisayar açılmıyor',
      '{kisi} bilgisayarı açılışta takılıyor',
      '{cihaz} siyah ekranda kalıyor',
    ],
    texts: [
      'Güç ışığı yanıyor ama ekrana görüntü gelmiyor. Şarjda {sayi} saat bekledi, değişmedi.',
      'Windows güncellemesinden sonra açılışta dönen noktalarda kalıyor. {kisi} çalışamıyor.',
    ],
    talk: [
      ['Güç düğmesine 30 saniye basılı tutup tekrar dener misiniz?', 'Denedim, sonuç aynı.'],
      ['Harici ekrana bağlayınca görüntü geliyor mu?', 'Evet, harici ekranda görüntü var.'],
    ],
    done: [
      'Ekran kablosu değiştirildi, kullanıcıyla birlikte denendi.',
      'Güncelleme geri alındı, sürücüler yenilendi. Bilgisayar teslim edildi.',
    ],
    notes: ['Disk sağlığı %71, yıl sonu yenileme listesine eklendi.'],
  },
  {
    kind: 'INCIDENT',
    about: 'notebook',
    subjects: ['Bilgisayar çok yavaş', 'Excel açılınca bilgisayar kilitleniyor', '{cihaz} son günlerde donuyor'],
    texts: [
      'Son bir haftadır açılış {sayi} dakikayı buluyor, programlar arasında geçerken donuyor.',
      'Büyük Excel dosyasında bilgisayar kilitleniyor. Özellikle {saat} sularında rapor alırken oluyor.',
    ],
    talk: [['Yavaşlık yalnız ofisteyken mi, evde de oluyor mu?', 'Evde de aynı, ağla ilgisi yok sanırım.']],
    done: [
      'Bellek 16 GB’a çıkarıldı, başlangıç programları azaltıldı.',
      'Excel eklentileri temizlendi, dosya 64 bit sürümde açıldı.',
      'Disk SSD ile değiştirildi, veriler aktarıldı.',
    ],
  },
  {
    kind: 'INCIDENT',
    priority: 'HIGH',
    subjects: ['Şüpheli e-posta eki açıldı', 'Oltalama e-postasına tıklandı', 'Antivirüs uyarısı: {kisi} bilgisayarı'],
    texts: [
      '{kisi}, kargo firmasından geliyormuş gibi görünen e-postadaki eki açtı. Ekran bir an karardı, sonra normale döndü.',
      'Parola isteyen bir sayfaya şirket parolamı girdim, sonra sahte olduğunu fark ettim. Saat {saat} civarıydı.',
    ],
    talk: [['Bilgisayarı ağdan ayırıp açık bırakır mısınız? Hemen bağlanıyoruz.', 'Kablosuzu kapattım, bekliyorum.']],
    done: [
      'Bilgisayar tarandı, bulaşma yok; parola sıfırlandı, oturumlar kapatıldı.',
      'Parola ve doğrulayıcı yenilendi, sahte sayfa ve gönderen alan adı engellendi.',
    ],
    notes: ['Posta kayıtlarında aynı göndericiden {sayi} ileti daha var, hepsi silindi.'],
  },
  {
    kind: 'INCIDENT',
    about: 'server',
    priority: 'HIGH',
    subjects: ['Ortak klasöre dosya kaydedilemiyor', 'Sunucu disk doluluk uyarısı', '{cihaz} diskinde yer kalmadı'],
    texts: [
      'Ortak klasöre kaydederken “yeterli alan yok” uyarısı alıyoruz. {sayi} kişi etkileniyor.',
      'İzleme {saat} itibarıyla disk doluluğunu %96 gösterdi.',
    ],
    done: [
      'Eski günlük dosyaları arşivlendi, 180 GB yer açıldı.',
      'Sanal disk büyütüldü; büyüme takibi izlemeye eklendi.',
    ],
    notes: ['Doluluğun kaynağı SQL yedekleri, saklama süresi 30 günden 14 güne çekildi.'],
  },
  {
    kind: 'INCIDENT',
    about: 'server',
    priority: 'URGENT',
    subjects: ['{cihaz} yanıt vermiyor', 'Sunucuya erişilemiyor, iş durdu', 'Dosya sunucusu kapandı'],
    texts: [
      'Saat {saat} itibarıyla sunucudaki hiçbir programa girilemiyor. Bütün şirket bekliyor.',
      'Sunucu odasında alarm sesi var, cihazın ön panelinde turuncu ışık yanıyor.',
    ],
    talk: [['Ön paneldeki ışıkları yazabilir misiniz?', 'Biri turuncu yanıyor, fanlar çalışıyor.']],
    done: [
      'Aşırı ısınma nedeniyle kapanmış; klima devreye alındı, sunucu açıldı, hizmetler denetlendi.',
      'Arızalı güç kaynağı yedeğiyle değiştirildi, RAID sağlıklı.',
    ],
    notes: ['Nöbetçi ekip yola çıktı.', 'Olay raporu müşteriye {gun} gönderilecek.'],
  },
  {
    kind: 'INCIDENT',
    about: 'line',
    priority: 'URGENT',
    subjects: ['İnternet kesik', '{yer}: internet yok', '{cihaz} kesintide'],
    texts: [
      'Saat {saat} itibarıyla internet yok. Modemde kırmızı ışık yanıyor, telefonlar da çalışmıyor.',
      'Ana hat kesildi, yedek hatta da geçmedi. İrsaliye kesemiyoruz.',
    ],
    talk: [['Modemi kapatıp bir dakika sonra açabilir misiniz?', 'Açtık, ışık yine kırmızı.']],
    done: [
      'Operatörün bölgesel arızası giderildi; bu sürede yedek hat elle devreye alındı.',
      'Fiber kablo sahada onarıldı, hat ölçümü normal.',
    ],
    notes: ['Operatör arıza numarası alındı, tahmini süre 4 saat.'],
  },
  {
    kind: 'INCIDENT',
    about: 'line',
    subjects: ['Görüntülü toplantılarda kopma', 'İnternet çok yavaş', '{cihaz} hızında düşüş'],
    texts: [
      'Öğleden sonra görüntülü toplantılarda ses kesiliyor. Hız ölçümünde {sayi} Mbit görünüyor.',
      '{gun} gününden beri web sayfaları geç açılıyor, özellikle {yer} tarafında.',
    ],
    done: [
      'Yedekleme işi gündüz çalışıyormuş, geceye alındı; hız normale döndü.',
      'Hat profili operatör tarafından düzeltildi.',
    ],
  },
  {
    kind: 'INCIDENT',
    about: 'network',
    subjects: [
      'Kablosuz ağ kopuyor: {yer}',
      'Wi-Fi bağlanıyor ama internet yok',
      '{yer} kablosuz ağda sürekli kesinti',
    ],
    texts: [
      '{yer} tarafında telefon ve bilgisayarlar kablosuz ağdan düşüyor, {sayi} dakikada bir tekrarlıyor.',
      'Misafir ağına bağlanılıyor ama sayfa açılmıyor. {gun} ziyaretçilerimiz var.',
    ],
    talk: [['Kopma yürürken mi, aynı yerde otururken de oluyor mu?', 'Aynı yerde otururken de oluyor.']],
    done: [
      'Erişim noktası yenilendi, kanal planı değiştirildi.',
      'Erişim noktasının yazılımı güncellendi, 24 saat izlendi, kopma yok.',
    ],
  },
  {
    kind: 'INCIDENT',
    about: 'network',
    subjects: [
      '{cihaz} üzerindeki portlar çalışmıyor',
      'Yeni masalarda ağ bağlantısı yok',
      '{yer} priz uçlarında ağ yok',
    ],
    texts: [
      '{yer} tarafındaki {sayi} ağ ucundan hiçbiri çalışmıyor. Bilgisayarları başka uca taktığımızda çalışıyor.',
      'Taşınan masalarda ağ yok, etiketleri de silinmiş.',
    ],
    done: ['Arızalı switch modülü değiştirildi.', 'Uçlar kabinde eşleştirilip etiketlendi, hepsi ölçüldü.'],
    notes: ['Kabin çizimi güncellendi.'],
  },
  {
    kind: 'INCIDENT',
    about: 'scanner',
    priority: 'HIGH',
    subjects: ['El terminali barkod okumuyor', '{cihaz} sunucuya bağlanmıyor', '{sayi} el terminali çalışmıyor: {yer}'],
    texts: [
      'El terminali barkodu okuyor ama ekrana düşmüyor. Sevkiyat elle yapılıyor.',
      'Sabah vardiyasında {sayi} terminal “sunucuya ulaşılamadı” diyor, saat {saat} gibi başladı.',
    ],
    talk: [['Terminallerin hepsi mi, yalnız {yer} tarafındakiler mi?', 'Yalnız {yer} tarafındakiler.']],
    done: [
      'Terminallerin kablosuz ayarı yenilendi, bağlantı kuruldu.',
      'Uygulama güncellendi, barkod biçimi eklendi; sahada denendi.',
    ],
    notes: ['Depoda kör nokta var, ölçüm yapılmalı.'],
  },
  {
    kind: 'INCIDENT',
    about: 'scanner',
    subjects: ['{cihaz} ekranı kırıldı', 'Terminal bataryası dayanmıyor', 'El terminali düştü, dokunmatik çalışmıyor'],
    texts: [
      'Forklift üstünden düşen terminalin dokunmatiği çalışmıyor.',
      'Batarya {sayi} saatte bitiyor, vardiyayı çıkarmıyor.',
    ],
    done: ['Terminal servise gönderildi, yerine yedek cihaz verildi.', 'Batarya yenisiyle değiştirildi.'],
  },
  {
    kind: 'INCIDENT',
    about: 'power',
    priority: 'HIGH',
    subjects: ['{cihaz} alarm veriyor', 'Kesintide UPS yetmedi', 'UPS sürekli ötüyor'],
    texts: [
      'UPS {sayi} dakikada bir ötüyor, ekranda “replace battery” yazıyor.',
      'Dün geceki kesintide UPS yalnız {sayi} dakika dayandı.',
    ],
    done: [
      'Akü grubu değiştirildi, yük testi yapıldı.',
      'UPS servisi yapıldı; aşırı yük çeken cihaz başka hatta alındı.',
    ],
    notes: ['Akü değişimi için mesai dışı çalışma planlandı.'],
  },
  {
    kind: 'INCIDENT',
    about: 'camera',
    subjects: ['{yer} kamerası görüntü vermiyor', 'Kamera kayıtları izlenemiyor', '{cihaz}: {sayi} kanal siyah'],
    texts: [
      '{yer} kamerasında {gun} gününden beri görüntü yok.',
      'Geriye dönük kayıt ararken “kayıt bulunamadı” diyor. Güvenlik bir olay için kayıt istiyor.',
    ],
    done: [
      'Kamera besleme adaptörü değiştirildi, görüntü geldi.',
      'Kayıt diski yenilendi, kayıt süresi 30 güne ayarlandı.',
    ],
  },
  {
    kind: 'INCIDENT',
    about: 'mail',
    subjects: ['E-posta gönderemiyorum', 'Gönderilen postalar geri dönüyor', 'Outlook sürekli parola soruyor'],
    texts: [
      'Sabahtan beri gönderdiğim postalar “giden kutusu”nda bekliyor.',
      'Müşteriye gönderdiğimiz postalar 550 hatasıyla geri dönüyor, {sayi} adres etkileniyor.',
      'Parolayı doğru yazıyorum, Outlook tekrar soruyor. Telefonda posta geliyor.',
    ],
    talk: [['Sorun telefonda da var mı, yalnız bilgisayarda mı?', 'Telefonda yok, yalnız bilgisayarda.']],
    done: [
      'Kota artırıldı, bekleyen iletiler gönderildi.',
      'SPF ve DKIM kayıtları düzeltildi, kara listeden çıkarma başvurusu yapıldı.',
      'Kimlik bilgisi önbelleği temizlendi, profil yeniden oluşturuldu.',
    ],
  },
  {
    kind: 'REQUEST',
    about: 'mail',
    subjects: ['Ortak posta kutusu talebi', '{yeni} için e-posta hesabı', 'Dağıtım listesine ekleme'],
    texts: [
      '{kisi} ve ekibinin göreceği bir ortak posta kutusu rica ederiz.',
      'Yeni başlayan {yeni} için e-posta hesabı açılmasını rica ederim. İşe başlama {gun}.',
      '{kisi} “Duyurular” listesine eklenebilir mi? İletileri alamıyor.',
    ],
    done: [
      'Ortak kutu açıldı, yetkiler verildi.',
      'Hesap açıldı, ilk giriş bilgileri yöneticisine iletildi.',
      'Listeye eklendi, deneme iletisi ulaştı.',
    ],
  },
  {
    kind: 'INCIDENT',
    about: 'backup',
    priority: 'HIGH',
    subjects: ['Gece yedeği alınamadı', '{cihaz} hata verdi', 'Yedekleme raporu başarısız'],
    texts: [
      'Sabah gelen raporda {sayi} iş başarısız görünüyor.',
      '{gun} gecesinin yedeği tamamlanmamış, “hedefe ulaşılamadı” yazıyor.',
    ],
    done: [
      'Yedek hedefinin parolası değişmiş; güncellendi, yedek elle çalıştırıldı ve doğrulandı.',
      'Hedef disk yenilendi, tam yedek alındı, örnek dosya geri yüklendi.',
    ],
    notes: ['Geri yükleme denemesi aylık kontrole eklendi.'],
  },
  {
    kind: 'REQUEST',
    about: 'backup',
    priority: 'HIGH',
    subjects: [
      'Silinen klasörün geri yüklenmesi',
      'Yedekten dosya geri alma: {kisi}',
      'Yanlışlıkla silinen teklif dosyaları',
    ],
    texts: [
      '{kisi} yanlışlıkla ortak klasördeki teklif dosyalarını sildi. {gun} gününün hâlini rica ederiz.',
      'Excel dosyasının üstüne yazıldı, bir önceki sürüm gerekiyor. Saat {saat} öncesi olabilir.',
    ],
    talk: [['Klasörün tam yolunu yazabilir misiniz?', 'Ortak › Satış › Teklifler › 2. çeyrek.']],
    done: ['Klasör yedekten geri yüklendi, içerik kullanıcıyla doğrulandı.', 'Dosyanın önceki sürümü geri alındı.'],
  },
  {
    kind: 'INCIDENT',
    about: 'remote',
    subjects: ['VPN bağlantısı kopuyor', 'VPN doğrulama kodu gelmiyor'],
    texts: [
      'VPN {sayi} dakikada bir kopuyor, yeniden bağlanınca düzeliyor.',
      'Doğrulama kodu telefona gelmiyor, uzaktan çalışıyorum. Saat {saat} toplantım var.',
    ],
    done: [
      'İstemci yeni sürüme yükseltildi, oturum süresi ayarlandı.',
      'Telefondaki doğrulayıcı yeniden eşleştirildi.',
    ],
  },
  {
    kind: 'REQUEST',
    about: 'remote',
    approval: true,
    subjects: ['Uzaktan çalışma erişimi: {kisi}', 'Danışman için süreli VPN hesabı', '{kisi} için VPN yetkisi'],
    texts: [
      '{kisi} haftada iki gün evden çalışacak, VPN yetkisi rica ederiz.',
      'Yazılım danışmanımız için {sayi} hafta geçerli VPN hesabı gerekiyor.',
    ],
    done: [
      'VPN yetkisi tanımlandı, kurulum birlikte yapıldı.',
      'Hesap açıldı, yalnız gerekli sunuculara erişim verildi.',
    ],
    notes: ['Süre sonu takvime yazıldı.'],
  },
  {
    kind: 'INCIDENT',
    about: 'erp',
    priority: 'HIGH',
    subjects: ['e-İrsaliye gönderilemiyor', 'Muhasebe programı açılmıyor', '{cihaz}: fatura kesilirken hata'],
    texts: [
      'İrsaliye kuyruğunda {sayi} belge bekliyor, araçlar kapıda.',
      'Program açılışta “lisans sunucusu bulunamadı” diyor. {sayi} kullanıcı giremiyor.',
      'Fatura kaydederken “kayıt başka kullanıcı tarafından kilitlenmiş” hatası alıyoruz.',
    ],
    talk: [['Hata bütün kullanıcılarda mı, yalnız sizde mi?', 'Muhasebedeki herkeste var.']],
    done: [
      'Entegratör servisinin sertifikası yenilendi, kuyruk gönderildi.',
      'Lisans hizmeti yeniden başlatıldı, otomatik başlatma açıldı.',
      'Kilitli oturumlar kapatıldı, program firması yaması kuruldu.',
    ],
  },
  {
    kind: 'REQUEST',
    about: 'erp',
    approval: true,
    subjects: ['{sayi} kullanıcılık ek lisans', 'Stok modülü yetki değişikliği'],
    texts: [
      'Yeni ekip için {sayi} kullanıcı lisansı gerekiyor. Fiyat bilgisi ekte.',
      '{kisi} stok modülünde sayım girişi yapacak, yetki verilmesini rica ederiz.',
    ],
    done: ['Lisanslar tanımlandı, kullanıcılar giriş yaptı.', 'Yetki verildi, kısa bir eğitim yapıldı.'],
  },
  {
    kind: 'INCIDENT',
    about: 'phone',
    subjects: ['Dahili telefon çalışmıyor: {yer}', 'Telefonda ses tek yönlü', 'Santral çağrıları düşürüyor'],
    texts: [
      '{yer} telefonunda çevir sesi yok.',
      'Arayan bizi duyuyor, biz duymuyoruz. {gun} gününden beri sürüyor.',
      'Santral karşılama anonsu çalmıyor, çağrılar düşüyor.',
    ],
    done: [
      'Telefonun ağ ucu ve ayarı yenilendi.',
      'SIP hattının güvenlik duvarı kuralı düzeltildi, deneme aramaları yapıldı.',
      'Anons dosyası yeniden yüklendi, karşılama denendi.',
    ],
  },
  {
    kind: 'REQUEST',
    about: 'phone',
    priority: 'LOW',
    subjects: ['Yeni dahili numara: {yeni}', 'Çağrı yönlendirme talebi'],
    texts: [
      '{yeni} için dahili numara ve masa telefonu rica ederiz.',
      '{kisi} izindeyken çağrıları santral görevlisine yönlenmeli, {gun} başlayacak.',
    ],
    done: ['Dahili tanımlandı, telefon masaya kuruldu.', 'Yönlendirme tanımlandı, bitiş günü girildi.'],
  },
  {
    kind: 'REQUEST',
    approval: true,
    subjects: [
      'Yeni dizüstü bilgisayar: {yeni}',
      '{kisi} için dizüstü bilgisayar yenileme',
      '{sayi} adet dizüstü bilgisayar',
    ],
    texts: [
      '{gun} işe başlayacak {yeni} için standart donanımlı bir dizüstü bilgisayar gerekiyor.',
      '{kisi} bilgisayarı 6 yaşında ve yetersiz kalıyor, yenisini rica ederiz.',
      '{yer} ekibinin {sayi} bilgisayarı garantiden çıktı, toplu yenileme rica ederiz.',
    ],
    talk: [
      ['Standart donanım yeterli mi, çizim programı kullanılacak mı?', 'Standart yeterli, yalnız ofis programları.'],
    ],
    done: [
      'Bilgisayar hazırlandı ve imza karşılığı teslim edildi.',
      'Kurulum yapıldı, eski bilgisayardan veriler aktarıldı.',
      'Bilgisayarlar kuruldu, tutanakla teslim edildi.',
    ],
    notes: ['Stokta bir cihaz ayrıldı.', 'Eski cihazın diski imha listesine alındı.'],
  },
  {
    kind: 'REQUEST',
    approval: true,
    subjects: ['İkinci ekran talebi', '{yer} için {sayi} monitör'],
    texts: [
      'Rapor çalışmaları için ikinci ekran rica ederim.',
      '{yer} masaları için {sayi} adet 24" monitör gerekiyor.',
    ],
    done: ['Ekran kuruldu, çözünürlük ayarlandı.', 'Monitörler kuruldu, kablolar toplandı.'],
  },
  {
    kind: 'REQUEST',
    subjects: ['Yeni personel hesapları: {yeni}', '{yeni} – işe giriş hazırlığı', 'Kullanıcı açılışı: {yeni}'],
    texts: [
      '{gun} başlayacak {yeni} için kullanıcı, e-posta ve ortak klasör yetkisi rica ederiz. Yetkiler {kisi} ile aynı olacak.',
      '{yeni} ekibimize katılıyor; bilgisayar girişi ve yazıcı tanımı gerekiyor.',
    ],
    done: [
      'Hesaplar açıldı, giriş bilgileri yöneticisine kapalı zarfla verildi.',
      'Kullanıcı açıldı, ilk giriş birlikte yapıldı.',
    ],
  },
  {
    kind: 'REQUEST',
    priority: 'HIGH',
    subjects: [
      'Ayrılan personelin hesaplarının kapatılması',
      'İşten çıkış: hesap kapatma',
      'Bugün ayrılan çalışanın erişimi',
    ],
    texts: [
      '{kisi} {gun} itibarıyla ayrıldı. Hesapların kapatılmasını, postaların bana yönlendirilmesini rica ederim.',
      'Ayrılan çalışanın VPN ve posta erişimi saat {saat} itibarıyla kapatılmalı.',
    ],
    done: ['Hesaplar kapatıldı, posta kutusu yöneticiye açıldı.', 'Erişimler kaldırıldı, cihaz teslim alındı.'],
  },
  {
    kind: 'INCIDENT',
    subjects: ['Hesabım kilitlendi', 'Windows parolamı unuttum', 'Bilgisayara giriş yapamıyorum'],
    texts: [
      'Parolayı {sayi} kez yanlış girince hesap kilitlendi.',
      'İzin dönüşü parolamı hatırlayamadım, saat {saat} toplantım var.',
    ],
    done: ['Kilit kaldırıldı; eski parolayı saklayan telefon kaynaklıydı.', 'Kimlik doğrulandı, parola sıfırlandı.'],
  },
  {
    kind: 'REQUEST',
    subjects: ['Ortak klasör yetkisi: {kisi}', '{yer} ekibine klasör açılması', 'Klasör erişim talebi'],
    texts: [
      '{kisi} için “Finans › Raporlar” klasörüne okuma yetkisi rica ederim.',
      '{yer} ekibinin {sayi} kişi ile kullanacağı bir ortak klasör gerekiyor.',
    ],
    done: [
      'Okuma yetkisi tanımlandı, oturum yenilenince görünecek.',
      'Klasör açıldı, yetkiler grup üzerinden verildi.',
    ],
  },
  {
    kind: 'REQUEST',
    priority: 'LOW',
    subjects: ['Toplantı donanımının denenmesi', 'Kablosuz görüntü aktarımı: {yer}'],
    texts: [
      '{gun} yönetim toplantısı var, {yer} ekranının ve kameranın denenmesini rica ederiz.',
      '{yer} için kablosuz görüntü aktarımı istiyoruz.',
    ],
    done: ['Ekran ve kamera denendi, kullanım notu masaya bırakıldı.', 'Aktarım cihazı kuruldu, ağ ayarı yapıldı.'],
  },
  {
    kind: 'REQUEST',
    about: 'server',
    approval: true,
    subjects: ['{cihaz} için bellek artırımı', 'Test sunucusu talebi'],
    texts: [
      'Rapor saatlerinde sunucu yavaşlıyor, belleğin artırılmasını öneriyorsunuz. Fiyatı onaya sunabilir misiniz?',
      'Yeni modülün denenmesi için {sayi} hafta kullanılacak bir test sunucusu gerekiyor.',
    ],
    done: [
      'Bellek mesai dışında artırıldı, ölçümler iyileşti.',
      'Test sunucusu hazırlandı, erişim bilgileri iletildi.',
    ],
    notes: ['Çalışma {gun} 19.00’da yapılacak, müşteri bilgilendirildi.'],
  },
  {
    kind: 'REQUEST',
    about: 'network',
    approval: true,
    subjects: ['{yer} için ek erişim noktası', '{sayi} yeni ağ ucu çekilmesi', 'Güvenlik duvarında kural değişikliği'],
    texts: [
      '{yer} tarafında kablosuz çekmiyor, ek erişim noktası rica ederiz.',
      'Yeni masa düzeni için {sayi} ağ ucu gerekiyor.',
      'Kargo firmasının servisine çıkış için güvenlik duvarı kuralı gerekiyor.',
    ],
    done: [
      'Erişim noktası kuruldu, kapsama ölçüldü.',
      'Uçlar çekildi, ölçüm raporu ekte.',
      'Kural açıldı, yalnız verilen adreslerle sınırlandı.',
    ],
  },
  {
    kind: 'REQUEST',
    about: 'camera',
    approval: true,
    subjects: ['{yer} için kamera eklenmesi', 'Kamera kayıt süresinin uzatılması'],
    texts: [
      '{yer} kör noktada kalıyor, bir kamera eklenmesini istiyoruz.',
      'Sigorta kayıtların {sayi} hafta saklanmasını istiyor, mevcut disk yetmiyor.',
    ],
    done: ['Kamera takıldı, açı güvenlikle birlikte ayarlandı.', 'Disk eklendi, saklama süresi uzatıldı.'],
  },
  {
    kind: 'REQUEST',
    subjects: ['PDF düzenleme programı: {kisi}', 'Çizim görüntüleyici kurulumu'],
    texts: [
      '{kisi} bilgisayarına PDF düzenleme programı kurulmasını rica ederim.',
      'Teknik çizimleri açabilmek için görüntüleyici gerekiyor, {sayi} bilgisayara.',
    ],
    done: ['Program lisansıyla kuruldu, deneme dosyası açıldı.', 'Uzaktan kurulum yapıldı.'],
  },
  {
    kind: 'REQUEST',
    priority: 'LOW',
    subjects: ['Masa taşıma: {yer}', 'Oda değişikliği: {kisi}', '{sayi} bilgisayarın taşınması'],
    texts: [
      '{gun} {sayi} masa {yer} tarafına taşınacak. Bilgisayar, telefon ve yazıcıların kurulması gerekiyor.',
      '{kisi} odası değişiyor, donanımın taşınmasını rica ederiz.',
    ],
    done: ['Taşıma tamamlandı, telefon ve ağ uçları denendi.', 'Donanım yeni yerine kuruldu.'],
    notes: ['İki kişi gidilecek.'],
  },
  {
    kind: 'INCIDENT',
    subjects: ['Monitörde çizgiler var', 'İkinci ekran kararıyor', 'Ekran titriyor'],
    texts: [
      'Monitörde dikey çizgiler var, kabloyu değiştirdik, geçmedi.',
      '{gun} gününden beri ikinci ekran ara ara kararıyor.',
      'Ekran sabah açılışta titriyor, yarım saat sonra düzeliyor.',
    ],
    done: [
      'Monitör garantiden değiştirildi.',
      'Bağlantı istasyonunun yazılımı güncellendi, sorun giderildi.',
      'Yenileme hızı ve kablo değiştirildi, titreme geçti.',
    ],
  },
  {
    kind: 'INCIDENT',
    subjects: ['Sertifika uyarısı: web sitesi', 'Web sitemiz açılmıyor', 'İletişim formu e-posta göndermiyor'],
    texts: [
      'Tarayıcı “bağlantınız gizli değil” diyor. Müşterilerimiz arıyor.',
      'Site {saat} itibarıyla açılmıyor.',
      'Formdan gelen talepler {gun} gününden beri bize ulaşmıyor.',
    ],
    done: [
      'Sertifika yenilendi, otomatik yenileme açıldı.',
      'Barındırma firmasındaki arıza giderildi.',
      'Formun gönderim hesabı düzeltildi, deneme başarılı.',
    ],
    notes: ['Sertifika bitişi izlemeye eklendi.'],
  },
  {
    kind: 'REQUEST',
    priority: 'LOW',
    subjects: ['Aylık bakım ziyareti: {gun}', 'Donanım sayımı', 'Sunucu odası bakımı'],
    texts: [
      'Sözleşmedeki bakım ziyareti için {gun} uygundur.',
      'Demirbaş listesi güncellenecek, {yer} dâhil bütün cihazların sayımı rica olunur.',
    ],
    done: ['Bakım yapıldı, form imzalatıldı; {sayi} öneri raporda.', 'Sayım tamamlandı, liste varlıklara işlendi.'],
  },
  {
    kind: 'REQUEST',
    subjects: ['Cep telefonu kurulumu', '{yeni} – telefon ve hat', 'Telefonda kurumsal posta'],
    texts: [
      'Yeni telefonuma kurumsal posta ve takvim kurulumu rica ederim.',
      'Sahada çalışacak {yeni} için telefonun yönetime alınması gerekiyor.',
    ],
    done: ['Telefon yönetime alındı, posta kuruldu.', 'Kurulum adımları iletildi, kullanıcı tamamladı.'],
  },
]

/** Things and services that a customer of ours has; the first ones stand at every customer. */
export const assetModels: { group: AssetGroup; kind: 'ASSET' | 'SERVICE'; names: string[] }[] = [
  {
    group: 'printer',
    kind: 'ASSET',
    names: ['HP LaserJet Pro M428', 'Canon i-SENSYS MF443', 'Brother HL-L6400', 'Kyocera ECOSYS M2640'],
  },
  {
    group: 'notebook',
    kind: 'ASSET',
    names: ['Lenovo ThinkPad E14', 'Dell Latitude 5440', 'HP ProBook 450', 'Monster Abra A5'],
  },
  { group: 'server', kind: 'ASSET', names: ['Dell PowerEdge R750', 'HPE ProLiant DL380', 'Synology RS1221'] },
  {
    group: 'network',
    kind: 'ASSET',
    names: ['Aruba 2930F switch', 'FortiGate 60F', 'UniFi U6 erişim noktası', 'Cisco CBS350 switch'],
  },
  { group: 'line', kind: 'SERVICE', names: ['Metro Ethernet 100 Mbit', 'Fiber internet 200 Mbit', 'Yedek 5G hattı'] },
  { group: 'mail', kind: 'SERVICE', names: ['Kurumsal e-posta', 'E-posta güvenliği'] },
  { group: 'backup', kind: 'SERVICE', names: ['Bulut yedekleme', 'Gece yedeği'] },
  { group: 'remote', kind: 'SERVICE', names: ['VPN erişimi'] },
  { group: 'erp', kind: 'SERVICE', names: ['Muhasebe ve stok programı', 'e-Fatura / e-İrsaliye entegrasyonu'] },
  { group: 'phone', kind: 'SERVICE', names: ['IP santral'] },
  { group: 'power', kind: 'ASSET', names: ['APC Smart-UPS 3000', 'Makelsan 10 kVA UPS'] },
  { group: 'camera', kind: 'ASSET', names: ['Hikvision 16 kanal kayıt cihazı'] },
  { group: 'scanner', kind: 'ASSET', names: ['Zebra TC21 el terminali', 'Honeywell EDA52 el terminali'] },
]

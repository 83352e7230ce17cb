/**
 * What is tried first: words and runs of keys that people choose, in Turkish and English, written together without
 * marks and in lower case. Digits and signs around a word are taken off before it is looked up here, so `Parola2024!`
 * is found as `parola`.
 */
const words = `
parola sifre sifrem parolam gizli gizlisifre yenisifre yeniparola benimsifrem sifremiunuttum sifreyok parolayok guvenlisifre
guclusifre gucluparola gecicisifre ilksifre ilkparola deneme denemesifre test testtest demo ornek ornekparola kullanici
kullaniciadi yonetici yoneticisifre admin adminadmin administrator root rootroot toor superuser sysadmin superadmin misafir
merhaba merhabadunya selam selamlar hosgeldin hosgeldiniz gunaydin iyigunler tesekkurler askim askimsin birtanem canim
canimsin canimbenim hayatim seniseviyorum seniseviyom sevgilim bitanem melegim prenses kralim annem babam annembabam
annecigim babacigim kardesim ailem allah bismillah elhamdulillah masallah insallah allahim allahuekber muhammed
turkiye turkiyem istanbul istanbulturkiye ankara izmir izmirli antalya bursa adana trabzon konya gaziantep eskisehir diyarbakir
samsun kayseri mersin ataturk mustafakemal cumhuriyet galatasaray galatasarayli cimbom cimbombom fenerbahce fenerbahceli
fener besiktas kartal karakartal trabzonspor bursaspor bordomavi sarikirmizi sarilacivert siyahbeyaz futbol sampiyon
mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan fatma ayse emine hatice zeynep elif
meryem serife sultan hanife merve busra esra kubra ozlem dilek
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik pazartesi sali carsamba persembe cuma cumartesi
pazar ilkbahar yaz sonbahar kis bahar gunes deniz yildiz ay dunya gokyuzu kelebek papatya menekse karanfil
password passwort passw passwd pass mypassword yourpassword thepassword newpassword oldpassword changeme changemenow
changepassword letmein letmeinnow welcome welcomehome welcomeback secret topsecret default guest user username login
logmein signin access master monkey dragon shadow sunshine princess football baseball basketball hockey soccer superman
batman spiderman starwars pokemon charlie michael jordan jennifer jessica michelle daniel thomas robert andrew joshua
matthew anthony ashley nicole hunter ranger buster killer pepper ginger summer winter spring autumn january february
march april june july august september october november december monday tuesday wednesday thursday friday saturday
sunday iloveyou ilovegod iloveu loveyou lovelove lovely forever whatever freedom trustno trustnoone nothing something
computer internet server database network company office business corporate manager support helpdesk service servicedesk
customer contract invoice accord accordaccord ticket tickets technician teknisyen musteri sozlesme fatura destek kayit
hizmet sirket sirketim firma ofis bilgisayar bilgiislem muhasebe personel
qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiopgu qwerqwer qwertyqwerty asdfgh asdfghj asdfghjk asdfghjkl
asdfghjklsi asdasd asdasdasd asdfasdf asdqwe zxcvbn zxcvbnm zxcvbnmoc qazwsx qazwsxedc qazwsxedcrfv wsxedc qweasd
qweasdzxc qweqwe qweqweqwe asdzxc zxczxc zxcasdqwe poiuytrewq lkjhgfdsa mnbvcxz fgodol fgod qwer asdf zxcv abcdef abcabc
abcd abc abcdefg abcdefgh aaaaaa xxxxxx aabbcc azerty azertyuiop
`
  .trim()
  .split(/\s+/)

const keys = `
1234567890 0123456789 12345678910 123456789a a123456789 1234512345 1122334455 1111111111 0000000000 0987654321 9876543210
1231231231 123123123123 123321123321 1212121212 123456123456 123456789123 1234567891 12345678901 147258369 1472583690 159753456852
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 q1w2e3r4t5y6 qwe123qwe123 qwerty12345 123qweasdzxc 1234qwerasdf
123qweasd asd123asd123 abc123abc123 a1b2c3d4e5 aa123456789 qwer1234qwer 1234abcd1234 zaq12wsxcde3 zaq1xsw2cde3 !qaz2wsx3edc
p@ssw0rd123 pass1234word 0102030405 1029384756 0147258369 3216549870 1236987450 7418529630 9638527410 2468101214 1357924680
galatasaray1905 fenerbahce1907 besiktas1903 trabzonspor1967 istanbul1453 ankara1923 ataturk1881 ataturk1938 cumhuriyet1923
ataturk193881 turkiye1923 19051905 19071907 19031903 19671967 1905gs1905 1907fb1907 1903bjk1903 gs1905gs1905 fb1907fb1907
correcthorsebatterystaple thisisapassword passwordpassword adminpassword rootpassword testpassword
`
  .trim()
  .split(/\s+/)

export const commonPasswords: ReadonlySet<string> = new Set([...words, ...keys])

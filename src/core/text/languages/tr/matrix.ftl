# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Steps are in the words of Element's apps for phones. Element keeps commands with a slash for itself, so they are told with the other mark.

matrix-steps-in-room =
    Telefonunda, bu odada, artı işaretine ya da ataşa dokun.
    “Konum” seç, sonra “Canlı konum”, sonra süreyi seç.
    Durdurmak için: <code>!stop</code> ya da uygulamada durdur. Mesajı kaldırmak da durdurur.
matrix-steps-in-private =
    Telefonunda, bu sohbette, artı işaretine ya da ataşa dokun.
    “Konum” seç, sonra “Canlı konum”, sonra süreyi seç.
    Durdurmak için: <code>!stop</code> ya da uygulamada durdur. Mesajı kaldırmak da durdurur.
matrix-send-once = Telefonunda, bu sohbette, artı işaretine ya da ataşa, sonra “Konum” seçeneğine dokun. Ya da koordinat yaz: <code>!here 52.5200 13.4050</code>.
matrix-send-live = Telefonunda, bu sohbette, artı işaretine ya da ataşa dokun. “Konum” seç, sonra “Canlı konum”.
matrix-deleting = Mesajını kaldırmak da paylaşımı bitirir, bunu öğrendiğim anda.
matrix-sees = Odanın Matrix sunucuları kimin ne zaman paylaştığını görebilir. Şifresiz bir odada her şeyi okuyabilirler.
matrix-no-board = Matrix’te pano yok: her değişiklik yeni bir mesaj olurdu, her silme de bir satır bırakır. <code>/whereis</code> yaz: yeni yanıtın öncekinin yerini alır.
matrix-came-in-clear =
    Bu oda şifreli, ama bu mesaj şifresiz geldi. Yani sunucular onu okuyabilirdi. Onu almadım.
    Şifreleyen bir uygulamadan yeniden gönder.
matrix-not-read =
    Bunu okuyamadım: anahtarı bana ulaşmadı.
    Benim içinse yeniden gönder. Yine yanıt gelmezse, uygulaman anahtarları yalnızca doğrulanmış cihazlara mı veriyor, bak.
matrix-location-not-read = Bu konumu okuyamadım. Bu yüzden ondan hiçbir şey paylaşılmadı. Yeniden gönder ya da elle yaz: <code>!here 52.5200 13.4050</code>.
# $by: about how much
matrix-clock-off =
    { $is ->
        [ahead] Telefonunun saati yaklaşık { $by } ileri.
       *[behind] Telefonunun saati yaklaşık { $by } geri.
    }
    Sunucunun saatine uyarım. Bu yüzden canlı konumun senin seçtiğin kadar sürer. Lütfen saati düzelt.
matrix-location-old = Uygulaman bu konumun eski olduğunu söylüyor, yaşı: { $by }. Bu yüzden onu eski olarak gösteririm. Konum yeniyse telefonunun saati geridir. Saati düzelt ve konumu yeniden gönder.
matrix-not-verified = Bunu almadım. Görebildiğim kadarıyla, sahibinin doğrulamadığı bir cihazdan geldi. O cihaz beni de okuyamaz.
matrix-how-to-verify = Bir cihazı doğrulamak için uygulamanın ayarlarını, sonra Şifreleme ya da Oturumlar bölümünü aç ve “Doğrula” seç. Başka bir cihazında ya da kurtarma anahtarınla onayla.
# A reaction, which is short, and which anybody can read
matrix-verify-sign = 🔐 doğrula
matrix-verify-first = Bu oda şifreli. Yalnızca sahibinin doğruladığı cihazlara yanıt veririm ve beni yalnızca onlar okuyabilir.
matrix-room-is-plain =
    Bu oda şifreli değil: sunucuları buradaki her konumu ve her yanıtı okuyabilir ve saklayabilir.
    Sonradan katılanlar, o zamana kadar silinmemiş olanı okuyabilir. Bir yönetici oda ayarlarında şifrelemeyi açabilir. Ben her iki durumda da devam ederim.
# $read: what those who are not in the room can read of it
matrix-room-is-open =
    { $read ->
        [who-shares] Herkes katılmadan bu odaya bakabilir. Kimin ne zaman ve ne kadar süre canlı paylaştığını görürler, ama yerini görmezler.
       *[all] Herkes katılmadan bu odayı okuyabilir: buradaki her konumu ve her yanıtı.
    }
    Bir yönetici bunu oda ayarlarında, geçmişi kimlerin okuyabileceği yerde değiştirebilir.
matrix-hello-in-private =
    Burada yalnızca sen ve ben varız: bu bir özel sohbet. <code>!help</code> ne yaptığımı gösterir.
    Burası daha çok kişi için bir oda olacaksa, bana başka bir şey yazmadan önce onları davet et.
matrix-crowded =
    Bu, benimle özel bir sohbetti, şimdi başka biri de davet edildi. Artık burada hiçbir şeye yanıt vermem ve ayrılıyorum.
    Burası hepiniz için bir oda olacaksa beni yeniden davet et.
# Why an invitation was turned down, which clients show beside that. $most: invitations that are taken of one person in an hour
matrix-invitation-declined =
    { $why ->
        [too-many] Bir kişiden saatte en fazla { $most } davet kabul ederim. Beni bir saat sonra yeniden davet et.
        [space] Bu bir alan, burada kimse konuşmaz. Beni odalarından birine davet et.
       *[not-allowed] Bu botu işletenler, onu yalnızca bazı kişilerin davet etmesine izin veriyor. Onlara ya da izni olan birine sor.
    }
# The same of a room that the bot leaves.
matrix-left =
    { $why ->
        [may-not-write] Burada yazma iznim yok, yani kimseye yanıt veremezdim. Yazmama izin ver, sonra beni yeniden davet et.
       *[too-many-people] Bu odada ilgilenebileceğimden fazla kişi var.
    }
# What /setup finds in a room, and the step that mends it, a line each. The steps are in the words of Element's apps.
matrix-is-encrypted = Bu oda şifreli: sunucuları konumları ve yanıtları okuyamaz.
matrix-not-encrypted = Bu oda şifreli değil: sunucuları buradaki her konumu ve her yanıtı okuyabilir.
matrix-encrypt = Değiştirmek için: oda ayarları, Güvenlik, şifrelemeyi aç. Şifreleme sonradan kapatılamaz.
matrix-anybody-reads = Herkes katılmadan bu odaya bakabilir.
matrix-shows-history = Sonradan katılanlar, burada daha önce yazılanları, durduğu sürece okuyabilir.
matrix-hide-history = Değiştirmek için: oda ayarları, Güvenlik, geçmişi kimler okuyabilir: sadece üyeler, katıldıklarından beri.
matrix-anybody-joins = Herkes bu odaya katılabilir ve o andan sonra senin nerede olduğunu sorabilir.
matrix-close = Değiştirmek için: oda ayarları, Güvenlik, erişim: özel, yalnızca davet.
matrix-all-invite = Her üye başkalarını davet edebilir. Onlar katılınca senin nerede olduğunu sorabilir.
matrix-let-admins-invite = Değiştirmek için: oda ayarları, Roller ve izinler, kişileri davet etme: moderatörler.
matrix-no-live-here = Üyeler burada canlı konum paylaşamaz; benimle özelden paylaşabilirler.
matrix-allow-live =
    { $power ->
        [enough] Değiştirmek için bir yönetici <code>/setup live</code> yazar.
       *[none] Değiştirmek için: beni bu odanın yöneticisi yap, sonra <code>/setup live</code> yaz.
    }
matrix-redacts-nothing = Başkalarının yazdıklarını kaldırma iznim yok. Bu yüzden biri burada <code>/ask AD</code> yazarsa herkes onu okuyabilir.
matrix-let-redact = Değiştirmek için: beni bu odanın moderatörü yap.
matrix-answers-alone = Yanıtı yalnızca sen, benimle doğrudan sohbette okursun. Soru burada kalır ve herkes okuyabilir.
# $bot: none when the bot can change it already
matrix-no-live =
    Yöneticilere: bu oda, üyelerinin canlı konum paylaşmasına izin vermiyor.
    Paylaşmaları gerekiyorsa oda ayarlarını, sonra Roller ve izinler bölümünü aç. “Canlı konum paylaş” seçeneğini herkes olarak ayarla.
    { $bot ->
        [none] Uygulamanda bu ayar yoksa <code>!setup live</code> yaz, ben değiştireyim.
       *[named] Uygulamanda bu ayar yoksa beni (<code>{ $bot }</code>) yönetici yap, sonra <code>!setup live</code> yaz.
    }
    Değişen şey: <code>{ $types }</code> için güç seviyesi <b>0</b> olur. Bu arada herkes <code>!here 52.5200 13.4050</code> yazabilir.
matrix-move-on =
    Bu odanın yerini yeni bir oda aldı. Beni oraya davet et, ayarlar da birlikte gelir.
    Burada paylaşılanlar ben taşınınca sona erer. Orada biri paylaşana kadar hiçbir şey paylaşılmaz.
# A room without a name, called as clients call it.
matrix-room-of-two = { $one } ve { $other }
matrix-room-of-many =
    { $others ->
        [one] { $one } ve { $others } kişi daha
       *[other] { $one } ve { $others } kişi daha
    }

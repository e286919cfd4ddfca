# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said about a room and its settings.

welcome =
    Benim aracılığımla bu odadaki kişiler birbirine nerede olduklarını gösterebilir. Sen yalnızca bunu seçersen gösterilirsin.
    Paylaşmak için: <code>/share</code>. Sormak için: <code>/whereis</code>. Nerede olduğunun kime gösterildiğini not ederim: <code>/who</code>. Başka ne saklanır: <code>/privacy</code>.
live-not-heard = Bu odada yalnızca komutları duyarım, canlı konumları duymam. Bu, sessiz ayardır. Canlı konumunu bana özelden, <code>/share</code> yanıtındaki düğmeyle gönder. Ya da beni yönetici yap, burada da duyarım.
live-no-longer-heard = Artık bu odanın yöneticisi değilim. Bu yüzden burada paylaşılan canlı konumları artık izlemiyorum.
room-replaced =
    Bu oda, benim bulunduğum başka bir odanın yerini alıyor. Ayarları da birlikte geldi: saklama süresi <b>{ $expiry }</b>.
    Orada paylaşılanlar sona erdi ve o konumlar yok edildi. Bu odayla paylaşmak için: <code>/share</code>.
# $expiry: how long a position is kept meanwhile; $square: how exactly people are shown meanwhile
data-lost =
    Verilerimin bir bölümünü kaybettim. Bu yüzden burada paylaşılan her şey sona erdi. Yeniden paylaşmak için: <code>/share</code>.
    Buranın ayarları da kaybolmuş olabilir. <code>/precision</code> ile yeniden seçene kadar yalnızca bir kare içinde gösterilirsin, kenar uzunluğu: { $square }.
    Bir yönetici yeniden <code>/expiry</code> yazana kadar bir konum <b>{ $expiry }</b> saklanır. Bir yönetici <code>/setup</code> ile yeniden seçene kadar yanıtlar yalnızca soran kişiye gider.
live-allowed =
    { $outcome ->
        [allowed-now] Yapıldı. Bu odanın her üyesi artık canlı konum paylaşabilir.
        [allowed-before] Bu odanın her üyesi zaten canlı konum paylaşabiliyor.
        [may-not-write] Üyeler bu odada yazamaz. Bu yüzden canlı konum da paylaşamazlar. Hiçbir şey değiştirilmedi. Benimle özelden paylaşabilirler.
        [not-known] Sunucu bunun olup olmadığını söylemedi. Bir dakika sonra yeniden <code>/setup live</code> yaz: o zaman durumun ne olduğunu söyler.
       *[no-power]
            Üyeler burada hâlâ canlı konum paylaşamıyor: onların neye izni olduğunu değiştiremem.
            Oda ayarlarında, Roller ve izinler bölümünde, “Canlı konum paylaş” seçeneğinde kendin izin ver. Ya da beni bu odanın yöneticisi yap ve yeniden <code>/setup live</code> yaz.
    }

expiry-kept = Bir konum bildirildikten sonra <b>{ $expiry }</b> saklanır, sonra yok edilir.
expiry-change = Bu odanın yöneticileri bunu değiştirebilir: <code>/expiry 2 hours</code>, en az { $shortest }, en fazla { $longest }.
expiry-not-understood =
    Şunu süre olarak anlamadım: “{ $given }”. Hiçbir şey değiştirilmedi.
    { expiry-examples }
expiry-out-of-bounds =
    { $asked } olamaz: saklama süresi en az { $shortest }, en fazla { $longest } olabilir. Hiçbir şey değiştirilmedi.
    { expiry-examples }
expiry-examples = Örnekler: <code>/expiry 90 minutes</code>, <code>/expiry 2 hours</code>, <code>/expiry 1 day</code>.
expiry-unchanged = Bu odanın saklama süresi zaten <b>{ $expiry }</b>. Hiçbir şey değiştirilmedi.
expiry-shortened =
    Bu odanın saklama süresi artık <b>{ $expiry }</b>. Önceden paylaşılanlar da bundan uzun saklanmaz.
    Bundan eski konumlar az önce yok edildi.
expiry-set =
    Bundan sonra paylaşılanlar için bu odanın saklama süresi artık <b>{ $expiry }</b>.
    Şu anda paylaşılmakta olanlar, başladıkları daha kısa saklama süresinde kalır.

meeting-set =
    { $accuracy ->
        [none] Yeni buluşma noktası: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , saat <b>{ $time }</b>.
        } { $left } daha saklanır.
       *[known] Yeni buluşma noktası: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yer{ $time ->
            [none] .
           *[known] , saat <b>{ $time }</b>.
        } { $left } daha saklanır.
    }
meeting-is =
    { $accuracy ->
        [none] Buluşma noktası: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , saat <b>{ $time }</b>.
        } { $left } daha saklanır.
       *[known] Buluşma noktası: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yer{ $time ->
            [none] .
           *[known] , saat <b>{ $time }</b>.
        } { $left } daha saklanır.
    }
meeting-on-board =
    { $accuracy ->
        [none] Buluşma noktası: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , saat <b>{ $time }</b>.
        }
       *[known] Buluşma noktası: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yer{ $time ->
            [none] .
           *[known] , saat <b>{ $time }</b>.
        }
    }
meeting-set-there = Bu odaya bağlı şu odada belirlendi: <b>{ $room }</b>.
meeting-ended = Bu odanın artık buluşma noktası yok. Onu gösteren yanıtlar silinir.
no-meeting = Bu odanın buluşma noktası yok.
meet-how = Bu odanın yöneticileri bir tane belirleyebilir: <code>/meet here</code>, <code>/meet 52.5200 13.4050 at 15:30</code>. Geri almak için: <code>/meet off</code>.
meet-time-not-read = Şunu günün saati olarak anlamadım: “{ $given }”. Hiçbir şey değiştirilmedi.
meet-as-the-room = Odanın kendisi olarak konuşuyorsun, bu yüzden nerede olduğunu bilmiyorum. Hiçbir şey değiştirilmedi.
meet-from-where = Şu anda nerede olduğunu bilmiyorum. Önce konumunu bu odayla paylaş ya da <code>/meet</code> komutunu sayılarla yaz.
meet-too-coarse = Burada yalnızca { $square } bir kare içinde gösteriliyorsun; orası buluşma yeri olamaz. <code>/meet</code> komutunu sayılarla yaz.
meet-two-places = “{ $given }” iki yer olabilir. Harflerle yaz: <code>/meet 52.5200N 13.4050E</code>.

# $square: none when the position is shown exactly; $rooms: none when it is this room
precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] Bu odanın üyelerine senin nerede olduğun tam olarak gösterilir, telefonunun bildiği kadarıyla.
               *[named] <b>{ $rooms }</b> üyelerine senin nerede olduğun tam olarak gösterilir, telefonunun bildiği kadarıyla.
            }
       *[known]
            { $rooms ->
                [none] Bu odanın üyelerine yalnızca senin sabit bir karenin içinde bir yerde olduğun gösterilir, daha kesini gösterilmez. Kenar uzunluğu: <b>{ $square }</b>.
               *[named] <b>{ $rooms }</b> üyelerine yalnızca senin sabit bir karenin içinde bir yerde olduğun gösterilir, daha kesini gösterilmez. Kenar uzunluğu: <b>{ $square }</b>.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] Bundan sonra bu oda senin nerede olduğunu tam olarak görür, telefonunun bildiği kadarıyla.
               *[named] Bundan sonra <b>{ $rooms }</b> üyeleri senin nerede olduğunu tam olarak görür, telefonunun bildiği kadarıyla.
            }
       *[known]
            { $rooms ->
                [none] Bundan sonra bu oda yalnızca senin sabit bir karenin içinde bir yerde olduğunu görür. Kenar uzunluğu: <b>{ $square }</b>.
               *[named] Bundan sonra <b>{ $rooms }</b> üyeleri yalnızca senin sabit bir karenin içinde bir yerde olduğunu görür. Kenar uzunluğu: <b>{ $square }</b>.
            }
            Yandaki kareye geçtiğinde bu görülebilir. Seni daha kesin gösteren yanıtlar silinir.
    }
precision-choices = Değiştirmek için: <code>/precision exact</code>, <code>/precision 100m</code>, <code>/precision 1km</code> ya da <code>/precision 5km</code>.
precision-not-understood =
    Şunu anlamadım: “{ $given }”. Hiçbir şey değiştirilmedi.
    { precision-choices }
precision-nowhere = İkimizin de olduğu bir oda bilmiyorum. <code>/precision</code> komutunu geçerli olacağı odada yaz.
precision-not-now = Hiçbir şey değiştirilmedi.

forgotten =
    Yapıldı. Sana ait sakladığım her konum, paylaşım ve seçim bütün odalarda yok edildi.
    Telefonun hâlâ canlı konum gönderiyorsa onu orada da durdur. Bundan sonra onu dikkate almam.
wipe-asks =
    Bu, bu odayla paylaşılan her şeyi ve odanın ayarlarını herkes için yok eder. Geri alınamaz.
    Yapmak için { $within } içinde <code>/wipe yes</code> yaz.
wipe-not-asked = Hiçbir şey yok edilmedi. Önce kendin <code>/wipe</code>, sonra <code>/wipe yes</code> yaz.
wiped =
    Yapıldı. Bu odayla paylaşılan her şey herkes için yok edildi.
    Odanın ayarları yeni gibi: saklama süresi { $expiry }. Burada <code>/precision</code> seçmiş olan kişi yeniden seçer; o zamana kadar o kişinin nerede olduğunu tam olarak gösteririm.

# Of rooms that are linked.

link-code =
    Öteki odada bir yönetici <code>/link { $code }</code> yazar. Kod bir kez geçerlidir. Bunun için süre: { $within }. Onu başka kimseye gösterme.
    Sonra burada yeniden <code>/link</code> yaz: hangi oda olduğunu söylerim, sen onaylarsın.
link-is = Bu odanın bağlı olduğu odalar: <b>{ $rooms }</b>. Bunu bitirmek için <code>/link off</code> yaz.
link-as-the-room = Odanın kendisi olarak yazıyorsun. Kendin olarak yaz, çünkü kod tek bir yönetici içindir.
link-given = Kod doğru. Öteki odanın bir yöneticisi şimdi bu odanın hangisi olduğunu okur ve onaylar. Ondan önce orada hiçbir şey gösterilmez.
link-asked = Başka bir oda bu odaya bağlanmak istiyor. Yöneticiler hangi oda olduğunu okumak için <code>/link</code> yazabilir.
link-offer =
    { $people ->
        [none] Öteki oda: <b>{ $room }</b>, ağ: { $network }. Kaç üyesi olduğunu bilmiyorum.
       *[known] Öteki oda: <b>{ $room }</b>, ağ: { $network }. Üye sayısı: { $people }.
    }
link-means =
    Bağlandıklarında iki odanın üyeleri, herhangi birinde kimin paylaştığını görür. İkisi için de kısa olan süre geçerlidir.
    Bağlamak için <code>/link yes</code> yaz. Bunun için süre: { $left }. Reddetmek için <code>/link off</code> yaz.
link-not-good = Bu kod burada hiçbir şeyi bağlamıyor. Bir kod bir kez, başka bir odada ve şu süre boyunca geçerlidir: { $within }.
link-already = Bu iki oda zaten bağlı.
link-too-many = Çok fazla kod denedin. Şu süre sonra yeniden dene: { $within }.
link-full = İki odadan biri olabildiğince çok odaya bağlı. Hiçbir şey değişmedi.
link-not-asked = Hiçbir şey bağlanmadı. Hangi oda olduğunu okumak için önce kendin <code>/link</code> yaz.
link-refused = Bu odaya hiçbir oda bağlanmadı ve kodu artık geçerli değil.
link-none = Bu oda başka bir odaya bağlı değil.
linked =
    Bu oda artık şu odaya bağlı: <b>{ $room }</b>, ağ: { $network }. İki odanın üyeleri, herhangi birinde kimin paylaştığını görür. Saklama süresi: { $expiry }.
    Zaten paylaştığın şey, sen kabul edene kadar bu odada kalır. Yöneticiler bağı bitirebilir: <code>/link off</code>.
unlinked = Bu oda artık şu odalara bağlı değil: <b>{ $rooms }</b>. Artık kimse karşı tarafı görmez ve onu gösteren yanıtlar silinir.
cross-asks =
    <b>{ $room }</b> artık şu odaya bağlı: <b>{ $rooms }</b>. Daha önce paylaşmaya başladın, bu yüzden oranın üyeleri seni görmüyor.
    Seni görmeleri için <code>/across yes</code> yaz. Orada görünmemek için hiçbir şey yapma.
cross-button = beni görsünler
cross-nothing = Şu anda kabul edebileceğin bir şey yok.
crossed = Şu odaların üyeleri de artık seni görebilir: <b>{ $rooms }</b>.
also-seen-in = Şu odaların üyeleri de bunu görebilir: <b>{ $rooms }</b>.
# Beneath what is said of this room: it was stopped, or is shown less exactly.
so-in-linked = Bu odaya bağlı odalarda da aynısı geçerlidir.
also-seen-across = Bu odaya bağlı odaların üyeleri de bunu görebilir. Hangi odalar: <code>/privacy</code>.
expiry-linked = Bu oda başka bir odaya bağlı, bu yüzden süre yalnızca kısaltılabilir. Hiçbir şey değişmedi. Uzatmak için önce <code>/link off</code> yaz.

account-code =
    Öteki hesabından bana özelden yaz: <code>/link { $code }</code>. Kod bir kez geçerlidir. Bunun için süre: { $within }. Onu başka kimseye gösterme.
    Sonra burada yeniden <code>/link</code> yaz: hangi hesap olduğunu söylerim, sen onaylarsın.
account-given = Kod doğru. Şimdi öteki hesabından <code>/link</code> yaz: orada bu hesabın hangisi olduğunu oku ve onayla.
account-asked = Başka bir hesap bu hesapla birleşmek istiyor. Hangi hesap olduğunu okumak için <code>/link</code> yaz.
account-waits = Onayladın. Şimdi orada da onaylamak için öteki hesabından <code>/link</code> yaz.
account-offer = Öteki hesap: { $name }, ağ: { $network }. Senin değilse <code>/link off</code> yaz.
account-means =
    Birleştiklerinde, ikisini de gören odalar seni bir kez gösterir. En yeni konumunu, daha kaba kesinlikle gösterirler.
    Ad, odadaki hesabının adıdır. Hiçbir oda, bu olmadan görmeyeceği bir konumu görmez.
    Hesaplardan birinden <code>/stop</code> ikisi için de geçerlidir. Başka kimseye söylemem, ama odaların gördüğünü karşılaştıran anlayabilir.
    Birleştirmek için <code>/link yes</code> yaz. Bunun için süre: { $left }.
accounts-joined = Bu hesabın birleşik olduğu hesap: { $name }, ağ: { $network }. Bunu bitirmek için ikisinden birinden <code>/link off</code> yaz.
accounts-parted = İki hesabın artık birleşik değil. Her biri yeniden ayrı gösterilir.
accounts-forgotten = Öteki hesabın <code>/forget</code> yazdı. İkisi artık birleşik değil ve bunun paylaştığı her şey bitti.
account-none = Bu hesap başka bir hesapla birleşik değil ve hiçbir kodu geçerli değil.
account-not-good = Bu kod hiçbir şeyi birleştirmiyor. Bir kod bir kez, başka bir hesaptan ve şu süre boyunca geçerlidir: { $within }.
account-not-asked = Hiçbir şey birleştirilmedi. Hangi hesap olduğunu okumak için önce kendin <code>/link</code> yaz.
account-full = Hiçbir şey birleştirilmedi. Burada daha fazla hesap birleştirilemez.
code-of-room = Bu kod odaları bağlar. Onu öteki odada bir yönetici yazar.
code-of-account = Bu kod özel sohbet içindir: bir kişinin iki hesabını birleştirir. Burada başkaları onu okuyabildi, bu yüzden artık geçerli değil.
privacy-joined = Bu hesap başka bir hesabınla birleşik. Hangisi olduğunu okumak için <code>/link</code> yaz.

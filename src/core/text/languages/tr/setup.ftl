# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] Burada düzeltilmesi gereken bir şey bulmadım.
        [one] Burada bir şey daha iyi olabilir:
       *[other] Burada { $amiss } şey daha iyi olabilir:
    }
setup-not-whole = Şu anda her şeye bakamadım. Bir dakika sonra yeniden <code>/setup</code> yaz.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Buradaki yanıtlarım yalnızca soran kişi içindir. Yöneticiler herkesin okumasına izin verebilir: <code>/setup answers room</code>.
       *[room] Buradaki yanıtlarım odadaki herkes içindir. Yöneticiler onları yalnızca soran kişiye ayırabilir: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Yanıtlar yalnızca sorana
       *[room] Yanıtlar herkese
    }
setup-board =
    { $board ->
        [private] Burada pano yok: onu herkes okurdu, yanıtlarım ise yalnızca sorana.
        [on] Burada bir pano kimin paylaştığını gösterir: güncel tuttuğum tek bir mesaj. Yöneticiler onu kaldırabilir: <code>/setup board off</code>.
       *[off] Yöneticiler buraya pano koyabilir: kimin paylaştığını gösteren, güncel tutulan tek bir mesaj. Koymak için: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Pano koy
       *[off] Panoyu kaldır
    }
setup-board-values =
    “{ $given }” seçilemez. Hiçbir şey değişmedi.
    Örnekler: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Bir yönetici bunu değiştirdi: artık burada bir pano kimin paylaştığını ve nerede olduğunu gösterir. Güncel tuttuğum tek bir mesajdır. <code>/whereis</code> sorusunu onunla yanıtlarım.
       *[off] Bir yönetici bunu değiştirdi: pano silinir. <code>/whereis</code> sorusunu yine ayrı bir mesajla yanıtlarım.
    }
board-ended = Pano da silinir, çünkü onu herkes okur.
board-not-private = Buradaki yanıtlarım yalnızca sorana, panoyu ise herkes okurdu. Hiçbir şey değişmedi. Pano için önce şunu yaz: <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Burayı toplarım: izin verilen yerde komutları, bitince de konumları silerim. Yöneticiler bunu bitirebilir: <code>/setup tidy off</code>.
       *[off] Üyelerin burada söyledikleri kalır. Yöneticiler komutları, bitince de konumları silmeme izin verebilir: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Canlı konumun önceki noktaları bu odada kalır. Başlangıcını ve son noktasını silerim.
setup-tidy-button =
    { $tidy ->
        [on] Burayı topla
       *[off] Üyelerin söylediklerini bırak
    }
tidy-changed =
    { $tidy ->
        [on] Bir yönetici bunu değiştirdi: bundan sonra, izin verilen yerde burada komutları, bitince de konumları silerim.
       *[off] Bir yönetici bunu değiştirdi: bundan sonra üyelerin burada söylediklerinden hiçbirini silmem.
    }
setup-expiry = Bir konum <b>{ $expiry }</b> saklanır. Yöneticiler değiştirebilir: <code>/expiry 2 hours</code>.
setup-reachable = <code>/ask</code> ile, bana burada bir şey yazmış ve benimle özel sohbeti açmış kişilere ulaşırım. Oraya <code>/share</code> götürür.
setup-no-such =
    Şunu bilmiyorum: “{ $given }”. Hiçbir şey değiştirilmedi.
    Örnekler: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    “{ $given }” seçilemez. Hiçbir şey değiştirilmedi.
    Örnekler: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = Zaten öyle. Hiçbir şey değiştirilmedi.
answers-changed =
    { $answers ->
        [private] Bir yönetici bunu değiştirdi: bundan sonra buradaki yanıtlarım yalnızca soran kişiye ulaşır. Burada duran yanıtlar silinir.
       *[room] Bir yönetici bunu değiştirdi: bundan sonra buradaki yanıtlarımı bu odadaki herkes okur.
    }

# $kept: for how long it waits
answer-waits = Burada özelden yanıt veririm. Yanıt, soran kişiyi { $kept } boyunca bekler.
answer-button = Özelden oku
answer-invited = Burada özelden yanıt veririm. Soran kişi: doğrudan sohbet davetimi { $kept } içinde kabul et ya da benimle sohbet başlat, ve yanıtı orada oku.
answer-unreachable = Burada özelden yanıt veririm ve soran kişiye yazamadım. Soran kişi: benimle doğrudan sohbet başlat ve orada sor.
answers-need-a-person = Buradaki yanıtlar yalnızca soran kişiye gider. Odanın kendisi olarak yazıyorsun. Bu yüzden kim olduğunu bilmiyorum. Bana özelden sor.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Seninle şu dilde konuşuyorum: { $language }.
# $languages: as their own people call them
language-choices = Değiştirmek için <code>/language</code> ve şunlardan birini yaz: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Bundan sonra seninle şu dilde konuşurum: { $language }.
language-by-app = Bundan sonra seninle uygulamanın dilinde konuşurum, o dili biliyorsam.
language-not-spoken = Şu dili konuşmuyorum: “{ $given }”. Hiçbir şey değiştirilmedi.
setup-language = Bu odada şu dilde konuşuyorum: { $language }. Yöneticiler değiştirebilir: <code>/setup language Español</code>.
room-language-changed = Bir yönetici bunu değiştirdi. Bundan sonra bu odada şu dilde konuşurum: { $language }.

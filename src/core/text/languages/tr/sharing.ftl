# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said to those who share.

shared-once = <b>{ $room }</b> üyeleri bu konumu { $left } boyunca görebilir. Sonra konum yok edilir.
shared-live = <b>{ $room }</b> üyeleri senin nerede olduğunu { $left } boyunca canlı görebilir.
shared-as-square = Yalnızca sabit bir kare görürler, kenar uzunluğu: { $square }. Değiştirmek için: <code>/precision</code>.
only-latest-kept = Yalnızca en son konumun saklanır, en fazla { $expiry }.
# $deleting: what becomes of a share when its message is deleted, on this network
end-sooner = Daha erken bitirmek için <code>/stop</code> yaz. { $deleting }
end-live = Bitirmek için canlı konumu durdur ya da <code>/stop</code> yaz. { $deleting }
nothing-shared-yet =
    Bu konumu kimse göremez ve konum saklanmadı: ikimizin de olduğu bir oda bilmiyorum.
    Benim olduğum bir odada <code>/share</code> yaz. Sonra oradaki yanıtımın söylediği gibi buraya geri gel.
position-not-kept = Bu konumu kimse göremez ve konum saklanmadı.

share-lost =
    Verilerimin bir bölümünü kaybettim. Bu yüzden bu canlı konumu artık kimse göremez.
    Devam etmek için konumunu yeniden gönder.

which-room = Senin nerede olduğunu kim görebilsin? Sen seçene kadar bu konumu kimse göremez.
# What one chooses from.
room-choice = { $room }
# Of rooms whose names look the same. $number: in the order in which the reader came to know them
room-choice-since = { $room } (numara { $number }, orada ilk görülmen: { $known })
nothing-waits = Seçim bekleyen bir konum yok. Konumunu yeniden gönder, ben de sorarım.
not-your-room = Bu, şu anda seçebileceğin odalardan biri değil. Seçimini bekleyen konumu kimse göremez.
choice-not-now =
    { $advice ->
        [make-admin] O oda, üyelerini benden gizliyor. Bu yüzden onunla paylaşamam. Bir yöneticiden beni de yönetici yapmasını iste, sonra yeniden seç.
       *[ask-again] Ağ şu anda bana senin o odada olup olmadığını söylemiyor. Konumunu henüz kimse göremez. Bir dakika sonra yeniden seç.
    }
asked-before = Bunu daha önceki bir konum için sormuştum. O konumu kimse göremez. En son sorumun altından seç.
share-over = Bu paylaşım zaten bitti ya da çok geç geldi. Onu kimse göremez. Yeniden paylaşmak için konumunu yeniden gönder.

stopped =
    { $where ->
        [anywhere] Durduruldu. Hiçbir odada hiç kimse senin nerede olduğunu göremez; son konumun yok edildi.
       *[here] Durduruldu. Bu odada hiç kimse senin nerede olduğunu göremez; son konumun yok edildi.
    }
    Telefonun hâlâ canlı konum gönderiyorsa onu orada da durdur. Bundan sonra onu dikkate almam.
not-sharing =
    { $where ->
        [anywhere] Hiçbir odayla konum paylaşmıyorsun.
       *[here] Bu odayla konum paylaşmıyorsun.
    }

not-a-place =
    İki sayı gerekiyor: derece olarak enlem ve boylam, örneğin <code>/here 52.5200 13.4050</code>.
    Bir geo: bağlantısı da olur: <code>/here geo:52.5200,13.4050</code>.
# $first, $second: what else it may mean
two-readings =
    “{ $given }” iki biçimde okunabilir ve bu iki yer birbirinden uzak. Hiçbir şey paylaşılmadı.
    { $first }
    { $second }
read-as-numbers = Bu, derece olarak enlem ve boylamsa <code>/here { $command }</code> yaz.
read-with-minutes = Bu, ikisinin de derece ve dakikasıysa <code>/here { $command }</code> yaz.
read-as-one-number = Bu tek bir sayıysa, yani { $number }, ikincisi eksik: enlem ve boylam gerekiyor.
read-as-latitude-with-minutes = Bu, { $degrees } derece ve { $minutes } dakikaysa, yani { $number }, boylam eksik.
no-fix =
    Telefonlar nerede olduklarını bilmeyince enlem 0, boylam 0 ya da sıfırın altında bir doğruluk bildirir. Hiçbir şey değiştirilmedi.
    Telefonun nerede olduğunu bilince konumunu yeniden gönder.

link-over =
    Bu bağlantı artık geçerli değil ya da senin için değil.
    Odada yeniden <code>/share</code> yaz. Sonra yeni yanıtımın söylediği gibi buraya geri gel.
# The link is good; it is not known whether whoever opens it is in the room.
link-not-now =
    { $advice ->
        [make-admin] Bu bağlantı geçerli, ama o oda, üyelerini benden gizliyor. Bir yöneticiden beni de yönetici yapmasını iste, sonra bağlantıyı yeniden aç.
       *[ask-again] Bu bağlantı geçerli, ama ağ şu anda bana senin o odada olup olmadığını söylemiyor. Bir dakika sonra yeniden aç.
    }
linked-to = Buradan <b>{ $room }</b> üyeleriyle paylaşırsın. Henüz kimse bir şey görmüyor.
share-here = Bu odaya senin nerede olduğunu bildirmek için:
share-otherwise = Ya da canlı konumunu bana özelden gönder; yolu aşağıda. Ya da koordinat yaz: <code>/here 52.5200 13.4050</code>.
share-aside =
    Bu odayla özelden de paylaşabilirsin. Sana doğrudan sohbette yazar ve seni oraya davet ederim.
    Ya da buraya koordinat yaz: <code>/here 52.5200 13.4050</code>.
share-aside-refused = Sana doğrudan sohbette yazamadım. Benimle doğrudan sohbet başlat ve konumunu orada gönder.
share-in-private =
    Bu odada canlı konumları duyamam. Benimle özel sohbeti aç ve canlı konumunu orada gönder; yolu aşağıda.
    Buraya koordinat da yazabilirsin: <code>/here 52.5200 13.4050</code>.
# On the button under the answer to /share.
share-button = Bu odayla özelden paylaş
too-many-shares =
    Bu konum alınmadı. Saklayabileceğimden fazla odada tanınıyorsun ya da bu odayla çok fazla kişi paylaşıyor.
    Baştan başlamak için <code>/forget</code> yaz ya da daha sonra yeniden dene.
# Another hand than the sharer's ended it; $room: none when its name is not known.
share-ended-by-others =
    { $room ->
        [none]
            { $how ->
                [wiped] Bir yönetici, paylaştığın bir odadaki her şeyi yok etti. Oradaki paylaşımın sona erdi.
                [left] Ben, paylaştığın bir odadan çıkarıldım. Oradaki paylaşımın sona erdi.
                [removed] Sen, paylaştığın bir odadan çıkarıldın. Oradaki paylaşımın sona erdi.
               *[closed] Paylaştığın bir oda kapatıldı. Oradaki paylaşımın sona erdi.
            }
       *[named]
            { $how ->
                [wiped] Bir yönetici, <b>{ $room }</b> odasındaki her şeyi yok etti. Oradaki paylaşımın sona erdi.
                [left] Ben, <b>{ $room }</b> odasından çıkarıldım. Oradaki paylaşımın sona erdi.
                [removed] Sen, <b>{ $room }</b> odasından çıkarıldın. Oradaki paylaşımın sona erdi.
               *[closed] <b>{ $room }</b> kapatıldı. Oradaki paylaşımın sona erdi.
            }
    } Telefonun hâlâ canlı konum gönderiyorsa onu orada durdur.

no-new-position = Yeni konum yok. Geçen süre: { $age }. Hareketsiz durmak da aynı görünür.

place-not-read = “{ $given }” ifadesini bir yer olarak okuyamadım. Hiçbir şey paylaşılmadı.
place-in-short-link = Bu bağlantının nereye gittiğini yalnızca bir harita servisi bilir, ben hiçbirine sormam. Bağlantıyı aç ve koordinatları gönder: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Bu kod kısa: yalnızca bir şehrin yakınında geçerli. Kodun tamamını gönder: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = Enlem -90 ile 90, boylam -180 ile 180 arasındadır. Örnek: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Önceki konumun hâlâ görünüyor.
       *[no] Burada kimse senin bir konumunu görmüyor.
    }
place-read = Okuduğum: enlem { $latitude }, boylam { $longitude }.
place-other-way = Tersi doğruysa <code>/here { $command }</code> yaz.
expiry-which-unit =
    { $number } ne? Hiçbir şey değişmedi. Birimiyle yaz.
    { expiry-examples }
expiry-two-readings =
    “{ $given }” iki anlama gelebilir: { $first } veya { $second }. Hiçbir şey değişmedi.
    { expiry-examples }

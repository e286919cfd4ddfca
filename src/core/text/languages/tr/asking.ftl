# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = “{ $wanted }” adlı kişiye ulaşabiliyorsam ve sorulmasına izin veriyorsa, ona sordum. Paylaşırsa haberin olur.
ask-whom =
    Kime soracağımı buraya yaz: <code>/ask AD</code>. Bunu başka kimse okumaz.
    Kimsenin sana soramaması için: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Bir kişiye sormak için bana özelden <code>/ask AD</code> yaz. Orada bunu başka kimse okumaz.
ask-button = Özelden sor

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Bu odanın üyeleri, senin nerede olduğunu benim aracılığımla sorabilir. Sana özelden sorarım ve her seferinde sen seçersin.
       *[named] <b>{ $rooms }</b> üyeleri, senin nerede olduğunu benim aracılığımla sorabilir. Sana burada sorarım ve her seferinde sen seçersin.
    }
ask-is-off =
    { $rooms ->
        [none] Bu odanın hiçbir üyesi, senin nerede olduğunu benim aracılığımla soramaz. Yeniden izin vermek için: <code>/ask on</code>.
       *[named] <b>{ $rooms }</b> üyelerinden hiçbiri, senin nerede olduğunu benim aracılığımla soramaz. Yeniden izin vermek için: <code>/ask on</code>.
    }
ask-nowhere = İkimizin de olduğu bir oda bilmiyorum. <code>/ask off</code> ya da <code>/ask on</code> komutunu geçerli olacağı odada yaz.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Bir yönetici buradaki herkesten konumunu paylaşmasını istiyor.
       *[named] <b>{ $person }</b> buradaki herkesten konumunu paylaşmasını istiyor.
    }
everybody-how = İstersen konumunu bana özelden gönder; yolu aşağıda. Ya da <code>/share</code> yaz.
everybody-how-aside = İstersen <code>/share</code> yaz. O zaman sana doğrudan sohbette yazarım ve konumunu bana orada gönderirsin.
everybody-asked-before = Buradaki herkese kısa süre önce soruldu. Bir kişiye sormak için bana özelden <code>/ask AD</code> yaz.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> senin nerede olduğunu soruyor.
       *[named] <b>{ $room }</b> odasından <b>{ $name }</b> senin nerede olduğunu soruyor.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none] { $people } kişi senin nerede olduğunu soruyor:
       *[named] <b>{ $room }</b> odasından { $people } kişi senin nerede olduğunu soruyor:
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $room } odasından { $name }
# $left: how long an answer is waited for
request-how = Paylaşırsan oradaki bütün üyeler görür. Sen seçene kadar kimse bir şey görmez. Bu soru { $left } sonra biter.
# Shown to her alone, in the room.
request-here = Bunu yalnızca sen görüyorsun. Yanıtlamak için özel sohbeti aç.
request-button = Özelden yanıtla

# On buttons, and numbered.
request-once = Bir kez gönder
request-quarter = 15 dakika
request-hour = 1 saat
request-not-now = Şimdi değil
request-never = Bu odadan bir daha asla

request-once-chosen = Bir sonraki konumun <b>{ $room }</b> üyelerine gider, bir kez.
request-live-chosen = Bir sonraki konumun <b>{ $room }</b> üyelerine gider. En geç { $longest } sonra biter.
# On the button that sends a location.
request-send-location = Bulunduğum yeri bir kez gönder
request-refused = <b>{ $room }</b> ile hiçbir şey paylaşılmıyor. Soran kişiye hiçbir şey söylenmez.
request-refused-always = <b>{ $room }</b> ile hiçbir şey paylaşılmıyor. Oradan kimse benim aracılığımla sana yeniden soramaz. İzin vermek için: <code>/ask on</code>.
request-over = Senin nerede olduğunla ilgili soru sona erdi. Bu soruyla hiçbir şey paylaşılmadı.
request-answered = Soran odayla paylaşıyorsun. Soran kişiye senin nerede olduğun gösterilir.
no-request = Şu anda kimse senin nerede olduğunu sormuyor. Yine de paylaşmak için: <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Hiçbir yanıt başka birine nerede olduğunu göstermedi. Her yanıtı not ederim ve bunu odasının bir saklama süresi boyunca saklarım.
       *[room] Buradaki hiçbir yanıt başka birine nerede olduğunu göstermedi. Her yanıtı not ederim ve bunu bir saklama süresi boyunca saklarım.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] Bir yanıt başka birine nerede olduğunu gösterdi:
               *[other] { $looks } yanıt başkalarına nerede olduğunu gösterdi, önce en yenisi:
            }
       *[room]
            { $looks ->
                [one] Buradaki bir yanıt başka birine nerede olduğunu gösterdi:
               *[other] Buradaki { $looks } yanıt başkalarına nerede olduğunu gösterdi, önce en yenisi:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    <b>{ $name }</b> sordu, { $when }. Sen { $square ->
        [none] tam olarak gösterildin
       *[known] bir kare içinde gösterildin, kenar uzunluğu: { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] Yanıtın durduğu oda: <b>{ $room }</b>.
        [one] Yanıtın durduğu oda: <b>{ $room }</b> (bir üye).
       *[other] Yanıtın durduğu oda: <b>{ $room }</b> ({ $people } üye).
    }
who-stood =
    { $people ->
        [none] Yanıtın durduğu oda: <b>{ $room }</b>. Süre: { $stood }.
        [one] Yanıtın durduğu oda: <b>{ $room }</b> (bir üye). Süre: { $stood }.
       *[other] Yanıtın durduğu oda: <b>{ $room }</b> ({ $people } üye). Süre: { $stood }.
    }
who-on-board = <b>{ $room }</b> odasındaki pano yanıtladı.
who-by-board =
    Bir pano seni kendiliğinden gösterdi, ilk kez { $when }. Sen { $square ->
        [none] tam olarak gösterildin
       *[known] bir kare içinde gösterildin, kenar uzunluğu: { $square }
    }. { $where }
who-alone = Yanıtı yalnızca soran okuyabilir; yanıt hâlâ duruyor.
who-alone-before = Yanıtı yalnızca soran okuyabildi. Süre: { $stood }.
# In the place of a name.
who-admin = Odanın kendisi olarak konuşan bir yönetici
who-forgotten = Adını o zamandan beri unuttuğum biri
who-more =
    { $more ->
        [one] Bir yanıt daha listede yok. Devamını okumak için: <code>/{ $command }</code>.
       *[other] { $more } yanıt daha listede yok. Devamını okumak için: <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Biri bir paylaşımına ilk kez baktığında sana özelden haber veririm. Bunu bitirmek için: <code>/who each off</code>.
       *[off] Biri baktığında kendiliğimden haber vermem. Her ilk bakışı öğrenmek için: <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] <b>{ $name }</b> sordu ve nerede olduğunu gördü. Seni gösteren tüm yanıtlar: <code>/who</code>.
       *[named] <b>{ $name }</b>, <b>{ $room }</b> içinde sordu ve nerede olduğunu gördü. Seni gösteren tüm yanıtlar: <code>/who</code>.
    }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yerde{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }. { $left } daha saklanır.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: <code>{ $position }</code>, hata payı en az { $accuracy }{ $heading ->
                [none] {""}
               *[known] , gidiş yönü: { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }. { $left } daha saklanır.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: <code>{ $position }</code>, hata payı bilinmiyor{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }. { $left } daha saklanır.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: <code>{ $position }</code>, hata payı en fazla { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }. { $left } daha saklanır.
            }
    }
where-is-on-board =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yerde{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: <code>{ $position }</code>, hata payı en az { $accuracy }{ $heading ->
                [none] {""}
               *[known] , gidiş yönü: { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: <code>{ $position }</code>, hata payı bilinmiyor{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: <code>{ $position }</code>, hata payı en fazla { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }.
            }
    }
# $asker: the one who asked, in a room; "you" in private.
where-is-from =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: { $asker ->
                [none] senden
               *[known] <b>{ $asker }</b> adlı kişiden
            } { $distance } uzakta, { $direction } yönünde{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }. Konumu: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yer, { $left } daha saklanır.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: { $asker ->
                [none] senden
               *[known] <b>{ $asker }</b> adlı kişiden
            } { $distance } uzakta, { $direction } yönünde{ $heading ->
                [none] {""}
               *[known] , gidiş yönü: { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }. Konumu: <code>{ $position }</code>, hata payı en az { $accuracy }, { $left } daha saklanır.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: { $asker ->
                        [none] senden
                       *[known] <b>{ $asker }</b> adlı kişiden
                    } { $distance } uzakta, { $direction } yönünde{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }. Konumu: <code>{ $position }</code>, hata payı bilinmiyor, { $left } daha saklanır.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: { $asker ->
                        [none] senden
                       *[known] <b>{ $asker }</b> adlı kişiden
                    } { $distance } uzakta, { $direction } yönünde{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }. Konumu: <code>{ $position }</code>, hata payı en fazla { $accuracy }, { $left } daha saklanır.
            }
    }
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: { $asker ->
                [none] senden
               *[known] <b>{ $asker }</b> adlı kişiden
            } en fazla { $distance } uzakta{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }. Konumu: <code>{ $position }</code> noktasından en fazla { $accuracy } uzakta bir yer, { $left } daha saklanır.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] en son şurada görüldü
               *[now] şurada
            }: { $asker ->
                [none] senden
               *[known] <b>{ $asker }</b> adlı kişiden
            } en fazla { $distance } uzakta{ $heading ->
                [none] {""}
               *[known] , gidiş yönü: { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, son bilgi: { $when }. Konumu: <code>{ $position }</code>, hata payı en az { $accuracy }, { $left } daha saklanır.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: { $asker ->
                        [none] senden
                       *[known] <b>{ $asker }</b> adlı kişiden
                    } en fazla { $distance } uzakta{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }. Konumu: <code>{ $position }</code>, hata payı bilinmiyor, { $left } daha saklanır.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] en son şurada görüldü
                       *[now] şurada
                    }: { $asker ->
                        [none] senden
                       *[known] <b>{ $asker }</b> adlı kişiden
                    } en fazla { $distance } uzakta{ $heading ->
                        [none] {""}
                       *[known] , gidiş yönü: { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, son bilgi: { $when }. Konumu: <code>{ $position }</code>, hata payı en fazla { $accuracy }, { $left } daha saklanır.
            }
    }
said-together = { $first } { $second }
from-meeting = Orası buluşma noktasından { $distance } uzakta, { $direction } yönünde.
near-meeting = Orası buluşma noktasından en fazla { $distance } uzakta.
at-street =
    { $district ->
        [none] { $street }
       *[known] { $street }, { $district }
    }
near-district = { $district } yakınında
board-begins = Bu odayla kimin paylaştığını burada gösteriyorum.
board-kept = Bu panoyu güncel tutuyorum. Bir konum, paylaşımı bitince ya da süresi dolunca panodan kalkar.
position-destroyed = <b>{ $name }</b> hâlâ paylaşıyor, ama şu anda elimde konumu yok. Son konum yok edildi: her konum en fazla { $expiry } saklanır.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> konumunu bu odayla paylaşıyor.
       *[named] <b>{ $name }</b> konumunu <b>{ $rooms }</b> ile paylaşıyor.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] Sorduğun kişilerden sana bir kişiyi gösterebilirim.
       *[other] Sorduğun kişilerden sana { $people } kişiyi gösterebilirim.
    }
nearest-to-whom = Senin nerede olduğunu bilmiyorum. Bu yüzden en yakındaki kim, söyleyemem. Konumunu paylaşmak için <code>/share</code> yaz. Sonra yeniden sor.
nobody-near = Şu anda sana gösterebileceğim bir konumu paylaşan başka kimse yok.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] Şu anda bir kişi konumunu bu odayla paylaşıyor.
               *[other] Şu anda { $people } kişi konumunu bu odayla paylaşıyor.
            }
       *[named]
            { $people ->
                [one] Şu anda bir kişi konumunu <b>{ $room }</b> ile paylaşıyor.
               *[other] Şu anda { $people } kişi konumunu <b>{ $room }</b> ile paylaşıyor.
            }
    }
nobody-shares =
    { $room ->
        [none] Şu anda kimse bu odayla konum paylaşmıyor.
       *[named] Şu anda kimse <b>{ $room }</b> ile konum paylaşmıyor.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] Bu odada şu anda sana konumunu gösterebileceğim kimse yok.
       *[named] <b>{ $room }</b> odasında şu anda sana konumunu gösterebileceğim kimse yok.
    }
share-yours = Kendi konumunu paylaşmak için <code>/share</code> yaz.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] Bu odayla paylaşanlardan şu anda sana bir kişiyi gösterebilirim.
               *[other] Bu odayla paylaşanlardan şu anda sana { $people } kişiyi gösterebilirim.
            }
       *[named]
            { $people ->
                [one] <b>{ $room }</b> ile paylaşanlardan şu anda sana bir kişiyi gösterebilirim.
               *[other] <b>{ $room }</b> ile paylaşanlardan şu anda sana { $people } kişiyi gösterebilirim.
            }
    }
more-by-name = Paylaşan başkaları da olabilir. Birini adıyla sor: <code>/whereis AD</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = “{ $wanted }” adıyla şu anda sana konumunu gösterebileceğim kimse yok.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = O mesajı yazan kişi için şu anda sana gösterebileceğim bir konum yok.
several-fit = “{ $wanted }” birden fazla kişiye uyuyor. Yalnızca ad, kimin kim olduğunu söylemez.
# Before a line for each of them.
which-one = “{ $wanted }” birden fazla kişiye uyuyor. Parantez içinde yazanla yeniden sor ya da kişiyi etiketle.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] Bir kişi daha uyuyor. Adın daha fazlasını yazarak sor.
       *[other] { $more } kişi daha uyuyor. Adın daha fazlasını yazarak sor.
    }
no-common-room =
    İkimizin de olduğu bir oda bilmiyorum. Bu yüzden sana kimseyi gösteremem.
    Odanın kendisinde sor: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Koordinatları kopyala
       *[known] Kopyala: { $name }
    }
pin-of-whom = Kimin harita işaretini istediğini yaz: <code>/pin AD</code>. Onu yalnızca sana gönderirim.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Uygulaman bu harita işaretinin altındaki haritayı bir harita hizmetinden alır. O hizmet bu yeri ve senin internetteki adresini öğrenir.
pin-too-wide = Harita işareti göndermiyorum: bu yerin ne kadar belirsiz olduğunu gösteremezdi.
pin-not-reached = Harita işaretini sana gönderemedim. Harita işaretini yalnızca tek bir kişiye veririm, hiçbir zaman bir odaya vermem. Benimle özel sohbet aç ve yeniden <code>/pin</code> yaz.
pin-not-sent = Harita işaretini sana gönderemedim. Bir dakika sonra yeniden sor ya da aynısını sözle almak için <code>/whereis</code> yaz.

on-picture = { $number }. { $line }
picture-how = Numaralar resimdekilerdir. Resimdeki daire ya da kare, bir konumun ne kadar sapabileceğini gösterir.
picture-number-alone = Resimde, çizemediğim harflerle yazılan bir adın yerinde yalnızca numarası durur.
picture-button = Resim çiz
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] { $by } sordu, saat: { $clock }
    }
picture-north = K
picture-meeting = Buluşma noktası
no-picture =
    { $why ->
        [busy] Şimdi resim çizmiyorum: çok fazla başka resim bekliyor. Bir dakika sonra yeniden sor.
        [not-taken] Bu sohbet resmimi kabul etmedi. Yanıt onsuz da tamdır.
        [plain-room] Buraya resim göndermiyorum. Bu oda şifreli değil; sunucuları okuyabilecekleri bir dosya saklardı.
       *[failed] Resmi çizemedim. Yanıt onsuz da tamdır.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Burada başka biri de paylaşıyor olabilir, ama bu oda, üyelerini benden gizliyor. Beni bu odanın yöneticisi yaparsan onları görebilirim.
       *[ask-again] Burada başka biri de paylaşıyor olabilir. Ağ şu anda bana o kişinin hâlâ üye olup olmadığını söylemiyor. Bir dakika sonra yeniden sor.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Yalnızca bu odanın üyelerine yanıt veririm, ama oda onları benden gizliyor. Beni bu odanın yöneticisi yaparsan onları görebilirim.
       *[ask-again] Yalnızca bu odanın üyelerine yanıt veririm. Ağ şu anda bana kimin üye olduğunu söylemiyor. Bir dakika sonra yeniden sor.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] Seni gördüğüm bir odada üyeler benden gizleniyor. Orada yönetici olunca onları görebilirim.
       *[ask-again] Ağ şu anda bana hangi odalarda ikimizin de olduğunu söylemiyor. Bir dakika sonra yeniden sor.
    }

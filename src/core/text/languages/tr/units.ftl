# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] kuzey
        [north-north-east] kuzey-kuzeydoğu
        [north-east] kuzeydoğu
        [east-north-east] doğu-kuzeydoğu
        [east] doğu
        [east-south-east] doğu-güneydoğu
        [south-east] güneydoğu
        [south-south-east] güney-güneydoğu
        [south] güney
        [south-south-west] güney-güneybatı
        [south-west] güneybatı
        [west-south-west] batı-güneybatı
        [west] batı
        [west-north-west] batı-kuzeybatı
        [north-west] kuzeybatı
       *[north-north-west] kuzey-kuzeybatı
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (ağ: { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , ağ: { $network }
            }, adı değişti)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , ağ: { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (burada tanındığı süre: { $known }{ $network ->
                        [none] {""}
                       *[known] , ağ: { $network }
                    }, adı değişti)
               *[none] { $name } (burada tanındığı süre: { $known }{ $network ->
                        [none] {""}
                       *[known] , ağ: { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (numara { $number }, burada tanındığı süre: { $known }{ $network ->
                        [none] {""}
                       *[known] , ağ: { $network }
                    }, adı değişti)
               *[none] { $name } (numara { $number }, burada tanındığı süre: { $known }{ $network ->
                        [none] {""}
                       *[known] , ağ: { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = “{ $person }”
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = ağ en son şurada görüldü noktasından uzakta bir yerde yer hata payı fazla az bilinmiyor gidiş yönü yönünde bilgi daha saklanır konumu konumunu konum senden sen senin sana adlı kişi kişiden kişiye kimse herkes biri şu anda şimdi önce burada bu oda odayla ile paylaşıyor numara
person-without-name = adsız biri
room-without-name = adsız oda

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] az önce
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

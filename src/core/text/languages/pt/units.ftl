# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

# With the word before it, which stands after "rumo" and after a distance.
direction =
    { $direction ->
        [north] ao norte
        [north-north-east] a norte-nordeste
        [north-east] a nordeste
        [east-north-east] a leste-nordeste
        [east] a leste
        [east-south-east] a leste-sudeste
        [south-east] a sudeste
        [south-south-east] a sul-sudeste
        [south] ao sul
        [south-south-west] a sul-sudoeste
        [south-west] a sudoeste
        [west-south-west] a oeste-sudoeste
        [west] a oeste
        [west-north-west] a oeste-noroeste
        [north-west] a noroeste
       *[north-north-west] a norte-noroeste
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (em { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , em { $network }
            }, nome mudado)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , em { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (pessoa conhecida aqui há { $known }{ $network ->
                        [none] {""}
                       *[known] , em { $network }
                    }, nome mudado)
               *[none] { $name } (pessoa conhecida aqui há { $known }{ $network ->
                        [none] {""}
                       *[known] , em { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (número { $number }, pessoa conhecida aqui há { $known }{ $network ->
                        [none] {""}
                       *[known] , em { $network }
                    }, nome mudado)
               *[none] { $name } (número { $number }, pessoa conhecida aqui há { $known }{ $network ->
                        [none] {""}
                       *[known] , em { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = “{ $person }”
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = está esta estava estão na última ultima posição posicao conhecida conhecido em a ao você voce perto ponto máximo maximo rumo enviada há agora mesmo margem erro coordenadas guardada mais menos ninguém ninguem alguém alguem pessoa pessoas todos todas desde aqui desconhecida compartilha
person-without-name = alguém sem nome
room-without-name = uma sala sem nome

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] agora mesmo
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

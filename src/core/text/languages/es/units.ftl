# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] norte
        [north-north-east] nornoreste
        [north-east] noreste
        [east-north-east] estenoreste
        [east] este
        [east-south-east] estesureste
        [south-east] sureste
        [south-south-east] sursureste
        [south] sur
        [south-south-west] sursuroeste
        [south-west] suroeste
        [west-south-west] oestesuroeste
        [west] oeste
        [west-north-west] oestenoroeste
        [north-west] noroeste
       *[north-north-west] nornoroeste
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (en { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , en { $network }
            }, nombre cambiado)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , en { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (persona conocida aquí desde hace { $known }{ $network ->
                        [none] {""}
                       *[known] , en { $network }
                    }, nombre cambiado)
               *[none] { $name } (persona conocida aquí desde hace { $known }{ $network ->
                        [none] {""}
                       *[known] , en { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (número { $number }, persona conocida aquí desde hace { $known }{ $network ->
                        [none] {""}
                       *[known] , en { $network }
                    }, nombre cambiado)
               *[none] { $name } (número { $number }, persona conocida aquí desde hace { $known }{ $network ->
                        [none] {""}
                       *[known] , en { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = “{ $person }”
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = está esta estaba están se le vio por última vez en a al ti tú tu cerca punto posición posicion hace ahora mismo margen error coordenadas rumbo guarda más mas menos nadie alguien persona personas todos todas desde durante aquí aqui conocida desconocido comparte
person-without-name = alguien sin nombre
room-without-name = una sala sin nombre

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] ahora mismo
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

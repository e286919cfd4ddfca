# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] Norden
        [north-north-east] Nordnordosten
        [north-east] Nordosten
        [east-north-east] Ostnordosten
        [east] Osten
        [east-south-east] Ostsüdosten
        [south-east] Südosten
        [south-south-east] Südsüdosten
        [south] Süden
        [south-south-west] Südsüdwesten
        [south-west] Südwesten
        [west-south-west] Westsüdwesten
        [west] Westen
        [west-north-west] Westnordwesten
        [north-west] Nordwesten
       *[north-north-west] Nordnordwesten
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (auf { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , auf { $network }
            }, Name geändert)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , auf { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (hier bekannt: { $known } lang{ $network ->
                        [none] {""}
                       *[known] , auf { $network }
                    }, Name geändert)
               *[none] { $name } (hier bekannt: { $known } lang{ $network ->
                        [none] {""}
                       *[known] , auf { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (Nummer { $number }, hier bekannt: { $known } lang{ $network ->
                        [none] {""}
                       *[known] , auf { $network }
                    }, Name geändert)
               *[none] { $name } (Nummer { $number }, hier bekannt: { $known } lang{ $network ->
                        [none] {""}
                       *[known] , auf { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = „{ $person }“
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = ist war wurde wird bei von in im nach vor auf um zuletzt gesehen irgendwo höchstens mindestens weniger als entfernt richtung unterwegs genau ungenau genauigkeit unbekannt stand noch gespeichert teilt teilen dir dich du dein niemand alle jemand jetzt gerade eben hier bekannt person personen nummer
person-without-name = jemand ohne Namen
room-without-name = Raum ohne Namen

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] gerade eben
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

# With the words before it, which stand after "cap" and after a distance.
direction =
    { $direction ->
        [north] au nord
        [north-north-east] au nord-nord-est
        [north-east] au nord-est
        [east-north-east] à l’est-nord-est
        [east] à l’est
        [east-south-east] à l’est-sud-est
        [south-east] au sud-est
        [south-south-east] au sud-sud-est
        [south] au sud
        [south-south-west] au sud-sud-ouest
        [south-west] au sud-ouest
        [west-south-west] à l’ouest-sud-ouest
        [west] à l’ouest
        [west-north-west] à l’ouest-nord-ouest
        [north-west] au nord-ouest
       *[north-north-west] au nord-nord-ouest
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (sur { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , sur { $network }
            }, nom changé)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , sur { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (personne connue ici depuis { $known }{ $network ->
                        [none] {""}
                       *[known] , sur { $network }
                    }, nom changé)
               *[none] { $name } (personne connue ici depuis { $known }{ $network ->
                        [none] {""}
                       *[known] , sur { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (numéro { $number }, personne connue ici depuis { $known }{ $network ->
                        [none] {""}
                       *[known] , sur { $network }
                    }, nom changé)
               *[none] { $name } (numéro { $number }, personne connue ici depuis { $known }{ $network ->
                        [none] {""}
                       *[known] , sur { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = « { $person } »
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = sur est était etait sont vu vue dernière derniere dernier fois à au aux toi tu cap position relevée relevee instant il y maintenant marge erreur d'erreur d’erreur coordonnées coordonnees gardée gardee encore quelque part plus moins près pres rapport on personne personnes quelqu'un quelqu’un tous toutes depuis pendant ici connue connu inconnue partage
person-without-name = quelqu’un sans nom
room-without-name = un salon sans nom

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] à l’instant
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

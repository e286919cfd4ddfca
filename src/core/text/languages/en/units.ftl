# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# How the values in other texts are said.

direction =
    { $direction ->
        [north] north
        [north-north-east] north-north-east
        [north-east] north-east
        [east-north-east] east-north-east
        [east] east
        [east-south-east] east-south-east
        [south-east] south-east
        [south-south-east] south-south-east
        [south] south
        [south-south-west] south-south-west
        [south-west] south-west
        [west-south-west] west-south-west
        [west] west
        [west-north-west] west-north-west
        [north-west] north-west
       *[north-north-west] north-north-west
    }
# $network: where they are on another network than who reads it, or than another person of the name
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (on { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , on { $network }
            }, name changed)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , on { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (known here for { $known }{ $network ->
                        [none] {""}
                       *[known] , on { $network }
                    }, name changed)
               *[none] { $name } (known here for { $known }{ $network ->
                        [none] {""}
                       *[known] , on { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (no. { $number }, known here for { $known }{ $network ->
                        [none] {""}
                       *[known] , on { $network }
                    }, name changed)
               *[none] { $name } (no. { $number }, known here for { $known }{ $network ->
                        [none] {""}
                       *[known] , on { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = “{ $person }”
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = on is was were at of from within near you your nobody everybody everyone somebody someone ago now just last seen kept for here heading known
person-without-name = somebody without a name
room-without-name = a room without a name

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] just now
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

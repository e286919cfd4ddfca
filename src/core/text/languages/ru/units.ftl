# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] север
        [north-north-east] северо-северо-восток
        [north-east] северо-восток
        [east-north-east] востоко-северо-восток
        [east] восток
        [east-south-east] востоко-юго-восток
        [south-east] юго-восток
        [south-south-east] юго-юго-восток
        [south] юг
        [south-south-west] юго-юго-запад
        [south-west] юго-запад
        [west-south-west] западо-юго-запад
        [west] запад
        [west-north-west] западо-северо-запад
        [north-west] северо-запад
       *[north-north-west] северо-северо-запад
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (сеть { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , сеть { $network }
            }, имя изменено)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , сеть { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (здесь уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , сеть { $network }
                    }, имя изменено)
               *[none] { $name } (здесь уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , сеть { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (номер { $number }, здесь уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , сеть { $network }
                    }, имя изменено)
               *[none] { $name } (номер { $number }, здесь уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , сеть { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = «{ $person }»
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = сеть находится здесь последнее известное место где вокруг точки радиус погрешность неизвестна или больше меньше чем движется на от вас вы ваш ваше участника сообщено только что назад сейчас координаты хранится ещё еще уже никто никого кто все всё всех делится делятся комната комнаты комнату
person-without-name = человек без имени
# Stands behind the word for room.
room-without-name = без названия

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] только что
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

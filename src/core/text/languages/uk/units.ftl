# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] північ
        [north-north-east] північно-північний схід
        [north-east] північний схід
        [east-north-east] східно-північний схід
        [east] схід
        [east-south-east] східно-південний схід
        [south-east] південний схід
        [south-south-east] південно-південний схід
        [south] південь
        [south-south-west] південно-південний захід
        [south-west] південний захід
        [west-south-west] західно-південний захід
        [west] захід
        [west-north-west] західно-північний захід
        [north-west] північний захід
       *[north-north-west] північно-північний захід
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (мережа { $network })
    }
# $by: a username or an id
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , мережа { $network }
            }, ім’я змінено)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] , мережа { $network }
            })
    }
# $known: for how long somebody is known here; $number: of those of one name, in the order in which they came
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (тут уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , мережа { $network }
                    }, ім’я змінено)
               *[none] { $name } (тут уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , мережа { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (номер { $number }, тут уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , мережа { $network }
                    }, ім’я змінено)
               *[none] { $name } (номер { $number }, тут уже: { $known }{ $network ->
                        [none] {""}
                       *[known] , мережа { $network }
                    })
            }
    }
# A name that could be taken for words of an answer, for numbers or for a command.
person-quoted = «{ $person }»
# Words of answers, in lower case: a name that has one of them is quoted.
words-in-answers = мережа перебуває тут останнє відоме місце десь навколо точки радіус похибка невідома або більше менше ніж рухається на від вас ви ваш ваше учасника повідомлено щойно тому зараз координати зберігається ще уже вже ніхто нікого хтось всі усі всіх усіх ділиться діляться кімната кімнати кімнату
person-without-name = людина без імені
# Stands behind the word for room.
room-without-name = без назви

# $age: "4 minutes ago", said by Intl
# A moment in the past, and the same with the time that a clock showed then.
moment =
    { $age ->
        [none] щойно
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

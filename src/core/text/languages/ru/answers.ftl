# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    <b>{ $name }</b>{ $seen ->
        [last] , последнее известное место
       *[now] {" "}находится здесь
    }: { $bound ->
        [somewhere] где-то вокруг точки <code>{ $position }</code>, радиус: { $accuracy }
        [at-least]
            <code>{ $position }</code>, погрешность: { $accuracy } или больше{ $heading ->
                [none] {""}
               *[known] , движется на { $heading }
            }
       *[within]
            <code>{ $position }</code>, { $accuracy ->
                [none] погрешность неизвестна
               *[known] погрешность: { $accuracy }
            }{ $heading ->
                [none] {""}
               *[known] , движется на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, сообщено { $when }. Хранится ещё: { $left }.
where-is-on-board =
    <b>{ $name }</b>{ $seen ->
        [last] , последнее известное место
       *[now] {" "}находится здесь
    }: { $bound ->
        [somewhere] где-то вокруг точки <code>{ $position }</code>, радиус: { $accuracy }
        [at-least]
            <code>{ $position }</code>, погрешность: { $accuracy } или больше{ $heading ->
                [none] {""}
               *[known] , движется на { $heading }
            }
       *[within]
            <code>{ $position }</code>, { $accuracy ->
                [none] погрешность неизвестна
               *[known] погрешность: { $accuracy }
            }{ $heading ->
                [none] {""}
               *[known] , движется на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, сообщено { $when }.
# $asker: the one who asked, in a room; "you" in private. No heading is said of a square.
where-is-from =
    <b>{ $name }</b>{ $seen ->
        [last] , последнее известное место
       *[now] {" "}находится здесь
    }: { $distance } на { $direction } от { $asker ->
        [none] вас
       *[known] участника <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
       *[within]
            { $heading ->
                [none] {""}
               *[known] , движется на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, сообщено { $when }. { $bound ->
        [somewhere] Где-то вокруг точки <code>{ $position }</code>, радиус: { $accuracy }
        [at-least] Координаты: <code>{ $position }</code>, погрешность: { $accuracy } или больше
       *[within]
            Координаты: <code>{ $position }</code>, { $accuracy ->
                [none] погрешность неизвестна
               *[known] погрешность: { $accuracy }
            }
    }, хранится ещё: { $left }.
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    <b>{ $name }</b>{ $seen ->
        [last] , последнее известное место
       *[now] {" "}находится здесь
    }: меньше чем { $distance } от { $asker ->
        [none] вас
       *[known] участника <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
       *[within]
            { $heading ->
                [none] {""}
               *[known] , движется на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, сообщено { $when }. { $bound ->
        [somewhere] Где-то вокруг точки <code>{ $position }</code>, радиус: { $accuracy }
        [at-least] Координаты: <code>{ $position }</code>, погрешность: { $accuracy } или больше
       *[within]
            Координаты: <code>{ $position }</code>, { $accuracy ->
                [none] погрешность неизвестна
               *[known] погрешность: { $accuracy }
            }
    }, хранится ещё: { $left }.
said-together = { $first } { $second }
from-meeting = Расстояние от места встречи: { $distance } на { $direction }.
near-meeting = Расстояние от места встречи: меньше чем { $distance }.
at-street =
    { $district ->
        [none] { $street }
       *[known] { $street }, { $district }
    }
near-district = рядом: { $district }
board-begins = Здесь я показываю, кто делится с этой комнатой.
board-kept = Я обновляю это табло. Местоположение исчезает с него, когда им перестают делиться или истекает срок.
position-destroyed = <b>{ $name }</b> всё ещё делится местоположением, но сейчас его у меня нет. Последнее уничтожено. Каждое уничтожается не позже, чем кончится срок хранения: { $expiry }.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> делится местоположением с этой комнатой.
       *[named] <b>{ $name }</b> делится местоположением. Комнаты: <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] Из тех, о ком вы спросили, могу показать вам: { $people } человек.
        [few] Из тех, о ком вы спросили, могу показать вам: { $people } человека.
        [many] Из тех, о ком вы спросили, могу показать вам: { $people } человек.
       *[other] Из тех, о ком вы спросили, могу показать вам: { $people } человека.
    }
nearest-to-whom = Я не знаю, где вы, поэтому не могу сказать, кто ближе всех. Чтобы поделиться местоположением, напишите <code>/share</code>. Потом спросите ещё раз.
nobody-near = Больше никто не делится местоположением, которое я могу сейчас показать вам.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] Сейчас { $people } человек делится местоположением с этой комнатой.
                [few] Сейчас { $people } человека делятся местоположением с этой комнатой.
                [many] Сейчас { $people } человек делятся местоположением с этой комнатой.
               *[other] Сейчас { $people } человека делятся местоположением с этой комнатой.
            }
       *[named]
            { $people ->
                [one] Сейчас { $people } человек делится местоположением с комнатой <b>{ $room }</b>.
                [few] Сейчас { $people } человека делятся местоположением с комнатой <b>{ $room }</b>.
                [many] Сейчас { $people } человек делятся местоположением с комнатой <b>{ $room }</b>.
               *[other] Сейчас { $people } человека делятся местоположением с комнатой <b>{ $room }</b>.
            }
    }
nobody-shares =
    { $room ->
        [none] Сейчас никто не делится местоположением с этой комнатой.
       *[named] Сейчас никто не делится местоположением с комнатой <b>{ $room }</b>.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] В этой комнате нет никого, чьё местоположение я могу сейчас показать вам.
       *[named] В комнате <b>{ $room }</b> нет никого, чьё местоположение я могу сейчас показать вам.
    }
share-yours = Чтобы поделиться своим, напишите <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] Из тех, кто делится с этой комнатой, могу сейчас показать вам: { $people } человек.
                [few] Из тех, кто делится с этой комнатой, могу сейчас показать вам: { $people } человека.
                [many] Из тех, кто делится с этой комнатой, могу сейчас показать вам: { $people } человек.
               *[other] Из тех, кто делится с этой комнатой, могу сейчас показать вам: { $people } человека.
            }
       *[named]
            { $people ->
                [one] Из тех, кто делится с комнатой <b>{ $room }</b>, могу сейчас показать вам: { $people } человек.
                [few] Из тех, кто делится с комнатой <b>{ $room }</b>, могу сейчас показать вам: { $people } человека.
                [many] Из тех, кто делится с комнатой <b>{ $room }</b>, могу сейчас показать вам: { $people } человек.
               *[other] Из тех, кто делится с комнатой <b>{ $room }</b>, могу сейчас показать вам: { $people } человека.
            }
    }
more-by-name = Возможно, делится кто-то ещё. Спросите о ком-то из них по имени: <code>/whereis ИМЯ</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = Нет никого с именем «{ $wanted }», чьё местоположение я могу сейчас показать вам.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = Сейчас я не могу показать вам местоположение того, кто написал это сообщение.
several-fit = «{ $wanted }» может означать больше одного человека. Одно лишь имя не говорит, кто это.
# Before a line for each of them.
which-one = «{ $wanted }» может означать больше одного человека. Спросите ещё раз с тем, что стоит в скобках, или упомяните человека в сообщении.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] Подходит ещё { $more } человек. Спросите, указав большую часть имени.
        [few] Подходят ещё { $more } человека. Спросите, указав большую часть имени.
        [many] Подходят ещё { $more } человек. Спросите, указав большую часть имени.
       *[other] Подходят ещё { $more } человека. Спросите, указав большую часть имени.
    }
no-common-room =
    Я не знаю комнаты, в которой есть и вы, и я, поэтому никого не могу показать вам.
    Спросите в самой комнате: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Копировать координаты
       *[known] Копировать: { $name }
    }
pin-of-whom = Напишите, чью метку вы хотите: <code>/pin ИМЯ</code>. Я пришлю её только вам.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Карту под этой меткой ваше приложение получает от картографической службы. Эта служба узнаёт это место и ваш адрес в интернете.
pin-too-wide = Я не присылаю метку: она не показала бы, насколько неточно это место.
pin-not-reached = Не удалось прислать вам метку. Метку я даю только одному человеку, а не комнате. Откройте личный чат со мной и ещё раз напишите <code>/pin</code>.
pin-not-sent = Не удалось прислать вам метку. Спросите ещё раз через минуту или напишите <code>/whereis</code>, чтобы получить то же словами.

on-picture = { $number }. { $line }
picture-how = Номера те же, что на картинке. Круг или квадрат на ней показывает, насколько неточным может быть местоположение.
picture-number-alone = На картинке вместо имени из букв, которые я не умею рисовать, стоит только номер.
picture-button = Нарисовать картинку
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] Вопрос задан в { $clock }, спрашивает { $by }
    }
picture-north = С
picture-meeting = Место встречи
no-picture =
    { $why ->
        [busy] Сейчас я не рисую картинку: слишком много других ждут. Спросите ещё раз через минуту.
        [not-taken] Этот чат не принял мою картинку. Ответ полон и без неё.
        [plain-room] Здесь я не присылаю картинок. Комната не зашифрована, и её серверы хранили бы файл, который могут прочитать.
       *[failed] Не удалось нарисовать картинку. Ответ полон и без неё.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Возможно, здесь делится кто-то ещё, но эта комната скрывает от меня участников. Сделайте меня администратором комнаты, и я смогу их видеть.
       *[ask-again] Возможно, здесь делится кто-то ещё. Сеть сейчас не говорит мне, остаётся ли этот человек участником. Спросите ещё раз через минуту.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Я отвечаю только участникам этой комнаты, но она скрывает их от меня. Сделайте меня администратором комнаты, и я смогу их видеть.
       *[ask-again] Я отвечаю только участникам этой комнаты, но сеть сейчас не говорит мне, кто участник. Спросите ещё раз через минуту.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] В одной из комнат, где вы замечены, участники от меня скрыты. Когда я стану там администратором, я смогу их видеть.
       *[ask-again] Сеть сейчас не говорит мне, в каких комнатах есть и вы, и я. Спросите ещё раз через минуту.
    }

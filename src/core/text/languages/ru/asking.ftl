# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = Кого спросить: «{ $wanted }». Если у меня есть связь с этим человеком и он разрешает запросы, запрос отправлен. Если он поделится, вы узнаете.
ask-whom =
    Напишите здесь, кого мне спросить: <code>/ask ИМЯ</code>. Никто другой этого не читает.
    Чтобы никто не спрашивал вас: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Чтобы спросить одного человека, напишите мне <code>/ask ИМЯ</code> в личном чате. Там этого не читает никто другой.
ask-button = Спросить в личном чате

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Участники этой комнаты могут через меня спросить, где вы. Я спрашиваю вас в личном чате, и каждый раз решаете вы.
       *[named] Участники могут через меня спросить, где вы. Комнаты: <b>{ $rooms }</b>. Я спрашиваю вас здесь, и каждый раз решаете вы.
    }
ask-is-off =
    { $rooms ->
        [none] Ни один участник этой комнаты не может через меня спросить, где вы. Чтобы снова разрешить: <code>/ask on</code>.
       *[named] Ни один участник не может через меня спросить, где вы. Комнаты: <b>{ $rooms }</b>. Чтобы снова разрешить: <code>/ask on</code>.
    }
ask-nowhere = Я не знаю комнаты, в которой есть и вы, и я. Напишите <code>/ask off</code> или <code>/ask on</code> в той комнате, к которой это относится.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Администратор просит всех здесь поделиться местоположением.
       *[named] <b>{ $person }</b> просит всех здесь поделиться местоположением.
    }
everybody-how = Если хотите, пришлите мне геопозицию в личном чате; путь туда ниже. Или напишите <code>/share</code>.
everybody-how-aside = Если хотите, напишите <code>/share</code>. Тогда я напишу вам в личном чате, и вы пришлёте мне геопозицию там.
everybody-asked-before = Всех здесь уже спросили совсем недавно. Чтобы спросить одного человека, напишите мне <code>/ask ИМЯ</code> в личном чате.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> спрашивает, где вы.
       *[named] <b>{ $name }</b> спрашивает, где вы. Комната: <b>{ $room }</b>.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none]
            { $people ->
                [one] { $people } человек спрашивает, где вы:
                [few] { $people } человека спрашивают, где вы:
                [many] { $people } человек спрашивают, где вы:
               *[other] { $people } человека спрашивают, где вы:
            }
       *[named]
            { $people ->
                [one] В комнате <b>{ $room }</b> { $people } человек спрашивает, где вы:
                [few] В комнате <b>{ $room }</b> { $people } человека спрашивают, где вы:
                [many] В комнате <b>{ $room }</b> { $people } человек спрашивают, где вы:
               *[other] В комнате <b>{ $room }</b> { $people } человека спрашивают, где вы:
            }
    }
# $left: how long an answer is waited for
request-how = Если вы поделитесь, это увидят все участники той комнаты. Пока вы не выберете, никто ничего не видит. До конца запроса: { $left }.
# Shown to her alone, in the room.
request-here = Это видите только вы. Чтобы ответить, откройте личный чат.
request-button = Ответить в личном чате

# On buttons, and numbered.
request-once = Отправить один раз
request-quarter = 15 минут
request-hour = 1 час
request-not-now = Не сейчас
request-never = Никогда из этой комнаты

request-once-chosen = Вашу следующую геопозицию получат участники комнаты <b>{ $room }</b>, один раз.
request-live-chosen = Вашу следующую геопозицию получат участники комнаты <b>{ $room }</b>. Наибольшая длительность: { $longest }.
# On the button that sends a location.
request-send-location = Отправить, где я, один раз
request-refused = Комнате <b>{ $room }</b> ничего не передано. Тот, кто спросил, не получает никакого сообщения.
request-refused-always = Комнате <b>{ $room }</b> ничего не передано. Никто оттуда больше не может спросить вас через меня. Чтобы разрешить: <code>/ask on</code>.
request-over = Запрос о том, где вы, закончился. Через него ничего не передано.
request-answered = Вы делитесь местоположением с комнатой, которая спросила. Тот, кто спросил, видит, где вы.
no-request = Сейчас никто не спрашивает, где вы. Чтобы всё равно поделиться: <code>/share</code>.

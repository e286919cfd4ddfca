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
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, из комнаты { $room }
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

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Ни один ответ не показал никому другому, где вы. Я отмечаю каждый ответ и храню это один срок хранения его комнаты.
       *[room] Ни один ответ здесь не показал никому другому, где вы. Я отмечаю каждый ответ и храню это один срок хранения.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] { $looks } ответ показал кому-то другому, где вы. Сначала последний:
                [few] { $looks } ответа показали кому-то другому, где вы. Сначала последний:
                [many] { $looks } ответов показали кому-то другому, где вы. Сначала последний:
               *[other] { $looks } ответа показали кому-то другому, где вы. Сначала последний:
            }
       *[room]
            { $looks ->
                [one] { $looks } ответ здесь показал кому-то другому, где вы. Сначала последний:
                [few] { $looks } ответа здесь показали кому-то другому, где вы. Сначала последний:
                [many] { $looks } ответов здесь показали кому-то другому, где вы. Сначала последний:
               *[other] { $looks } ответа здесь показали кому-то другому, где вы. Сначала последний:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    Вопрос: <b>{ $name }</b>, { $when }. Вас было видно { $square ->
        [none] точно
       *[known] в пределах квадрата, сторона: { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] Ответ стоит в комнате <b>{ $room }</b>.
        [one] Ответ стоит в комнате <b>{ $room }</b> ({ $people } участник).
        [few] Ответ стоит в комнате <b>{ $room }</b> ({ $people } участника).
        [many] Ответ стоит в комнате <b>{ $room }</b> ({ $people } участников).
       *[other] Ответ стоит в комнате <b>{ $room }</b> ({ $people } участника).
    }
who-stood =
    { $people ->
        [none] Ответ стоял в комнате <b>{ $room }</b>. Время: { $stood }.
        [one] Ответ стоял в комнате <b>{ $room }</b> ({ $people } участник). Время: { $stood }.
        [few] Ответ стоял в комнате <b>{ $room }</b> ({ $people } участника). Время: { $stood }.
        [many] Ответ стоял в комнате <b>{ $room }</b> ({ $people } участников). Время: { $stood }.
       *[other] Ответ стоял в комнате <b>{ $room }</b> ({ $people } участника). Время: { $stood }.
    }
who-on-board = Ответило табло в комнате <b>{ $room }</b>.
who-by-board =
    Табло показывало вас само, впервые { $when }. Вас было видно { $square ->
        [none] точно
       *[known] в пределах квадрата, сторона: { $square }
    }. { $where }
who-alone = Читать ответ может только тот, кто спросил. Ответ ещё стоит.
who-alone-before = Читать ответ мог только тот, кто спросил. Время: { $stood }.
# In the place of a name.
who-admin = администратор от имени самой комнаты
who-forgotten = кто-то, чьё имя я с тех пор не храню
who-more =
    { $more ->
        [one] Ещё { $more } ответа нет в списке. Чтобы читать дальше: <code>/{ $command }</code>.
        [few] Ещё { $more } ответов нет в списке. Чтобы читать дальше: <code>/{ $command }</code>.
        [many] Ещё { $more } ответов нет в списке. Чтобы читать дальше: <code>/{ $command }</code>.
       *[other] Ещё { $more } ответа нет в списке. Чтобы читать дальше: <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Я сообщаю вам в личном чате, когда кто-то впервые смотрит, чем вы делитесь. Чтобы закончить это: <code>/who each off</code>.
       *[off] Я сам ничего не сообщаю вам, когда кто-то смотрит. Чтобы узнавать о каждом первом взгляде: <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] Вопрос: <b>{ $name }</b>. В ответе было видно, где вы. Все ответы, которые показали вас: <code>/who</code>.
       *[named] Вопрос в комнате <b>{ $room }</b>: <b>{ $name }</b>. В ответе было видно, где вы. Все ответы, которые показали вас: <code>/who</code>.
    }

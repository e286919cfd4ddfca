# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = Кого запитати: «{ $wanted }». Якщо я маю зв’язок із цією людиною і вона дозволяє запити, запит надіслано. Якщо вона поділиться, ви дізнаєтеся.
ask-whom =
    Напишіть тут, кого мені запитати: <code>/ask ІМ’Я</code>. Ніхто інший цього не читає.
    Щоб ніхто не запитував вас: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Щоб запитати одну людину, напишіть мені <code>/ask ІМ’Я</code> в особистому чаті. Там цього не читає ніхто інший.
ask-button = Запитати в особистому чаті

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Учасники цієї кімнати можуть через мене запитати, де ви. Я запитую вас в особистому чаті, і щоразу вирішуєте ви.
       *[named] Учасники можуть через мене запитати, де ви. Кімнати: <b>{ $rooms }</b>. Я запитую вас тут, і щоразу вирішуєте ви.
    }
ask-is-off =
    { $rooms ->
        [none] Жоден учасник цієї кімнати не може через мене запитати, де ви. Щоб знову дозволити: <code>/ask on</code>.
       *[named] Жоден учасник не може через мене запитати, де ви. Кімнати: <b>{ $rooms }</b>. Щоб знову дозволити: <code>/ask on</code>.
    }
ask-nowhere = Я не знаю кімнати, у якій є і ви, і я. Напишіть <code>/ask off</code> або <code>/ask on</code> у тій кімнаті, якої це стосується.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Адміністратор просить усіх тут поділитися місцезнаходженням.
       *[named] <b>{ $person }</b> просить усіх тут поділитися місцезнаходженням.
    }
everybody-how = Якщо хочете, надішліть мені геопозицію в особистому чаті; шлях туди нижче. Або напишіть <code>/share</code>.
everybody-how-aside = Якщо хочете, напишіть <code>/share</code>. Тоді я напишу вам в особистому чаті, і ви надішлете мені геопозицію там.
everybody-asked-before = Усіх тут запитано зовсім недавно. Щоб запитати одну людину, напишіть мені <code>/ask ІМ’Я</code> в особистому чаті.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> запитує, де ви.
       *[named] <b>{ $name }</b> запитує, де ви. Кімната: <b>{ $room }</b>.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none]
            { $people ->
                [one] { $people } людина запитує, де ви:
                [few] { $people } людини запитують, де ви:
                [many] { $people } людей запитують, де ви:
               *[other] { $people } людини запитують, де ви:
            }
       *[named]
            { $people ->
                [one] У кімнаті <b>{ $room }</b> { $people } людина запитує, де ви:
                [few] У кімнаті <b>{ $room }</b> { $people } людини запитують, де ви:
                [many] У кімнаті <b>{ $room }</b> { $people } людей запитують, де ви:
               *[other] У кімнаті <b>{ $room }</b> { $people } людини запитують, де ви:
            }
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, з кімнати { $room }
# $left: how long an answer is waited for
request-how = Якщо ви поділитеся, це бачитимуть усі учасники тієї кімнати. Доки ви не виберете, ніхто нічого не бачить. До кінця запиту: { $left }.
# Shown to her alone, in the room.
request-here = Це бачите лише ви. Щоб відповісти, відкрийте особистий чат.
request-button = Відповісти в особистому чаті

# On buttons, and numbered.
request-once = Надіслати один раз
request-quarter = 15 хвилин
request-hour = 1 година
request-not-now = Не зараз
request-never = Ніколи з цієї кімнати

request-once-chosen = Вашу наступну геопозицію отримають учасники кімнати <b>{ $room }</b>, один раз.
request-live-chosen = Вашу наступну геопозицію отримають учасники кімнати <b>{ $room }</b>. Найдовша тривалість: { $longest }.
# On the button that sends a location.
request-send-location = Надіслати, де я, один раз
request-refused = Кімнаті <b>{ $room }</b> нічого не передано. Той, хто запитав, не отримує жодного повідомлення.
request-refused-always = Кімнаті <b>{ $room }</b> нічого не передано. Ніхто звідти більше не може запитати вас через мене. Щоб дозволити: <code>/ask on</code>.
request-over = Запит про те, де ви, закінчився. Через нього нічого не передано.
request-answered = Ви ділитеся місцезнаходженням із кімнатою, яка запитала. Той, хто запитав, бачить, де ви.
no-request = Зараз ніхто не запитує, де ви. Щоб усе одно поділитися: <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Жодна відповідь не показала нікому іншому, де ви. Я позначаю кожну відповідь і зберігаю це один строк зберігання її кімнати.
       *[room] Жодна відповідь тут не показала нікому іншому, де ви. Я позначаю кожну відповідь і зберігаю це один строк зберігання.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] { $looks } відповідь показала комусь іншому, де ви. Спершу остання:
                [few] { $looks } відповіді показали комусь іншому, де ви. Спершу остання:
                [many] { $looks } відповідей показали комусь іншому, де ви. Спершу остання:
               *[other] { $looks } відповіді показали комусь іншому, де ви. Спершу остання:
            }
       *[room]
            { $looks ->
                [one] { $looks } відповідь тут показала комусь іншому, де ви. Спершу остання:
                [few] { $looks } відповіді тут показали комусь іншому, де ви. Спершу остання:
                [many] { $looks } відповідей тут показали комусь іншому, де ви. Спершу остання:
               *[other] { $looks } відповіді тут показали комусь іншому, де ви. Спершу остання:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    Запитання: <b>{ $name }</b>, { $when }. Вас було видно { $square ->
        [none] точно
       *[known] у межах квадрата, сторона: { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] Відповідь стоїть у кімнаті <b>{ $room }</b>.
        [one] Відповідь стоїть у кімнаті <b>{ $room }</b> ({ $people } учасник).
        [few] Відповідь стоїть у кімнаті <b>{ $room }</b> ({ $people } учасники).
        [many] Відповідь стоїть у кімнаті <b>{ $room }</b> ({ $people } учасників).
       *[other] Відповідь стоїть у кімнаті <b>{ $room }</b> ({ $people } учасника).
    }
who-stood =
    { $people ->
        [none] Відповідь стояла в кімнаті <b>{ $room }</b>. Час: { $stood }.
        [one] Відповідь стояла в кімнаті <b>{ $room }</b> ({ $people } учасник). Час: { $stood }.
        [few] Відповідь стояла в кімнаті <b>{ $room }</b> ({ $people } учасники). Час: { $stood }.
        [many] Відповідь стояла в кімнаті <b>{ $room }</b> ({ $people } учасників). Час: { $stood }.
       *[other] Відповідь стояла в кімнаті <b>{ $room }</b> ({ $people } учасника). Час: { $stood }.
    }
who-on-board = Відповіло табло в кімнаті <b>{ $room }</b>.
who-by-board =
    Табло показувало вас само, вперше { $when }. Вас було видно { $square ->
        [none] точно
       *[known] у межах квадрата, сторона: { $square }
    }. { $where }
who-alone = Читати відповідь може лише той, хто запитав. Відповідь ще стоїть.
who-alone-before = Читати відповідь міг лише той, хто запитав. Час: { $stood }.
# In the place of a name.
who-admin = адміністратор від імені самої кімнати
who-forgotten = хтось, чиє ім’я я відтоді не зберігаю
who-more =
    { $more ->
        [one] Ще { $more } відповіді немає в списку. Щоб читати далі: <code>/{ $command }</code>.
        [few] Ще { $more } відповідей немає в списку. Щоб читати далі: <code>/{ $command }</code>.
        [many] Ще { $more } відповідей немає в списку. Щоб читати далі: <code>/{ $command }</code>.
       *[other] Ще { $more } відповіді немає в списку. Щоб читати далі: <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Я повідомляю вам в особистому чаті, коли хтось уперше дивиться, чим ви ділитеся. Щоб закінчити це: <code>/who each off</code>.
       *[off] Я сам нічого не повідомляю вам, коли хтось дивиться. Щоб дізнаватися про кожен перший погляд: <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] Запитання: <b>{ $name }</b>. У відповіді було видно, де ви. Усі відповіді, які показали вас: <code>/who</code>.
       *[named] Запитання в кімнаті <b>{ $room }</b>: <b>{ $name }</b>. У відповіді було видно, де ви. Усі відповіді, які показали вас: <code>/who</code>.
    }

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

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    <b>{ $name }</b>{ $seen ->
        [last] , останнє відоме місце
       *[now] {" "}перебуває тут
    }: { $bound ->
        [somewhere] десь навколо точки <code>{ $position }</code>, радіус: { $accuracy }
        [at-least]
            <code>{ $position }</code>, похибка: { $accuracy } або більше{ $heading ->
                [none] {""}
               *[known] , рухається на { $heading }
            }
       *[within]
            <code>{ $position }</code>, { $accuracy ->
                [none] похибка невідома
               *[known] похибка: { $accuracy }
            }{ $heading ->
                [none] {""}
               *[known] , рухається на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, повідомлено { $when }. Зберігається ще: { $left }.
where-is-on-board =
    <b>{ $name }</b>{ $seen ->
        [last] , останнє відоме місце
       *[now] {" "}перебуває тут
    }: { $bound ->
        [somewhere] десь навколо точки <code>{ $position }</code>, радіус: { $accuracy }
        [at-least]
            <code>{ $position }</code>, похибка: { $accuracy } або більше{ $heading ->
                [none] {""}
               *[known] , рухається на { $heading }
            }
       *[within]
            <code>{ $position }</code>, { $accuracy ->
                [none] похибка невідома
               *[known] похибка: { $accuracy }
            }{ $heading ->
                [none] {""}
               *[known] , рухається на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, повідомлено { $when }.
# $asker: the one who asked, in a room; "you" in private. No heading is said of a square.
where-is-from =
    <b>{ $name }</b>{ $seen ->
        [last] , останнє відоме місце
       *[now] {" "}перебуває тут
    }: { $distance } на { $direction } від { $asker ->
        [none] вас
       *[known] учасника <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
       *[within]
            { $heading ->
                [none] {""}
               *[known] , рухається на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, повідомлено { $when }. { $bound ->
        [somewhere] Десь навколо точки <code>{ $position }</code>, радіус: { $accuracy }
        [at-least] Координати: <code>{ $position }</code>, похибка: { $accuracy } або більше
       *[within]
            Координати: <code>{ $position }</code>, { $accuracy ->
                [none] похибка невідома
               *[known] похибка: { $accuracy }
            }
    }, зберігається ще: { $left }.
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    <b>{ $name }</b>{ $seen ->
        [last] , останнє відоме місце
       *[now] {" "}перебуває тут
    }: менше ніж { $distance } від { $asker ->
        [none] вас
       *[known] учасника <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
       *[within]
            { $heading ->
                [none] {""}
               *[known] , рухається на { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, повідомлено { $when }. { $bound ->
        [somewhere] Десь навколо точки <code>{ $position }</code>, радіус: { $accuracy }
        [at-least] Координати: <code>{ $position }</code>, похибка: { $accuracy } або більше
       *[within]
            Координати: <code>{ $position }</code>, { $accuracy ->
                [none] похибка невідома
               *[known] похибка: { $accuracy }
            }
    }, зберігається ще: { $left }.
said-together = { $first } { $second }
from-meeting = Відстань від місця зустрічі: { $distance } на { $direction }.
near-meeting = Відстань від місця зустрічі: менше ніж { $distance }.
at-street =
    { $district ->
        [none] { $street }
       *[known] { $street }, { $district }
    }
near-district = поруч: { $district }
board-begins = Тут я показую, хто ділиться з цією кімнатою.
board-kept = Я оновлюю це табло. Місцезнаходження зникає з нього, коли ним перестають ділитися або спливає строк.
position-destroyed = <b>{ $name }</b> досі ділиться місцезнаходженням, але зараз його в мене немає. Останнє знищено. Кожне знищується не пізніше, ніж мине строк зберігання: { $expiry }.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> ділиться місцезнаходженням із цією кімнатою.
       *[named] <b>{ $name }</b> ділиться місцезнаходженням. Кімнати: <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] З тих, про кого ви запитали, можу показати вам: { $people } людина.
        [few] З тих, про кого ви запитали, можу показати вам: { $people } людини.
        [many] З тих, про кого ви запитали, можу показати вам: { $people } людей.
       *[other] З тих, про кого ви запитали, можу показати вам: { $people } людини.
    }
nearest-to-whom = Я не знаю, де ви, тому не можу сказати, хто найближче. Щоб поділитися місцезнаходженням, напишіть <code>/share</code>. Потім запитайте ще раз.
nobody-near = Більше ніхто не ділиться місцезнаходженням, яке я можу зараз показати вам.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] Зараз { $people } людина ділиться місцезнаходженням із цією кімнатою.
                [few] Зараз { $people } людини діляться місцезнаходженням із цією кімнатою.
                [many] Зараз { $people } людей діляться місцезнаходженням із цією кімнатою.
               *[other] Зараз { $people } людини діляться місцезнаходженням із цією кімнатою.
            }
       *[named]
            { $people ->
                [one] Зараз { $people } людина ділиться місцезнаходженням із кімнатою <b>{ $room }</b>.
                [few] Зараз { $people } людини діляться місцезнаходженням із кімнатою <b>{ $room }</b>.
                [many] Зараз { $people } людей діляться місцезнаходженням із кімнатою <b>{ $room }</b>.
               *[other] Зараз { $people } людини діляться місцезнаходженням із кімнатою <b>{ $room }</b>.
            }
    }
nobody-shares =
    { $room ->
        [none] Зараз ніхто не ділиться місцезнаходженням із цією кімнатою.
       *[named] Зараз ніхто не ділиться місцезнаходженням із кімнатою <b>{ $room }</b>.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] У цій кімнаті немає нікого, чиє місцезнаходження я можу зараз показати вам.
       *[named] У кімнаті <b>{ $room }</b> немає нікого, чиє місцезнаходження я можу зараз показати вам.
    }
share-yours = Щоб поділитися своїм, напишіть <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] З тих, хто ділиться із цією кімнатою, можу зараз показати вам: { $people } людина.
                [few] З тих, хто ділиться із цією кімнатою, можу зараз показати вам: { $people } людини.
                [many] З тих, хто ділиться із цією кімнатою, можу зараз показати вам: { $people } людей.
               *[other] З тих, хто ділиться із цією кімнатою, можу зараз показати вам: { $people } людини.
            }
       *[named]
            { $people ->
                [one] З тих, хто ділиться з кімнатою <b>{ $room }</b>, можу зараз показати вам: { $people } людина.
                [few] З тих, хто ділиться з кімнатою <b>{ $room }</b>, можу зараз показати вам: { $people } людини.
                [many] З тих, хто ділиться з кімнатою <b>{ $room }</b>, можу зараз показати вам: { $people } людей.
               *[other] З тих, хто ділиться з кімнатою <b>{ $room }</b>, можу зараз показати вам: { $people } людини.
            }
    }
more-by-name = Можливо, діляться ще люди. Запитайте про когось із них за іменем: <code>/whereis ІМ’Я</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = Немає нікого з іменем «{ $wanted }», чиє місцезнаходження я можу зараз показати вам.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = Зараз я не можу показати вам місцезнаходження людини, яка написала це повідомлення.
several-fit = «{ $wanted }» може означати більше ніж одну людину. Саме лише ім’я не каже, хто це.
# Before a line for each of them.
which-one = «{ $wanted }» може означати більше ніж одну людину. Запитайте ще раз із тим, що стоїть у дужках, або згадайте людину в повідомленні.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] Підходить ще { $more } людина. Запитайте, вказавши більшу частину імені.
        [few] Підходять ще { $more } людини. Запитайте, вказавши більшу частину імені.
        [many] Підходять ще { $more } людей. Запитайте, вказавши більшу частину імені.
       *[other] Підходять ще { $more } людини. Запитайте, вказавши більшу частину імені.
    }
no-common-room =
    Я не знаю кімнати, у якій є і ви, і я, тому не можу показати вам нікого.
    Запитайте в самій кімнаті: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Копіювати координати
       *[known] Копіювати: { $name }
    }
pin-of-whom = Напишіть, чию мітку ви хочете: <code>/pin ІМ’Я</code>. Я надішлю її лише вам.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Карту під цією міткою ваш застосунок отримує від картографічної служби. Ця служба дізнається це місце й вашу адресу в інтернеті.
pin-too-wide = Я не надсилаю мітки: вона не показала б, наскільки неточне це місце.
pin-not-reached = Не вдалося надіслати вам мітку. Мітку я даю лише одній людині, а не кімнаті. Відкрийте особистий чат зі мною і ще раз напишіть <code>/pin</code>.
pin-not-sent = Не вдалося надіслати вам мітку. Запитайте ще раз за хвилину або напишіть <code>/whereis</code>, щоб отримати те саме словами.

on-picture = { $number }. { $line }
picture-how = Номери ті самі, що на картинці. Коло або квадрат на ній показує, наскільки неточним може бути місцезнаходження.
picture-number-alone = На картинці замість імені з літер, яких я не вмію малювати, стоїть лише номер.
picture-button = Намалювати картинку
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] Запитання поставлено о { $clock }, запитує { $by }
    }
picture-north = Пн
picture-meeting = Місце зустрічі
no-picture =
    { $why ->
        [busy] Зараз я не малюю картинку: забагато інших чекають. Запитайте ще раз за хвилину.
        [not-taken] Цей чат не прийняв мою картинку. Відповідь повна і без неї.
        [plain-room] Тут я не надсилаю картинок. Кімнату не зашифровано, і її сервери зберігали б файл, який можуть прочитати.
       *[failed] Не вдалося намалювати картинку. Відповідь повна і без неї.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Можливо, тут ділиться ще хтось, але ця кімната приховує від мене учасників. Зробіть мене адміністратором кімнати, і я їх бачитиму.
       *[ask-again] Можливо, тут ділиться ще хтось. Мережа зараз не каже мені, чи ця людина досі учасник. Запитайте ще раз за хвилину.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Я відповідаю лише учасникам цієї кімнати, але вона приховує їх від мене. Зробіть мене адміністратором кімнати, і я їх бачитиму.
       *[ask-again] Я відповідаю лише учасникам цієї кімнати, але мережа зараз не каже мені, хто учасник. Запитайте ще раз за хвилину.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] В одній із кімнат, де вас помічено, учасників від мене приховано. Коли я стану там адміністратором, я їх бачитиму.
       *[ask-again] Мережа зараз не каже мені, у яких кімнатах є і ви, і я. Запитайте ще раз за хвилину.
    }

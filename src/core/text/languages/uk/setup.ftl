# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] Тут немає нічого, що треба виправити.
        [one] Тут можна поліпшити { $amiss } річ:
        [few] Тут можна поліпшити { $amiss } речі:
        [many] Тут можна поліпшити { $amiss } речей:
       *[other] Тут можна поліпшити { $amiss } речі:
    }
setup-not-whole = Зараз не вдалося перевірити все. Напишіть <code>/setup</code> ще раз за хвилину.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Мої відповіді тут отримує лише той, хто запитав. Адміністратори можуть дозволити всім читати їх: <code>/setup answers room</code>.
       *[room] Мої відповіді тут для всіх у кімнаті. Адміністратори можуть зробити їх видимими лише для того, хто запитав: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Відповіді лише тому, хто запитав
       *[room] Відповіді для всіх
    }
setup-board =
    { $board ->
        [private] Табло тут немає: його читали б усі, а мої відповіді бачить лише той, хто запитав.
        [on] Табло показує тут, хто ділиться: це одне повідомлення, яке я оновлюю. Адміністратори можуть його прибрати: <code>/setup board off</code>.
       *[off] Адміністратори можуть завести тут табло: одне оновлюване повідомлення про те, хто ділиться. Щоб його завести: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Завести табло
       *[off] Прибрати табло
    }
setup-board-values =
    «{ $given }» вибрати не можна. Нічого не змінено.
    Приклади: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Адміністратор змінив налаштування: тепер табло показує тут, хто ділиться і де перебуває. Це одне повідомлення, яке я оновлюю. Ним я відповідаю на <code>/whereis</code>.
       *[off] Адміністратор змінив налаштування: табло видаляється. На <code>/whereis</code> я знову відповідаю окремим повідомленням.
    }
board-ended = Табло теж видаляється, бо його читають усі.
board-not-private = Тут мої відповіді бачить лише той, хто запитав, а табло читали б усі. Нічого не змінено. Щоб завести табло, спершу скажіть <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Я наводжу тут лад: де можна, видаляю команди, а геопозиції, коли вони закінчилися. Адміністратори можуть припинити це: <code>/setup tidy off</code>.
       *[off] Сказане тут учасниками залишається. Адміністратори можуть дозволити мені видаляти команди, а геопозиції, коли вони закінчилися: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Попередні точки трансляції геопозиції залишаються в цій кімнаті. Я видаляю її початок і останню точку.
setup-tidy-button =
    { $tidy ->
        [on] Наводити тут лад
       *[off] Залишати сказане учасниками
    }
tidy-changed =
    { $tidy ->
        [on] Адміністратор змінив це: відтепер я видаляю тут команди, а геопозиції, коли вони закінчилися, де мені можна.
       *[off] Адміністратор змінив це: відтепер я не видаляю тут нічого зі сказаного учасниками.
    }
setup-expiry = Строк зберігання місцезнаходження: <b>{ $expiry }</b>. Адміністратори можуть змінити його: <code>/expiry 2 hours</code>.
setup-reachable = Запит через <code>/ask</code> доходить до тих, хто вже писав мені тут і відкрив особистий чат зі мною. Туди веде <code>/share</code>.
setup-no-such =
    Я не знаю «{ $given }». Нічого не змінено.
    Приклади: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    «{ $given }» вибрати не можна. Нічого не змінено.
    Приклади: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = Так уже є. Нічого не змінено.
answers-changed =
    { $answers ->
        [private] Адміністратор змінив це: відтепер мою відповідь тут отримує лише той, хто запитав. Відповіді, які тут були, видалено.
       *[room] Адміністратор змінив це: відтепер усі в цій кімнаті читають мої відповіді тут.
    }

# $kept: for how long it waits
answer-waits = Тут я відповідаю в особистому чаті. Відповідь чекає на того, хто запитав. Час очікування: { $kept }.
answer-button = Читати в особистому чаті
answer-invited = Тут я відповідаю в особистому чаті. Хто запитав, прийміть моє запрошення в особистий чат або почніть його самі, і прочитайте відповідь там. Час очікування: { $kept }.
answer-unreachable = Тут я відповідаю в особистому чаті, і не зміг написати тому, хто запитав. Хто запитав, почніть особистий чат зі мною і запитайте там.
answers-need-a-person = Відповіді тут отримує лише той, хто запитав. Ви пишете від імені самої кімнати, тому я не знаю, хто це. Запитайте мене в особистому чаті.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Мова, якою я говорю з вами: { $language }.
# $languages: as their own people call them
language-choices = Щоб змінити її, напишіть <code>/language</code> і одну з цих мов: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Відтепер я говорю з вами такою мовою: { $language }.
language-by-app = Відтепер я говорю з вами мовою вашого застосунку, якщо знаю її.
language-not-spoken = Я не говорю мовою «{ $given }». Нічого не змінено.
setup-language = Мова, якою я говорю в цій кімнаті: { $language }. Адміністратори можуть змінити її: <code>/setup language Español</code>.
room-language-changed = Адміністратор змінив це: відтепер моя мова в цій кімнаті – { $language }.

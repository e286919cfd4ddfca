# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] Здесь нет ничего, что нужно исправить.
        [one] Здесь можно улучшить { $amiss } вещь:
        [few] Здесь можно улучшить { $amiss } вещи:
        [many] Здесь можно улучшить { $amiss } вещей:
       *[other] Здесь можно улучшить { $amiss } вещи:
    }
setup-not-whole = Сейчас не удалось проверить всё. Напишите <code>/setup</code> ещё раз через минуту.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Мои ответы здесь получает только тот, кто спросил. Администраторы могут разрешить всем читать их: <code>/setup answers room</code>.
       *[room] Мои ответы здесь для всех в комнате. Администраторы могут сделать их видимыми только для того, кто спросил: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Ответы только тому, кто спросил
       *[room] Ответы для всех
    }
setup-board =
    { $board ->
        [private] Табло здесь нет: его читали бы все, а мои ответы видит только тот, кто спросил.
        [on] Табло показывает здесь, кто делится: это одно сообщение, которое я обновляю. Администраторы могут его убрать: <code>/setup board off</code>.
       *[off] Администраторы могут завести здесь табло: одно обновляемое сообщение о том, кто делится. Чтобы его завести: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Завести табло
       *[off] Убрать табло
    }
setup-board-values =
    «{ $given }» выбрать нельзя. Ничего не изменилось.
    Примеры: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Администратор изменил настройку: теперь табло показывает здесь, кто делится и где находится. Это одно сообщение, которое я обновляю. Им я отвечаю на <code>/whereis</code>.
       *[off] Администратор изменил настройку: табло удаляется. На <code>/whereis</code> я снова отвечаю отдельным сообщением.
    }
board-ended = Табло тоже удаляется, потому что его читают все.
board-not-private = Здесь мои ответы видит только тот, кто спросил, а табло читали бы все. Ничего не изменилось. Чтобы завести табло, сначала скажите <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Я навожу здесь порядок: где можно, удаляю команды, а геопозиции, когда они закончились. Администраторы могут прекратить это: <code>/setup tidy off</code>.
       *[off] Сказанное здесь участниками остаётся. Администраторы могут разрешить мне удалять команды, а геопозиции, когда они закончились: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Прежние точки трансляции геопозиции остаются в этой комнате. Я удаляю её начало и последнюю точку.
setup-tidy-button =
    { $tidy ->
        [on] Наводить здесь порядок
       *[off] Оставлять сказанное участниками
    }
tidy-changed =
    { $tidy ->
        [on] Администратор изменил это: теперь я удаляю здесь команды, а геопозиции, когда они закончились, где мне можно.
       *[off] Администратор изменил это: теперь я не удаляю здесь ничего из сказанного участниками.
    }
setup-expiry = Срок хранения местоположения: <b>{ $expiry }</b>. Администраторы могут изменить его: <code>/expiry 2 hours</code>.
setup-reachable = Запрос через <code>/ask</code> доходит до тех, кто уже писал мне здесь и открыл личный чат со мной. Туда ведёт <code>/share</code>.
setup-no-such =
    Я не знаю «{ $given }». Ничего не изменено.
    Примеры: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    «{ $given }» выбрать нельзя. Ничего не изменено.
    Примеры: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = Так уже есть. Ничего не изменено.
answers-changed =
    { $answers ->
        [private] Администратор изменил это: теперь мой ответ здесь получает только тот, кто спросил. Ответы, которые здесь были, удалены.
       *[room] Администратор изменил это: теперь все в этой комнате читают мои ответы здесь.
    }

# $kept: for how long it waits
answer-waits = Здесь я отвечаю в личном чате. Ответ ждёт того, кто спросил. Время ожидания: { $kept }.
answer-button = Прочитать в личном чате
answer-invited = Здесь я отвечаю в личном чате. Кто спросил, примите моё приглашение в личный чат или начните его сами, и прочитайте ответ там. Время ожидания: { $kept }.
answer-unreachable = Здесь я отвечаю в личном чате, и не смог написать тому, кто спросил. Кто спросил, начните личный чат со мной и спросите там.
answers-need-a-person = Ответы здесь получает только тот, кто спросил. Вы пишете от имени самой комнаты, поэтому я не знаю, кто это. Спросите меня в личном чате.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Язык, на котором я говорю с вами: { $language }.
# $languages: as their own people call them
language-choices = Чтобы изменить его, напишите <code>/language</code> и один из этих языков: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Теперь я говорю с вами на таком языке: { $language }.
language-by-app = Теперь я говорю с вами на языке вашего приложения, если знаю его.
language-not-spoken = Я не говорю на языке «{ $given }». Ничего не изменено.
setup-language = Язык, на котором я говорю в этой комнате: { $language }. Администраторы могут изменить его: <code>/setup language Español</code>.
room-language-changed = Администратор изменил это: теперь мой язык в этой комнате – { $language }.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Через мене люди в цій кімнаті можуть показувати одне одному, де вони. Вас видно, лише якщо ви самі це виберете.
help-in-private = Я показую людям у кімнаті, де ви, доти, доки ви цього хочете.

menu-whereis = де всі, хто тут ділиться, ті, кого ви назвете, або хто найближче
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = мітка однієї людини, надіслана лише вам; картографічна служба дізнається місце
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = відповідь картинкою, яку малюю я; картографічна служба не дізнається місце
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = запитати одну людину в особистому чаті, де вона, або всіх; off і on: чи можуть інші запитувати вас
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = як звідси поділитися місцезнаходженням
help-share = <code>/share</code>: { menu-share }.
menu-here = поділитися місцезнаходженням один раз, числами або посиланням geo:
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = припинити ділитися із цією кімнатою; в особистому чаті – з усіма кімнатами
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = де й коли зустрічаються учасники цієї кімнати; адміністратори можуть це призначити
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = скільки зберігається місцезнаходження; адміністратори можуть це змінити
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = наскільки точно вас тут показано
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = мова, якою я говорю з вами
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = що зберігається, скільки часу, хто може це бачити й чого я не можу захистити
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = знищити все, що зберігається про вас, у всіх кімнатах
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = пов’язати цю кімнату з іншою; в особистому чаті об’єднати два свої акаунти; off припиняє це
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = знищити все, чим діляться із цією кімнатою, для всіх; спершу перепитує
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = як налаштовано цю кімнату, що можна поліпшити й хто читає відповіді; адміністратори можуть це змінити
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = хто дивився, де ви, коли й де стояла відповідь; each: повідомляти про кожен перший погляд
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = що я тут роблю
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Лише адміністратор цієї кімнати може дозволити кожному учаснику трансляцію геопозиції.
        [expiry] Лише адміністратор цієї кімнати може змінити строк зберігання.
        [link] Лише адміністратор цієї кімнати може пов’язати її з іншою.
        [meet] Лише адміністратор цієї кімнати може призначити місце зустрічі. Нічого не змінено.
        [setup] Лише адміністратор цієї кімнати може змінити її налаштування. Нічого не змінено. Щоб подивитися: <code>/setup</code>.
        [wipe] Лише адміністратор цієї кімнати може знищити те, чим із нею діляться.
       *[other] Це може зробити лише адміністратор цієї кімнати.
    }
room-only = Напишіть <code>/{ $command }</code> у тій кімнаті, якої це стосується.
nobody-in-particular = Ви пишете від імені самої кімнати, тому я не знаю, хто ви. Нічого не змінено. Напишіть мені <code>/{ $command }</code> в особистому чаті.
went-wrong = У мене сталася помилка, і я не можу сказати, чи це зроблено. Будь ласка, напишіть ще раз.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Цю геопозицію надіслано від імені групи, тому вона нічия, і я нікому її не показую. Надішліть її від свого імені або мені в особистому чаті.
        [as-a-channel] Цю геопозицію надіслано від імені каналу, тому вона нічия, і я нікому її не показую. Надішліть її від свого імені або мені в особистому чаті.
        [said-as-a-channel] Це написано від імені каналу, тому я не знаю, хто ви. Нічого не зроблено. Напишіть від свого імені.
        [passed-on] Я читаю лише те, що ви пишете самі, а не переслане. Що я вмію: <code>/help</code>.
       *[no-words] Я читаю лише слова й геопозиції. Щоб поділитися тим, де ви, надішліть мені трансляцію геопозиції. Що я вмію: <code>/help</code>.
    }
edited-command = У зміненому повідомленні я читаю лише <code>/stop</code> і <code>/forget</code>. Напишіть це ще раз у новому повідомленні.
start-in-room = Щоб поділитися із цією кімнатою: <code>/share</code>. Щоб запитати, де люди: <code>/whereis</code>. Усе, що я вмію: <code>/help</code>.
# Where a room forbids reactions.
taken-in = Отримано. Тепер люди в цій кімнаті можуть запитати, де ви. Щоб припинити: <code>/stop</code>.
unknown-command = Я не знаю команди <code>/{ $command }</code>. Що я вмію: <code>/help</code>.
unknown-command-nearest = Я не знаю команди <code>/{ $command }</code>. Можливо, ви мали на увазі <code>/{ $nearest }</code>? Що я вмію: <code>/help</code>.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] Ви написали <code>/{ $command }</code> { $age }, а дійшло це до мене лише зараз. Місцезнаходження не передано. Щоб поділитися, напишіть ще раз.
        [asks] Ви написали <code>/{ $command }</code> { $age }, а дійшло це до мене лише зараз. Щоб запитати, напишіть ще раз.
       *[other] Ви написали <code>/{ $command }</code> { $age }, а дійшло це до мене лише зараз. Нічого не змінилося. Якщо це досі потрібно, напишіть ще раз.
    }
not-a-command =
    Я розумію команди й вашу власну геопозицію, яку ви надсилаєте самі. З цього повідомлення нічого не взято.
    <code>/help</code> показує, що я вмію; <code>/share</code> каже, як поділитися.
too-many-commands = Забагато повідомлень за короткий час. Я мовчу хвилину, потім запитайте знову. <code>/stop</code> діє завжди.
too-many-in-all = Зараз до мене стільки запитів, що я не можу відповісти. Спробуйте ще раз за хвилину. <code>/stop</code> діє завжди.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Через меня люди в этой комнате могут показывать друг другу, где они. Вас видно, только если вы сами это выберете.
help-in-private = Я показываю людям в комнате, где вы, до тех пор, пока вы этого хотите.

menu-whereis = где все, кто здесь делится, те, кого вы назовёте, или кто ближе всех
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = метка одного человека, отправленная только вам; картографическая служба узнаёт место
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = ответ картинкой, которую рисую я; картографическая служба не узнаёт место
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = спросить одного человека в личном чате, где он, или всех; off и on: могут ли другие спрашивать вас
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = как отсюда поделиться местоположением
help-share = <code>/share</code>: { menu-share }.
menu-here = поделиться местоположением один раз, числами или ссылкой geo:
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = перестать делиться с этой комнатой; в личном чате – со всеми комнатами
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = где и когда встречаются участники этой комнаты; администраторы могут это назначить
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = сколько хранится местоположение; администраторы могут это изменить
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = насколько точно вас здесь показывают
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = язык, на котором я говорю с вами
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = что хранится, сколько времени, кто может это видеть и чего я не могу защитить
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = уничтожить всё, что хранится о вас, во всех комнатах
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = связать эту комнату с другой; в личном чате объединить два своих аккаунта; off прекращает это
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = уничтожить всё, чем делятся с этой комнатой, для всех; сначала переспрашивает
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = как настроена эта комната, что можно улучшить и кто читает ответы; администраторы могут это изменить
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = кто смотрел, где вы, когда и где стоял ответ; each: сообщать о каждом первом взгляде
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = что я здесь делаю
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Только администратор этой комнаты может разрешить каждому участнику трансляцию геопозиции.
        [expiry] Только администратор этой комнаты может изменить срок хранения.
        [link] Только администратор этой комнаты может связать её с другой.
        [meet] Только администратор этой комнаты может назначить место встречи. Ничего не изменено.
        [setup] Только администратор этой комнаты может изменить её настройки. Ничего не изменено. Чтобы посмотреть: <code>/setup</code>.
        [wipe] Только администратор этой комнаты может уничтожить то, чем с ней делятся.
       *[other] Это может сделать только администратор этой комнаты.
    }
room-only = Напишите <code>/{ $command }</code> в той комнате, к которой это относится.
nobody-in-particular = Вы пишете от имени самой комнаты, поэтому я не знаю, кто вы. Ничего не изменено. Напишите мне <code>/{ $command }</code> в личном чате.
went-wrong = У меня произошла ошибка, и я не могу сказать, сделано ли это. Пожалуйста, напишите ещё раз.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Эта геопозиция отправлена от имени группы, поэтому она ничья, и я никому её не показываю. Отправьте её от своего имени или мне в личном чате.
        [as-a-channel] Эта геопозиция отправлена от имени канала, поэтому она ничья, и я никому её не показываю. Отправьте её от своего имени или мне в личном чате.
        [said-as-a-channel] Это написано от имени канала, поэтому я не знаю, кто вы. Ничего не сделано. Напишите от своего имени.
        [passed-on] Я читаю только то, что вы пишете сами, а не пересланное. Что я умею: <code>/help</code>.
       *[no-words] Я читаю только слова и геопозиции. Чтобы поделиться тем, где вы, пришлите мне трансляцию геопозиции. Что я умею: <code>/help</code>.
    }
edited-command = В изменённом сообщении я читаю только <code>/stop</code> и <code>/forget</code>. Напишите это ещё раз в новом сообщении.
start-in-room = Чтобы поделиться с этой комнатой: <code>/share</code>. Чтобы спросить, где люди: <code>/whereis</code>. Всё, что я умею: <code>/help</code>.
# Where a room forbids reactions.
taken-in = Получено. Теперь люди в этой комнате могут спросить, где вы. Чтобы прекратить: <code>/stop</code>.
unknown-command = Я не знаю команды <code>/{ $command }</code>. Что я умею: <code>/help</code>.
unknown-command-nearest = Я не знаю команды <code>/{ $command }</code>. Возможно, вы имели в виду <code>/{ $nearest }</code>? Что я умею: <code>/help</code>.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] Вы написали <code>/{ $command }</code> { $age }, а дошло это до меня только сейчас. Местоположение не передано. Чтобы поделиться, напишите ещё раз.
        [asks] Вы написали <code>/{ $command }</code> { $age }, а дошло это до меня только сейчас. Чтобы спросить, напишите ещё раз.
       *[other] Вы написали <code>/{ $command }</code> { $age }, а дошло это до меня только сейчас. Ничего не изменилось. Если это ещё нужно, напишите ещё раз.
    }
not-a-command =
    Я понимаю команды и вашу собственную геопозицию, которую вы отправляете сами. Из этого сообщения ничего не взято.
    <code>/help</code> показывает, что я умею; <code>/share</code> говорит, как поделиться.
too-many-commands = Слишком много сообщений за короткое время. Я молчу минуту, потом спросите снова. <code>/stop</code> действует всегда.
too-many-in-all = Сейчас ко мне столько запросов, что я не могу ответить. Попробуйте ещё раз через минуту. <code>/stop</code> действует всегда.

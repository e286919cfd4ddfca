# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Я храню только ваше последнее местоположение, зашифрованным, в течение срока хранения, заданного в комнате.
       *[known] Я храню только ваше последнее местоположение, зашифрованным. Срок хранения с момента сообщения о нём: { $expiry }.
    }
privacy-seen-by =
    { $place ->
        [private] Спросить о нём могут только участники комнаты, которую вы выбрали. Пока вы не выбрали, не может никто.
       *[room] Спросить о нём могут только участники этой комнаты. Администраторы видят не больше других.
    }
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Напишите <code>/stop</code>, и ваше местоположение будет сразу уничтожено. { $deleting }
privacy-not-protected = Я не могу защитить вас от людей, которые управляют этим ботом, и от участников, которые сохранят ответ.
# $others: who else sees what is said, on this network
privacy-others = { $others } Больше обо всём этом: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = Ещё я храню ваш выбор, ваш язык, комнаты, где вы замечены, и с каких пор. Пока кто-то спрашивает, где вы, я храню, кто спрашивает. Пометка говорит мне, изменилось ли ваше имя.
privacy-also-ends = Ваше местоположение будет уничтожено также, когда трансляция геопозиции закончится и когда вы выйдете из комнаты. <code>/forget</code> уничтожает всё, что я храню о вас.
privacy-square = С <code>/precision 1km</code> виден только фиксированный квадрат. Когда вы переходите в соседний квадрат, это можно заметить.
privacy-operator = Люди, которые управляют этим ботом, могут читать то, что ещё не уничтожено. Участник может сохранить ответ или передать его дальше.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Я зберігаю лише ваше останнє місцезнаходження, зашифрованим, протягом строку зберігання, заданого в кімнаті.
       *[known] Я зберігаю лише ваше останнє місцезнаходження, зашифрованим. Строк зберігання з моменту повідомлення про нього: { $expiry }.
    }
privacy-seen-by =
    { $place ->
        [private] Запитати про нього можуть лише учасники кімнати, яку ви вибрали. Доки ви не вибрали, не може ніхто.
       *[room] Запитати про нього можуть лише учасники цієї кімнати. Адміністратори бачать не більше за інших.
    }
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Напишіть <code>/stop</code>, і ваше місцезнаходження буде відразу знищено. { $deleting }
privacy-not-protected = Я не можу захистити вас від людей, які керують цим ботом, і від учасників, які збережуть відповідь.
# $others: who else sees what is said, on this network
privacy-others = { $others } Більше про все це: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = Я також зберігаю ваш вибір, вашу мову, кімнати, де вас помічено, і відколи. Поки хтось запитує, де ви, я зберігаю, хто запитує. Позначка каже мені, чи змінилося ваше ім’я.
privacy-also-ends = Ваше місцезнаходження буде знищено також, коли трансляція геопозиції закінчиться і коли ви вийдете з кімнати. <code>/forget</code> знищує все, що я зберігаю про вас.
privacy-square = З <code>/precision 1km</code> видно лише фіксований квадрат. Коли ви переходите в сусідній квадрат, це можна помітити.
privacy-operator = Люди, які керують цим ботом, можуть читати те, що ще не знищено. Учасник може зберегти відповідь або передати її далі.

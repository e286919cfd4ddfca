# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = В Telegram или Matrix: отправьте трансляцию геопозиции. В этой консоли телефонов нет.
console-steps-in-private = Введите здесь координаты: <code>/here 52.5200 13.4050</code>.
console-send-location = Введите здесь координаты: <code>/here 52.5200 13.4050</code>.
console-deleting = Удаление вашего сообщения этого не прекращает.
console-sees = Эта консоль показывает всё тому, кто сидит за ней.
console-no-board = В консоли табло нет: напечатанное не меняется. Скажите <code>/whereis</code>.
console-greeting =
    Сеть не настроена, поэтому это whereat в консоли. Люди в комнате некоторое время показывают друг другу, где они. { $kept ->
        [as-set] То, чем делятся, хранится зашифрованным там, где указано в настройках.
       *[in-memory] На диске ничего не хранится.
    }
    Пишите от имени кого угодно, в любой комнате:  ana@march> /here 52.5200 13.4050   потом  ben@march> /whereis   потом  :wait 30m
    В личном чате:  ana> /help    Что можно ввести:  :help    Чтобы выйти:  :quit
console-help =
    {"  "}ana@march> /whereis     ana пишет что-то в комнате march; кто первый в комнате, тот её администратор
    {"  "}ana> /stop              ana пишет что-то боту в личном чате
    {"  "}:wait 30m               проходит полчаса
    {"  "}:join ana march         ana входит в комнату; так же :leave ana march, :kick ana march, :admin ana march
    {"  "}:room hall matrix       комната hall — как будто в Matrix, и её люди тоже
    {"  "}mia@hall> /link CODE    CODE — последний показанный код
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = в комнате { $room }
console-to = только один человек: { $person }
console-within = в комнате { $room }, только один человек: { $person }
console-in-place = { $where }, вместо последнего ответа
console-choose = (ответьте числом)
console-private-chat = [{ $label }: напишите /start { $payload }]
console-pin = (с меткой на карте самой сети)
console-picture = (с картинкой: { $path })
console-deleted = (ответ удалён: «{ $beginning }…»)
console-reacts = (реакция бота: 👍)

console-unclear = Строка имеет вид person@room> message или person> message. Больше говорит :help.
console-unknown = Я этого не понимаю. Что здесь можно ввести, показывает :help.
console-nearest = Я этого не понимаю. Возможно, вы имели в виду :{ $verb }? Что здесь можно ввести, показывает :help.
console-not-in = { $person } сейчас не в комнате { $room }
console-gone-from = { $person } больше не в комнате { $room }. Чтобы вернуться: <code>:join { $person } { $room }</code>
console-who-and-where = Кто и какая комната? Например: <code>:{ $verb } ana march</code>
console-which-network = Какая новая комната и в какой сети? Есть { $networks }. Например: <code>:room hall matrix</code>
console-how-long = Сколько времени? Например: :wait 30m
console-longest = Самое большее за один раз: { $longest }.
console-later = (прошло: { $time })
console-people = { $people }
console-nobody-yet = пока никого
console-no-rooms = пока нет комнат
console-room = { $room }: { $people }
console-empty-room = { $room }: никого
console-admin = { $person } (администратор)

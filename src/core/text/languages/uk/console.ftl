# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = У Telegram чи Matrix: надішліть трансляцію геопозиції. У цій консолі телефонів немає.
console-steps-in-private = Введіть тут координати: <code>/here 52.5200 13.4050</code>.
console-send-location = Введіть тут координати: <code>/here 52.5200 13.4050</code>.
console-deleting = Видалення вашого повідомлення цього не припиняє.
console-sees = Ця консоль показує все тому, хто сидить за нею.
console-no-board = У консолі табло немає: надруковане не змінюється. Скажіть <code>/whereis</code>.
console-greeting =
    Мережу не налаштовано, тому це whereat у консолі. Люди в кімнаті певний час показують одне одному, де вони. { $kept ->
        [as-set] Те, чим діляться, зберігається зашифрованим там, де вказано в налаштуваннях.
       *[in-memory] На диску нічого не зберігається.
    }
    Пишіть від імені будь-кого, у будь-якій кімнаті:  ana@march> /here 52.5200 13.4050   потім  ben@march> /whereis   потім  :wait 30m
    В особистому чаті:  ana> /help    Що можна ввести:  :help    Щоб вийти:  :quit
console-help =
    {"  "}ana@march> /whereis     ana пише щось у кімнаті march; хто перший у кімнаті, той її адміністратор
    {"  "}ana> /stop              ana пише щось боту в особистому чаті
    {"  "}:wait 30m               минає пів години
    {"  "}:join ana march         ana входить у кімнату; так само :leave ana march, :kick ana march, :admin ana march
    {"  "}:room hall matrix       кімната hall — ніби в Matrix, і її люди теж
    {"  "}mia@hall> /link CODE    CODE — останній показаний код
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = у кімнаті { $room }
console-to = лише одна людина: { $person }
console-within = у кімнаті { $room }, лише одна людина: { $person }
console-in-place = { $where }, замість останньої відповіді
console-choose = (відповідайте числом)
console-private-chat = [{ $label }: напишіть /start { $payload }]
console-pin = (з міткою на карті самої мережі)
console-picture = (з картинкою: { $path })
console-deleted = (відповідь видалено: «{ $beginning }…»)
console-reacts = (реакція бота: 👍)

console-unclear = Рядок має вигляд person@room> message або person> message. Більше каже :help.
console-unknown = Я цього не розумію. Що тут можна ввести, показує :help.
console-nearest = Я цього не розумію. Можливо, ви мали на увазі :{ $verb }? Що тут можна ввести, показує :help.
console-not-in = { $person } зараз не в кімнаті { $room }
console-gone-from = { $person } більше не в кімнаті { $room }. Щоб повернутися: <code>:join { $person } { $room }</code>
console-who-and-where = Хто і яка кімната? Наприклад: <code>:{ $verb } ana march</code>
console-which-network = Яка нова кімната і в якій мережі? Є { $networks }. Наприклад: <code>:room hall matrix</code>
console-how-long = Скільки часу? Наприклад: :wait 30m
console-longest = Найбільше за один раз: { $longest }.
console-later = (минуло: { $time })
console-people = { $people }
console-nobody-yet = поки нікого
console-no-rooms = поки немає кімнат
console-room = { $room }: { $people }
console-empty-room = { $room }: нікого
console-admin = { $person } (адміністратор)

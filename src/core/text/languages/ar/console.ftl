# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = في تيليجرام أو ماتركس: إرسال موقع مباشر. لا هواتف في هذه النافذة.
console-steps-in-private = يُرجى كتابة إحداثياتك هنا: <code>/here 52.5200 13.4050</code>.
console-send-location = يُرجى كتابة إحداثياتك هنا: <code>/here 52.5200 13.4050</code>.
console-deleting = حذف رسالتك لا ينهي المشاركة.
console-sees = هذه النافذة تُظهر كل شيء لمن يجلس هنا.
console-no-board = لا لوحة في هذه النافذة: ما طُبع لا يتغيّر. اكتب <code>/whereis</code>.
console-greeting =
    لم تُضبط أي شبكة، فهذا whereat في نافذة الأوامر. من خلاله يرى أعضاء غرفة أماكن بعضهم، لبعض الوقت. { $kept ->
        [as-set] ما تتم مشاركته يُحفظ مختومًا حيث تقول الإعدادات.
       *[in-memory] لا يُحفظ شيء على القرص.
    }
    يمكن الكتابة باسم أي شخص، في أي غرفة:  ana@march> /here 52.5200 13.4050   ثم  ben@march> /whereis   ثم  :wait 30m
    على الخاص:  ana> /help    ما يمكن كتابته:  :help    للإنهاء:  :quit
console-help =
    {"  "}ana@march> /whereis     تكتب ana شيئًا في الغرفة march؛ أول من في الغرفة مشرف عليها
    {"  "}ana> /stop              تكتب ana شيئًا للبوت على الخاص
    {"  "}:wait 30m               تمر نصف ساعة
    {"  "}:join ana march         تنضم ana إلى الغرفة؛ وكذلك :leave ana march، :kick ana march، :admin ana march
    {"  "}:room hall matrix       تكون الغرفة hall ومن فيها على Matrix
    {"  "}mia@hall> /link CODE    CODE هو آخر رمز ظهر
    {"  "}:rooms  :people  :help  :quit

console-in = في { $room }
console-to = إلى { $person } فقط
console-within = في { $room }، إلى { $person } فقط
console-in-place = { $where }، مكان الجواب الأخير
console-choose = (الجواب بالرقم)
console-private-chat = [{ $label }، بالأمر: /start { $payload }]
console-pin = (مع دبوس على خريطة الشبكة نفسها)
console-picture = (مع صورة: { $path })
console-deleted = (حُذف الجواب: «{ $beginning }…»)
console-reacts = (تفاعل البوت: 👍)

console-unclear = شكل السطر: person@room> message، أو person> message. المزيد: :help.
console-unknown = لا أفهم ذلك. قائمة ما يمكن كتابته هنا: :help.
console-nearest = لا أفهم ذلك. هل المقصود :{ $verb }؟ قائمة ما يمكن كتابته هنا: :help.
console-not-in = { $person }: لا وجود لهذا الشخص في { $room }
console-gone-from = { $person }: لم يعد لهذا الشخص وجود في { $room }. للعودة: <code>:join { $person } { $room }</code>
console-who-and-where = من، وفي أي غرفة؟ مثلًا <code>:{ $verb } ana march</code>
console-which-network = أي غرفة جديدة، وعلى أي شبكة؟ المتاح: { $networks }. مثلًا <code>:room hall matrix</code>
console-how-long = ما المدة؟ مثلًا :wait 30m
console-longest = أطول مدة في المرة الواحدة: { $longest }.
console-later = (مر من الوقت: { $time })
console-people = { $people }
console-nobody-yet = لا أحد بعد
console-no-rooms = لا غرف بعد
console-room = { $room }: { $people }
console-empty-room = { $room }: لا أحد
console-admin = { $person } (مشرف)

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = در تلگرام یا ماتریکس: موقعیت زنده بفرستید. در این پایانه تلفنی نیست.
console-steps-in-private = مختصات خود را اینجا بنویسید: <code>/here 52.5200 13.4050</code>.
console-send-location = مختصات خود را اینجا بنویسید: <code>/here 52.5200 13.4050</code>.
console-deleting = حذف پیام شما، اشتراک‌گذاری را پایان نمی‌دهد.
console-sees = این پایانه همه‌چیز را به کسی که اینجا نشسته نشان می‌دهد.
console-no-board = این پایانه تابلو ندارد: آنچه چاپ شد تغییر نمی‌کند. بگویید <code>/whereis</code>.
console-greeting =
    هیچ شبکه‌ای تنظیم نشده، پس این whereat در پایانه است. اعضای یک اتاق جای خود را برای مدتی به یکدیگر نشان می‌دهند. { $kept ->
        [as-set] آنچه به اشتراک گذاشته می‌شود، مهروموم‌شده، همان‌جا که تنظیمات می‌گویند نگه داشته می‌شود.
       *[in-memory] چیزی روی دیسک نگه داشته نمی‌شود.
    }
    به نام هر کس، در هر اتاق بنویسید:  ana@march> /here 52.5200 13.4050   سپس  ben@march> /whereis   سپس  :wait 30m
    خصوصی:  ana> /help    آنچه می‌توان نوشت:  :help    برای پایان:  :quit
console-help =
    {"  "}ana@march> /whereis     ana در اتاق march چیزی می‌گوید؛ نخستین کس در هر اتاق مدیر آن است
    {"  "}ana> /stop              ana خصوصی به ربات چیزی می‌گوید
    {"  "}:wait 30m               نیم ساعت می‌گذرد
    {"  "}:join ana march         ana وارد اتاق می‌شود؛ :leave ana march، :kick ana march، :admin ana march نیز همین‌طور
    {"  "}:room hall matrix       اتاق hall و افرادش در Matrix بازی می‌شوند
    {"  "}mia@hall> /link CODE    CODE جای آخرین کدی است که نشان داده شد
    {"  "}:rooms  :people  :help  :quit

console-in = در { $room }
console-to = فقط به { $person }
console-within = در { $room }، فقط به { $person }
console-in-place = { $where }، به جای پاسخ پیشین
console-choose = (با شماره پاسخ دهید)
console-private-chat = [{ $label }، با فرمان: /start { $payload }]
console-pin = (با سنجاقی روی نقشهٔ خود شبکه)
console-picture = (با تصویری: { $path })
console-deleted = (پاسخ حذف شد: «{ $beginning }…»)
console-reacts = (واکنش ربات: 👍)

console-unclear = هر خط این‌گونه است: person@room> message، یا person> message. بیشتر: :help.
console-unknown = این را نمی‌فهمم. فهرست آنچه اینجا می‌توان نوشت: :help.
console-nearest = این را نمی‌فهمم. آیا منظورتان :{ $verb } بود؟ فهرست آنچه اینجا می‌توان نوشت: :help.
console-not-in = { $person } در { $room } نیست
console-gone-from = { $person } دیگر در { $room } نیست. برای بازگشت: <code>:join { $person } { $room }</code>
console-who-and-where = چه کسی، و کدام اتاق؟ برای نمونه <code>:{ $verb } ana march</code>
console-which-network = کدام اتاق تازه، و در کدام شبکه؟ این‌ها هست: { $networks }. برای نمونه <code>:room hall matrix</code>
console-how-long = برای چه مدت؟ برای نمونه :wait 30m
console-longest = هر بار حداکثر: { $longest }.
console-later = (زمانی که گذشت: { $time })
console-people = { $people }
console-nobody-yet = هنوز هیچ‌کس
console-no-rooms = هنوز هیچ اتاقی
console-room = { $room }: { $people }
console-empty-room = { $room }: هیچ‌کس
console-admin = { $person } (مدیر)

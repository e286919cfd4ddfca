# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

setup-amiss =
    { $amiss ->
        [0] چیزی اینجا نیافتم که باید درست شود.
        [1] یک چیز اینجا می‌تواند بهتر شود:
       *[other] { $amiss } چیز اینجا می‌تواند بهتر شود:
    }
setup-not-whole = اکنون نتوانستم همه‌چیز را ببینم. یک دقیقه دیگر دوباره <code>/setup</code> را بفرستید.
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] پاسخ‌های من اینجا فقط برای پرسنده است. مدیران می‌توانند بگذارند همه بخوانند: <code>/setup answers room</code>.
       *[room] پاسخ‌های من اینجا برای همهٔ اتاق است. مدیران می‌توانند آن‌ها را فقط برای پرسنده کنند: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] پاسخ‌ها فقط برای پرسنده
       *[room] پاسخ‌ها برای همه
    }
setup-board =
    { $board ->
        [private] اینجا تابلو نیست: همه آن را می‌خواندند، و پاسخ‌های من فقط برای پرسنده است.
        [on] اینجا یک تابلو نشان می‌دهد چه کسی به اشتراک می‌گذارد: یک پیام که به‌روز نگه می‌دارم. مدیران می‌توانند آن را بردارند: <code>/setup board off</code>.
       *[off] مدیران می‌توانند اینجا تابلو بگذارند: یک پیام به‌روز که نشان می‌دهد چه کسی به اشتراک می‌گذارد. برای گذاشتن آن: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] گذاشتن تابلو
       *[off] برداشتن تابلو
    }
setup-board-values =
    “{ $given }” را نمی‌شود انتخاب کرد. چیزی تغییر نکرد.
    نمونه‌ها: <code>/setup board on</code>، <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] یک مدیر این را تغییر داد: از این پس تابلویی اینجا نشان می‌دهد چه کسی به اشتراک می‌گذارد و کجاست. یک پیام است که به‌روز نگه می‌دارم. با آن به <code>/whereis</code> پاسخ می‌دهم.
       *[off] یک مدیر این را تغییر داد: تابلو پاک می‌شود. دوباره با پیامی جدا به <code>/whereis</code> پاسخ می‌دهم.
    }
board-ended = تابلو هم پاک می‌شود، چون همه آن را می‌خوانند.
board-not-private = پاسخ‌های من اینجا فقط برای پرسنده است، و تابلو را همه می‌خوانند. چیزی تغییر نکرد. برای تابلو، اول بگویید <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] اینجا را مرتب می‌کنم: هرجا اجازه داشته باشم، فرمان‌ها را حذف می‌کنم، و موقعیت‌ها را پس از پایانشان. مدیران می‌توانند به آن پایان دهند: <code>/setup tidy off</code>.
       *[off] آنچه اعضا اینجا می‌گویند می‌ماند. مدیران می‌توانند بگذارند فرمان‌ها را حذف کنم، و موقعیت‌ها را پس از پایانشان: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = نقطه‌های پیشین موقعیت زنده در این اتاق می‌مانند. آغاز و آخرین نقطهٔ آن را حذف می‌کنم.
setup-tidy-button =
    { $tidy ->
        [on] مرتب کردن اینجا
       *[off] ماندن گفته‌های اعضا
    }
tidy-changed =
    { $tidy ->
        [on] یک مدیر این را تغییر داد: از این پس اینجا فرمان‌ها را حذف می‌کنم، و موقعیت‌ها را پس از پایانشان. این تا جایی است که اجازه داشته باشم.
       *[off] یک مدیر این را تغییر داد: از این پس، اینجا هیچ‌یک از گفته‌های اعضا را حذف نمی‌کنم.
    }
setup-expiry = مدت نگهداری موقعیت <b>{ $expiry }</b> است. مدیران می‌توانند آن را تغییر دهند: <code>/expiry 2 hours</code>.
setup-reachable = با <code>/ask</code> به کسی می‌رسم که اینجا چیزی به من گفته و گفتگوی خصوصی با من را باز کرده است. <code>/share</code> به آن می‌رساند.
setup-no-such =
    «{ $given }» را نمی‌شناسم. چیزی تغییر نکرد.
    نمونه‌ها: <code>/setup answers private</code>، <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    «{ $given }» را نمی‌توان انتخاب کرد. چیزی تغییر نکرد.
    نمونه‌ها: <code>/setup answers private</code>، <code>/setup answers room</code>.
setup-unchanged = همین حالا هم همین‌طور است. چیزی تغییر نکرد.
answers-changed =
    { $answers ->
        [private] یک مدیر این را تغییر داد: از این پس، پاسخ من اینجا فقط به پرسنده می‌رسد. پاسخ‌هایی که اینجا بود حذف شد.
       *[room] یک مدیر این را تغییر داد: از این پس، همه در این اتاق پاسخ‌های مرا اینجا می‌خوانند.
    }

answer-waits = اینجا خصوصی پاسخ می‌دهم. پاسخ منتظر پرسنده می‌ماند. مدت انتظار: { $kept }.
answer-button = خواندن خصوصی
answer-invited = اینجا خصوصی پاسخ می‌دهم. اگر شما پرسیدید، دعوت مرا به گفتگوی مستقیم بپذیرید یا گفتگویی با من آغاز کنید، و پاسخ را آنجا بخوانید. مهلت: { $kept }.
answer-unreachable = اینجا خصوصی پاسخ می‌دهم و نتوانستم برای پرسنده بنویسم. اگر شما پرسیدید، گفتگوی مستقیمی با من آغاز کنید و آنجا بپرسید.
answers-need-a-person = پاسخ‌های اینجا فقط به پرسنده می‌رسد. شما به نام خود اتاق حرف می‌زنید، پس نمی‌دانم چه کسی هستید. خصوصی از من بپرسید.

# In which language people are spoken to: /language, and /setup language.

language-is = با شما به این زبان حرف می‌زنم: { $language }.
language-choices = برای تغییر، <code>/language</code> را با یکی از این‌ها بفرستید: { $languages }.
language-name = { $language }
language-chosen = از این پس با شما به این زبان حرف می‌زنم: { $language }.
language-by-app = از این پس با شما به زبان برنامهٔ شما حرف می‌زنم، اگر آن را بدانم.
language-not-spoken = زبان «{ $given }» را نمی‌دانم. چیزی تغییر نکرد.
setup-language = زبان من در این اتاق: { $language }. مدیران می‌توانند آن را تغییر دهند: <code>/setup language Español</code>.
room-language-changed = یک مدیر این را تغییر داد. زبان من در این اتاق از این پس: { $language }.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = به کمک من، اعضای این اتاق می‌توانند جای خود را به یکدیگر نشان دهند. شما فقط اگر خودتان انتخاب کنید نشان داده می‌شوید.
help-in-private = به کمک من، اعضای یک اتاق می‌توانند جای شما را ببینند، تا هر زمان که شما انتخاب کنید.

menu-whereis = جای همهٔ کسانی که اینجا به اشتراک می‌گذارند، کسانی که نام می‌برید، یا نزدیک‌ترین نفر
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = سنجاق یک نفر، فقط برای شما؛ یک سرویس نقشه از این مکان باخبر می‌شود
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = پاسخ به شکل تصویری که خودم رسم می‌کنم؛ هیچ سرویس نقشه‌ای از این مکان باخبر نمی‌شود
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = پرسیدن جای یک نفر، خصوصی، یا جای همه؛ off و on: آیا دیگران می‌توانند از شما بپرسند
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = چگونه از اینجا موقعیت خود را به اشتراک بگذارید
help-share = <code>/share</code>: { menu-share }.
menu-here = اشتراک‌گذاری یک‌بارهٔ موقعیت، با عدد یا با پیوند geo:
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = پایان آنچه با این اتاق به اشتراک می‌گذارید؛ در گفتگوی خصوصی، با همهٔ اتاق‌ها
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = اعضای این اتاق کجا و کی دیدار می‌کنند؛ مدیران می‌توانند آن را تعیین کنند
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = مدت نگهداری موقعیت؛ مدیران می‌توانند آن را تغییر دهند
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = با چه دقتی اینجا نشان داده می‌شوید
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = زبانی که با آن با شما حرف می‌زنم
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = چه چیزی نگه داشته می‌شود، چه مدت، چه کسی می‌بیند، و از چه چیزی نمی‌توانم محافظت کنم
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = نابود کردن همهٔ آنچه دربارهٔ شما نگه داشته شده، در همهٔ اتاق‌ها
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = پیوند دادن این اتاق به اتاقی دیگر؛ خصوصی: یکی کردن دو حساب خودتان؛ off به آن پایان می‌دهد
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = نابود کردن همهٔ آنچه با این اتاق به اشتراک گذاشته شده، برای همه؛ پیش از آن می‌پرسم
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = این اتاق چگونه تنظیم شده، چه چیزی بهتر می‌شود، چه کسی پاسخ‌ها را می‌خواند؛ مدیران می‌توانند تغییر دهند
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = چه کسی به جای شما نگاه کرد، کی، و پاسخ کجا بود؛ each: خبر از هر نگاه نخست
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = اینجا چه می‌کنم
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] فقط مدیر این اتاق می‌تواند به همهٔ اعضا اجازهٔ اشتراک‌گذاری موقعیت زنده بدهد.
        [expiry] فقط مدیر این اتاق می‌تواند مدت نگهداری را تغییر دهد.
        [link] فقط مدیر این اتاق می‌تواند آن را به اتاق دیگری پیوند دهد.
        [meet] فقط مدیر این اتاق می‌تواند محل دیدار را تعیین کند. چیزی تغییر نکرد.
        [setup] فقط مدیر این اتاق می‌تواند تنظیمات آن را تغییر دهد. چیزی تغییر نکرد. برای دیدن آن: <code>/setup</code>.
        [wipe] فقط مدیر این اتاق می‌تواند آنچه را با آن به اشتراک گذاشته شده نابود کند.
       *[other] فقط مدیر این اتاق می‌تواند این کار را بکند.
    }
room-only = <code>/{ $command }</code> را در اتاق مورد نظر بفرستید.
nobody-in-particular = شما به نام خود اتاق حرف می‌زنید، پس نمی‌دانم چه کسی هستید. چیزی تغییر نکرد. <code>/{ $command }</code> را خصوصی برای من بفرستید.
went-wrong = در سمت من خطایی رخ داد و نمی‌دانم آیا کار انجام شد. لطفاً دوباره بفرستید.
useless =
    { $what ->
        [as-the-room] این موقعیت به نام گروه فرستاده شد، بنابراین به هیچ‌کس تعلق ندارد و آن را به هیچ‌کس نشان نمی‌دهم. آن را به نام خودتان بفرستید، یا خصوصی برای من.
        [as-a-channel] این موقعیت به نام یک کانال فرستاده شد، بنابراین به هیچ‌کس تعلق ندارد و آن را به هیچ‌کس نشان نمی‌دهم. آن را به نام خودتان بفرستید، یا خصوصی برای من.
        [said-as-a-channel] این به نام یک کانال گفته شد، پس نمی‌دانم چه کسی هستید و کاری نکردم. آن را به نام خودتان بفرستید.
        [passed-on] فقط آنچه خودتان می‌نویسید می‌خوانم، نه پیام‌های بازارسال‌شده. آنچه می‌توانم بکنم: <code>/help</code>.
       *[no-words] فقط نوشته و موقعیت می‌خوانم. برای نشان دادن جای خود، موقعیت زندهٔ خود را برای من بفرستید. آنچه می‌توانم بکنم: <code>/help</code>.
    }
edited-command = در پیام ویرایش‌شده فقط <code>/stop</code> و <code>/forget</code> را می‌خوانم. آن را در پیامی تازه بفرستید.
start-in-room = برای اشتراک‌گذاری با این اتاق: <code>/share</code>. برای پرسیدن جای دیگران: <code>/whereis</code>. همهٔ آنچه می‌توانم بکنم: <code>/help</code>.
taken-in = موقعیت را دریافت کردم. اعضای این اتاق اکنون می‌توانند بپرسند کجا هستید. برای پایان دادن: <code>/stop</code>.
unknown-command = <code>/{ $command }</code> را نمی‌شناسم. فهرست کارهای من: <code>/help</code>.
unknown-command-nearest = <code>/{ $command }</code> را نمی‌شناسم. آیا منظورتان <code>/{ $nearest }</code> بود؟ فهرست کارهای من: <code>/help</code>.
command-late =
    { $does ->
        [shares] شما { $age } <code>/{ $command }</code> را فرستادید و تازه اکنون به من رسید. این چیزی به اشتراک نمی‌گذارد. برای اشتراک‌گذاری، دوباره بفرستید.
        [asks] شما { $age } <code>/{ $command }</code> را فرستادید و تازه اکنون به من رسید. برای پرسیدن، دوباره بفرستید.
       *[other] شما { $age } <code>/{ $command }</code> را فرستادید و تازه اکنون به من رسید. چیزی تغییر نکرده است. اگر هنوز می‌خواهید، دوباره بفرستید.
    }
not-a-command =
    فرمان‌ها را می‌فهمم، و موقعیت خودتان را وقتی خودتان می‌فرستید. از این پیام چیزی نپذیرفتم.
    فهرست کارهای من: <code>/help</code>؛ راه اشتراک‌گذاری: <code>/share</code>.
too-many-commands = پیام‌ها در زمانی کوتاه زیاد بود. یک دقیقه ساکت می‌مانم؛ پس از آن دوباره بپرسید. <code>/stop</code> همیشه کار می‌کند.
too-many-in-all = اکنون درخواست‌ها آن‌قدر زیاد است که نمی‌توانم پاسخ دهم. یک دقیقه دیگر دوباره امتحان کنید. <code>/stop</code> همیشه کار می‌کند.

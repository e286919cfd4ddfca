# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

where-is =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار جایی
               *[now] جایی
            } در فاصلهٔ حداکثر { $accuracy } از <code>{ $position }</code> { $seen ->
                [last] دیده شد
               *[now] است
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. مدت نگهداری باقی‌مانده: { $left }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار در
               *[now] در
            } <code>{ $position }</code> { $seen ->
                [last] دیده شد
               *[now] است
            }، با خطای دست‌کم { $accuracy }{ $heading ->
                [none] {""}
               *[known] ، در حرکت به سوی { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. مدت نگهداری باقی‌مانده: { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار در
                       *[now] در
                    } <code>{ $position }</code> { $seen ->
                        [last] دیده شد
                       *[now] است
                    }، با خطای نامعلوم{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. مدت نگهداری باقی‌مانده: { $left }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار در
                       *[now] در
                    } <code>{ $position }</code> { $seen ->
                        [last] دیده شد
                       *[now] است
                    }، با خطای حداکثر { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. مدت نگهداری باقی‌مانده: { $left }.
            }
    }
where-is-on-board =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار جایی
               *[now] جایی
            } در فاصلهٔ حداکثر { $accuracy } از <code>{ $position }</code> { $seen ->
                [last] دیده شد
               *[now] است
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار در
               *[now] در
            } <code>{ $position }</code> { $seen ->
                [last] دیده شد
               *[now] است
            }، با خطای دست‌کم { $accuracy }{ $heading ->
                [none] {""}
               *[known] ، در حرکت به سوی { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار در
                       *[now] در
                    } <code>{ $position }</code> { $seen ->
                        [last] دیده شد
                       *[now] است
                    }، با خطای نامعلوم{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار در
                       *[now] در
                    } <code>{ $position }</code> { $seen ->
                        [last] دیده شد
                       *[now] است
                    }، با خطای حداکثر { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }.
            }
    }
where-is-from =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار به فاصلهٔ
               *[now] به فاصلهٔ
            } { $distance } در { $direction } { $asker ->
                [none] شما
               *[known] <b>{ $asker }</b>
            } { $seen ->
                [last] دیده شد
               *[now] است
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. جایی در فاصلهٔ حداکثر { $accuracy } از <code>{ $position }</code>. مدت نگهداری باقی‌مانده: { $left }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار به فاصلهٔ
               *[now] به فاصلهٔ
            } { $distance } در { $direction } { $asker ->
                [none] شما
               *[known] <b>{ $asker }</b>
            } { $seen ->
                [last] دیده شد
               *[now] است
            }{ $heading ->
                [none] {""}
               *[known] ، در حرکت به سوی { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. در <code>{ $position }</code>، با خطای دست‌کم { $accuracy }. مدت نگهداری باقی‌مانده: { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار به فاصلهٔ
                       *[now] به فاصلهٔ
                    } { $distance } در { $direction } { $asker ->
                        [none] شما
                       *[known] <b>{ $asker }</b>
                    } { $seen ->
                        [last] دیده شد
                       *[now] است
                    }{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. در <code>{ $position }</code>، با خطای نامعلوم. مدت نگهداری باقی‌مانده: { $left }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار به فاصلهٔ
                       *[now] به فاصلهٔ
                    } { $distance } در { $direction } { $asker ->
                        [none] شما
                       *[known] <b>{ $asker }</b>
                    } { $seen ->
                        [last] دیده شد
                       *[now] است
                    }{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. در <code>{ $position }</code>، با خطای حداکثر { $accuracy }. مدت نگهداری باقی‌مانده: { $left }.
            }
    }
where-is-near =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار در فاصلهٔ کمتر از
               *[now] در فاصلهٔ کمتر از
            } { $distance } از { $asker ->
                [none] شما
               *[known] <b>{ $asker }</b>
            } { $seen ->
                [last] دیده شد
               *[now] است
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. جایی در فاصلهٔ حداکثر { $accuracy } از <code>{ $position }</code>. مدت نگهداری باقی‌مانده: { $left }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] آخرین بار در فاصلهٔ کمتر از
               *[now] در فاصلهٔ کمتر از
            } { $distance } از { $asker ->
                [none] شما
               *[known] <b>{ $asker }</b>
            } { $seen ->
                [last] دیده شد
               *[now] است
            }{ $heading ->
                [none] {""}
               *[known] ، در حرکت به سوی { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. در <code>{ $position }</code>، با خطای دست‌کم { $accuracy }. مدت نگهداری باقی‌مانده: { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار در فاصلهٔ کمتر از
                       *[now] در فاصلهٔ کمتر از
                    } { $distance } از { $asker ->
                        [none] شما
                       *[known] <b>{ $asker }</b>
                    } { $seen ->
                        [last] دیده شد
                       *[now] است
                    }{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. در <code>{ $position }</code>، با خطای نامعلوم. مدت نگهداری باقی‌مانده: { $left }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] آخرین بار در فاصلهٔ کمتر از
                       *[now] در فاصلهٔ کمتر از
                    } { $distance } از { $asker ->
                        [none] شما
                       *[known] <b>{ $asker }</b>
                    } { $seen ->
                        [last] دیده شد
                       *[now] است
                    }{ $heading ->
                        [none] {""}
                       *[known] ، در حرکت به سوی { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. در <code>{ $position }</code>، با خطای حداکثر { $accuracy }. مدت نگهداری باقی‌مانده: { $left }.
            }
    }
said-together = { $first } { $second }
from-meeting = آنجا به فاصلهٔ { $distance } در { $direction } محل دیدار است.
near-meeting = آنجا کمتر از { $distance } با محل دیدار فاصله دارد.
at-street =
    { $district ->
        [none] در { $street }
       *[known] در { $street }، { $district }
    }
near-district = نزدیک { $district }
board-begins = اینجا نشان می‌دهم چه کسی با این اتاق به اشتراک می‌گذارد.
board-kept = این تابلو را به‌روز نگه می‌دارم. هر موقعیت با پایان اشتراک یا پایان مهلتش از آن برداشته می‌شود.
position-destroyed = <b>{ $name }</b> هنوز موقعیت خود را به اشتراک می‌گذارد، اما اکنون موقعیتی ندارم. آخرین موقعیت نابود شد. هر موقعیت حداکثر پس از این مدت نابود می‌شود: { $expiry }.

one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> موقعیت خود را با این اتاق به اشتراک می‌گذارد.
       *[named] <b>{ $name }</b> موقعیت خود را با <b>{ $rooms }</b> به اشتراک می‌گذارد.
    }
those-asked-for =
    { $people ->
        [1] از کسانی که خواستید، یک نفر را می‌توانم نشان دهم.
       *[other] از کسانی که خواستید، { $people } نفر را می‌توانم نشان دهم.
    }
nearest-to-whom = نمی‌دانم کجا هستید، پس نمی‌توانم بگویم چه کسی از همه نزدیک‌تر است. برای اشتراک‌گذاری موقعیت خود، <code>/share</code> را بفرستید. سپس دوباره بپرسید.
nobody-near = هیچ‌کس دیگری موقعیتی به اشتراک نمی‌گذارد که اکنون بتوانم به شما نشان دهم.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [1] اکنون یک نفر موقعیت خود را با این اتاق به اشتراک می‌گذارد.
               *[other] اکنون { $people } نفر موقعیت خود را با این اتاق به اشتراک می‌گذارند.
            }
       *[named]
            { $people ->
                [1] اکنون یک نفر موقعیت خود را با <b>{ $room }</b> به اشتراک می‌گذارد.
               *[other] اکنون { $people } نفر موقعیت خود را با <b>{ $room }</b> به اشتراک می‌گذارند.
            }
    }
nobody-shares =
    { $room ->
        [none] اکنون هیچ‌کس موقعیتی با این اتاق به اشتراک نمی‌گذارد.
       *[named] اکنون هیچ‌کس موقعیتی با <b>{ $room }</b> به اشتراک نمی‌گذارد.
    }
nobody-to-show =
    { $room ->
        [none] در این اتاق کسی نیست که اکنون بتوانم موقعیتش را به شما نشان دهم.
       *[named] در <b>{ $room }</b> کسی نیست که اکنون بتوانم موقعیتش را به شما نشان دهم.
    }
share-yours = برای اشتراک‌گذاری موقعیت خود، <code>/share</code> را بفرستید.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [1] از کسانی که با این اتاق به اشتراک می‌گذارند، اکنون یک نفر را می‌توانم نشان دهم.
               *[other] از کسانی که با این اتاق به اشتراک می‌گذارند، اکنون { $people } نفر را می‌توانم نشان دهم.
            }
       *[named]
            { $people ->
                [1] از کسانی که با <b>{ $room }</b> به اشتراک می‌گذارند، اکنون یک نفر را می‌توانم نشان دهم.
               *[other] از کسانی که با <b>{ $room }</b> به اشتراک می‌گذارند، اکنون { $people } نفر را می‌توانم نشان دهم.
            }
    }
more-by-name = شاید کسان دیگری هم به اشتراک می‌گذارند. یکی از آن‌ها را به نام بپرسید: <code>/whereis نام</code>.
nobody-called = کسی به نام «{ $wanted }» نیست که اکنون بتوانم موقعیتش را به شما نشان دهم.
nobody-who-wrote = از کسی که آن پیام را نوشت، اکنون موقعیتی ندارم که به شما نشان دهم.
several-fit = نام «{ $wanted }» به بیش از یک نفر می‌خورد. نام به‌تنهایی نشان نمی‌دهد که آن شخص کیست.
which-one = نام «{ $wanted }» به بیش از یک نفر می‌خورد. دوباره با آنچه در پرانتز آمده بپرسید، یا در پیام از آن شخص نام ببرید.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [1] این نام به یک نفر دیگر هم می‌خورد. با بخش بیشتری از نام بپرسید.
       *[other] این نام به { $more } نفر دیگر هم می‌خورد. با بخش بیشتری از نام بپرسید.
    }
no-common-room =
    اتاقی نمی‌شناسم که هر دو در آن باشیم، پس کسی نیست که بتوانم به شما نشان دهم.
    در خود اتاق بپرسید: <code>/whereis</code>.

copy-coordinates =
    { $name ->
        [none] کپی مختصات
       *[known] کپی: { $name }
    }
pin-of-whom = بگویید سنجاق چه کسی را می‌خواهید: <code>/pin نام</code>. آن را فقط برای شما می‌فرستم.
pin-drawn-by-service = برنامهٔ شما نقشهٔ زیر این سنجاق را از یک سرویس نقشه می‌گیرد. آن سرویس از این مکان و از نشانی اینترنتی شما باخبر می‌شود.
pin-too-wide = سنجاق نمی‌فرستم: سنجاق نمی‌تواند نشان دهد این مکان چقدر نامطمئن است.
pin-not-reached = نتوانستم سنجاق را برای شما بفرستم. سنجاق را فقط به یک نفر می‌دهم، هرگز به اتاق نمی‌دهم. گفتگوی خصوصی با من باز کنید و دوباره <code>/pin</code> را بفرستید.
pin-not-sent = نتوانستم سنجاق را برای شما بفرستم. یک دقیقه دیگر دوباره بخواهید، یا با <code>/whereis</code> همان را به کلمات بپرسید.

on-picture = { $number }. { $line }
picture-how = شماره‌ها همان شماره‌های تصویر است. دایره یا مربع در آن نشان می‌دهد که موقعیت چقدر می‌تواند دورتر باشد.
picture-number-alone = در تصویر، نامی با حروفی که نمی‌توانم رسم کنم فقط شماره‌اش است.
picture-button = رسم تصویر
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] { $by } ساعت { $clock } پرسید
    }
picture-north = ش
picture-meeting = محل دیدار
no-picture =
    { $why ->
        [busy] اکنون تصویری رسم نمی‌کنم: تصویرهای زیادی در انتظار است. یک دقیقه دیگر دوباره بپرسید.
        [not-taken] این گفتگو تصویر من را نپذیرفت. پاسخ بدون آن هم کامل است.
        [plain-room] اینجا تصویری نمی‌فرستم. این اتاق رمزگذاری نشده است و سرورهایش پرونده‌ای خواندنی نگه می‌دارند.
       *[failed] نتوانستم تصویر را رسم کنم. پاسخ بدون آن هم کامل است.
    }

some-left-out =
    { $advice ->
        [make-admin] شاید کس دیگری هم اینجا به اشتراک می‌گذارد، اما این اتاق اعضایش را از من پنهان می‌کند. مرا مدیر این اتاق کنید تا بتوانم آن‌ها را ببینم.
       *[ask-again] شاید کس دیگری هم اینجا به اشتراک می‌گذارد. اما شبکه اکنون به من نمی‌گوید که هنوز عضو است یا نه. یک دقیقه دیگر دوباره بپرسید.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] فقط به اعضای این اتاق پاسخ می‌دهم، اما این اتاق آن‌ها را از من پنهان می‌کند. مرا مدیر این اتاق کنید تا بتوانم آن‌ها را ببینم.
       *[ask-again] فقط به اعضای این اتاق پاسخ می‌دهم، اما شبکه اکنون به من نمی‌گوید چه کسی عضو است. یک دقیقه دیگر دوباره بپرسید.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] در اتاقی که شما را دیده‌ام، اعضا از من پنهان هستند. وقتی آنجا مدیر شوم، می‌توانم آن‌ها را ببینم.
       *[ask-again] شبکه اکنون به من نمی‌گوید که در کدام اتاق‌ها هر دو هستیم. یک دقیقه دیگر دوباره بپرسید.
    }

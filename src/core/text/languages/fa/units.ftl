# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] شمال
        [north-north-east] شمالِ شمال شرقی
        [north-east] شمال شرقی
        [east-north-east] شرقِ شمال شرقی
        [east] شرق
        [east-south-east] شرقِ جنوب شرقی
        [south-east] جنوب شرقی
        [south-south-east] جنوبِ جنوب شرقی
        [south] جنوب
        [south-south-west] جنوبِ جنوب غربی
        [south-west] جنوب غربی
        [west-south-west] غربِ جنوب غربی
        [west] غرب
        [west-north-west] غربِ شمال غربی
        [north-west] شمال غربی
       *[north-north-west] شمالِ شمال غربی
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (در { $network })
    }
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] ، در { $network }
            }، نام تغییر کرده)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] ، در { $network }
            })
    }
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (مدت آشنایی اینجا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، در { $network }
                    }، نام تغییر کرده)
               *[none] { $name } (مدت آشنایی اینجا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، در { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (شمارهٔ { $number }، مدت آشنایی اینجا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، در { $network }
                    }، نام تغییر کرده)
               *[none] { $name } (شمارهٔ { $number }، مدت آشنایی اینجا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، در { $network }
                    })
            }
    }
person-quoted = «{ $person }»
words-in-answers = است در از به تا با را و آخرین بار دیده شد شما خودتان هیچ هیچ‌کس کس کسی همه نفر یک اکنون الان همین حالا پیش نزدیک نزدیک‌تر فاصله فاصلهٔ جایی جای خطا خطای حداکثر دست‌کم نامعلوم کمتر مدت نگهداری باقی‌مانده باقی مانده اینجا آنجا موقعیت حرکت سوی آشنایی نام تغییر شماره شمارهٔ
person-without-name = شخصی بدون نام
room-without-name = اتاقی بدون نام

moment =
    { $age ->
        [none] همین حالا
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

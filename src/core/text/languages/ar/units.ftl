# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How the values in other texts are said.

direction =
    { $direction ->
        [north] شمال
        [north-north-east] شمال شمال شرق
        [north-east] شمال شرق
        [east-north-east] شرق شمال شرق
        [east] شرق
        [east-south-east] شرق جنوب شرق
        [south-east] جنوب شرق
        [south-south-east] جنوب جنوب شرق
        [south] جنوب
        [south-south-west] جنوب جنوب غرب
        [south-west] جنوب غرب
        [west-south-west] غرب جنوب غرب
        [west] غرب
        [west-north-west] غرب شمال غرب
        [north-west] شمال غرب
       *[north-north-west] شمال شمال غرب
    }
person-told =
    { $network ->
        [none] { $name }
       *[known] { $name } (على { $network })
    }
person-told-by =
    { $change ->
        [renamed] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] ، على { $network }
            }، تغيّر الاسم)
       *[none] { $name } (<code>{ $by }</code>{ $network ->
                [none] {""}
               *[known] ، على { $network }
            })
    }
person-told-since =
    { $number ->
        [none]
            { $change ->
                [renamed] { $name } (مدة المعرفة هنا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، على { $network }
                    }، تغيّر الاسم)
               *[none] { $name } (مدة المعرفة هنا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، على { $network }
                    })
            }
       *[told]
            { $change ->
                [renamed] { $name } (الرقم { $number }، مدة المعرفة هنا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، على { $network }
                    }، تغيّر الاسم)
               *[none] { $name } (الرقم { $number }، مدة المعرفة هنا: { $known }{ $network ->
                        [none] {""}
                       *[known] ، على { $network }
                    })
            }
    }
person-quoted = «{ $person }»
words-in-answers = عند في من إلى على ضمن حول بعد بُعد قبل منذ أقل مسافة مكان الآن للتو آخر ظهور موقع موقعك موقعه أنت أنك لك أحد الجميع شخص شخصان أشخاص هنا هناك هامش وهامش الخطأ اتجاه واتجاه الحركة معروف معروفة المعرفة مدة المدة المتبقية للحفظ مُشارَك مشارك مشاركة يشارك مع ليس لا
person-without-name = شخص بلا اسم
room-without-name = غرفة بلا اسم

moment =
    { $age ->
        [none] للتو
       *[known] { $age }
    }
moment-by-clock = { $moment } ({ $clock })

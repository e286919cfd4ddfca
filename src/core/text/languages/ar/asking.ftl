# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

asked-for = إن أمكنني الوصول إلى «{ $wanted }» وكان استقبال الأسئلة مسموحًا، فقد أرسلت السؤال. سيصلك خبر إذا تمت المشاركة.
ask-whom =
    لتحديد من أسأله، يُرجى إرسال هذا هنا: <code>/ask اسم</code>. لا أحد غيرك يقرأ ذلك.
    لمنع الجميع من سؤالك: <code>/ask off</code>.
ask-in-private = لسؤال شخص واحد، يُرجى إرسال <code>/ask اسم</code> إليّ على الخاص، حيث لا يقرؤه أحد غيرك.
ask-button = السؤال على الخاص

ask-is-on =
    { $rooms ->
        [none] يمكن لأعضاء هذه الغرفة أن يطلبوا مني سؤالك عن مكانك. أسألك على الخاص، والاختيار لك كل مرة.
       *[named] يمكن لأعضاء <b>{ $rooms }</b> أن يطلبوا مني سؤالك عن مكانك. أسألك هنا، والاختيار لك كل مرة.
    }
ask-is-off =
    { $rooms ->
        [none] لا يمكن لأي عضو في هذه الغرفة أن يطلب مني سؤالك عن مكانك. للسماح بذلك من جديد: <code>/ask on</code>.
       *[named] لا يمكن لأي عضو في <b>{ $rooms }</b> أن يطلب مني سؤالك عن مكانك. للسماح بذلك من جديد: <code>/ask on</code>.
    }
ask-nowhere = لا أعرف غرفة تجمعنا. يُرجى إرسال <code>/ask off</code> أو <code>/ask on</code> في الغرفة المقصودة.

everybody-asked =
    { $person ->
        [none] طلب من أحد المشرفين إلى الجميع هنا: مشاركة الموقع.
       *[named] طلب من <b>{ $person }</b> إلى الجميع هنا: مشاركة الموقع.
    }
everybody-how = إذا أردت ذلك، يُرجى إرسال موقعك إليّ على الخاص؛ الطريقة في الأسفل. أو بالأمر <code>/share</code>.
everybody-how-aside = إذا أردت ذلك، يُرجى إرسال <code>/share</code>. عندها أكتب إليك في دردشة مباشرة، ويمكن إرسال موقعك إليّ هناك.
everybody-asked-before = سُئل الجميع هنا قبل وقت قصير. لسؤال شخص واحد، يُرجى إرسال <code>/ask اسم</code> إليّ على الخاص.

request =
    { $room ->
        [none] سؤال من <b>{ $name }</b>: أين أنت؟
       *[named] سؤال من <b>{ $name }</b> في <b>{ $room }</b>: أين أنت؟
    }
requests =
    { $room ->
        [none]
            { $people ->
                [zero] لا أحد يسأل عن مكانك:
                [one] شخص واحد يسأل عن مكانك:
                [two] شخصان يسألان عن مكانك:
                [few] { $people } أشخاص يسألون عن مكانك:
                [many] { $people } شخصًا يسألون عن مكانك:
               *[other] { $people } شخص يسألون عن مكانك:
            }
       *[named]
            { $people ->
                [zero] لا أحد يسأل عن مكانك، في <b>{ $room }</b>:
                [one] شخص واحد يسأل عن مكانك، في <b>{ $room }</b>:
                [two] شخصان يسألان عن مكانك، في <b>{ $room }</b>:
                [few] { $people } أشخاص يسألون عن مكانك، في <b>{ $room }</b>:
                [many] { $people } شخصًا يسألون عن مكانك، في <b>{ $room }</b>:
               *[other] { $people } شخص يسألون عن مكانك، في <b>{ $room }</b>:
            }
    }
request-how = إذا شاركت موقعك، يراه كل الأعضاء هناك. قبل اختيارك لا يرى أحد شيئًا. الوقت المتبقي لهذا السؤال: { $left }.
request-here = هذا يظهر لك وحدك. للجواب، يُرجى فتح المحادثة الخاصة.
request-button = الجواب على الخاص

request-once = إرسال مرة واحدة
request-quarter = ربع ساعة
request-hour = ساعة واحدة
request-not-now = ليس الآن
request-never = رفض دائم لهذه الغرفة

request-once-chosen = موقعك التالي يذهب إلى أعضاء <b>{ $room }</b>، مرة واحدة.
request-live-chosen = موقعك التالي يذهب إلى أعضاء <b>{ $room }</b>. تنتهي المشاركة بعد مدة أقصاها: { $longest }.
request-send-location = إرسال مكاني، مرة واحدة
request-refused = لا تتم مشاركة أي شيء مع <b>{ $room }</b>. من سأل لا يُخبَر بشيء.
request-refused-always = لا تتم مشاركة أي شيء مع <b>{ $room }</b>. لا يمكن لأحد هناك أن يطلب مني سؤالك مرة أخرى. للسماح بذلك: <code>/ask on</code>.
request-over = انتهى السؤال عن مكانك. لم تتم مشاركة شيء بسببه.
request-answered = موقعك مُشارَك مع الغرفة التي جاء منها السؤال. مكانك يظهر لمن سأل.
no-request = لا أحد يسأل عن مكانك الآن. للمشاركة رغم ذلك: <code>/share</code>.

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
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }، من { $room }
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

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] لم يُظهر أي جواب مكانك لشخص آخر. أدوّن كل جواب، وأحفظ ذلك طوال مدة حفظ واحدة في غرفته.
       *[room] لم يُظهر أي جواب هنا مكانك لشخص آخر. أدوّن كل جواب، وأحفظ ذلك طوال مدة حفظ واحدة.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [zero] لم يُظهر أي جواب مكانك لشخص آخر:
                [one] جواب واحد أظهر مكانك لشخص آخر:
                [two] جوابان أظهرا مكانك لآخرين، والأحدث أولًا:
                [few] أظهرت { $looks } أجوبة مكانك لآخرين، والأحدث أولًا:
                [many] أظهر { $looks } جوابًا مكانك لآخرين، والأحدث أولًا:
               *[other] أظهر { $looks } جواب مكانك لآخرين، والأحدث أولًا:
            }
       *[room]
            { $looks ->
                [zero] لم يُظهر أي جواب هنا مكانك لشخص آخر:
                [one] جواب واحد هنا أظهر مكانك لشخص آخر:
                [two] جوابان هنا أظهرا مكانك لآخرين، والأحدث أولًا:
                [few] أظهرت { $looks } أجوبة هنا مكانك لآخرين، والأحدث أولًا:
                [many] أظهر { $looks } جوابًا هنا مكانك لآخرين، والأحدث أولًا:
               *[other] أظهر { $looks } جواب هنا مكانك لآخرين، والأحدث أولًا:
            }
    }
who-look =
    سؤال من <b>{ $name }</b>، { $when }. ظهر موقعك { $square ->
        [none] بدقة تامة
       *[known] ضمن مربع طول ضلعه { $square }
    }. { $where }
who-stands =
    { $people ->
        [none] الجواب موجود في <b>{ $room }</b>.
        [zero] الجواب موجود في <b>{ $room }</b> (لا أعضاء).
        [one] الجواب موجود في <b>{ $room }</b> (عضو واحد).
        [two] الجواب موجود في <b>{ $room }</b> (عضوان).
        [few] الجواب موجود في <b>{ $room }</b> ({ $people } أعضاء).
        [many] الجواب موجود في <b>{ $room }</b> ({ $people } عضوًا).
       *[other] الجواب موجود في <b>{ $room }</b> ({ $people } عضو).
    }
who-stood =
    { $people ->
        [none] كان الجواب في <b>{ $room }</b>. المدة: { $stood }.
        [zero] كان الجواب في <b>{ $room }</b> (لا أعضاء). المدة: { $stood }.
        [one] كان الجواب في <b>{ $room }</b> (عضو واحد). المدة: { $stood }.
        [two] كان الجواب في <b>{ $room }</b> (عضوان). المدة: { $stood }.
        [few] كان الجواب في <b>{ $room }</b> ({ $people } أعضاء). المدة: { $stood }.
        [many] كان الجواب في <b>{ $room }</b> ({ $people } عضوًا). المدة: { $stood }.
       *[other] كان الجواب في <b>{ $room }</b> ({ $people } عضو). المدة: { $stood }.
    }
who-on-board = أجابت اللوحة في <b>{ $room }</b>.
who-by-board =
    عرضتك لوحة من تلقاء نفسها، أول مرة { $when }. ظهر موقعك { $square ->
        [none] بدقة تامة
       *[known] ضمن مربع طول ضلعه { $square }
    }. { $where }
who-alone = صاحب السؤال وحده يمكنه قراءة الجواب، وهو ما زال موجودًا.
who-alone-before = صاحب السؤال وحده كان يمكنه قراءة الجواب. المدة: { $stood }.
# In the place of a name.
who-admin = مشرف تكلّم باسم الغرفة نفسها
who-forgotten = شخص نسيت اسمه منذ ذلك الحين
who-more =
    { $more ->
        [zero] لا أجوبة أخرى. لمتابعة القراءة: <code>/{ $command }</code>.
        [one] جواب واحد آخر غير مذكور. لمتابعة القراءة: <code>/{ $command }</code>.
        [two] جوابان آخران غير مذكورين. لمتابعة القراءة: <code>/{ $command }</code>.
        [few] { $more } أجوبة أخرى غير مذكورة. لمتابعة القراءة: <code>/{ $command }</code>.
        [many] { $more } جوابًا آخر غير مذكور. لمتابعة القراءة: <code>/{ $command }</code>.
       *[other] { $more } جواب آخر غير مذكور. لمتابعة القراءة: <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] أخبرك على الخاص حين ينظر أحد إلى مشاركة لك أول مرة. لإنهاء ذلك: <code>/who each off</code>.
       *[off] لا أخبرك من نفسي حين ينظر أحد. لمعرفة كل نظرة أولى: <code>/who each</code>.
    }
who-word =
    { $room ->
        [none] وصل سؤال من <b>{ $name }</b>، وأُظهر له مكانك. كل الأجوبة التي أظهرتك: <code>/who</code>.
       *[named] وصل سؤال من <b>{ $name }</b> في <b>{ $room }</b>، وأُظهر له مكانك. كل الأجوبة التي أظهرتك: <code>/who</code>.
    }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

setup-amiss =
    { $amiss ->
        [0] لم أجد هنا شيئًا يحتاج إلى إصلاح.
        [one] شيء واحد هنا يمكن أن يكون أفضل:
        [two] شيئان هنا يمكن أن يكونا أفضل:
        [few] { $amiss } أشياء هنا يمكن أن تكون أفضل:
        [many] { $amiss } شيئًا هنا يمكن أن يكون أفضل:
       *[other] { $amiss } شيء هنا يمكن أن يكون أفضل:
    }
setup-not-whole = لم أستطع فحص كل شيء الآن. يُرجى إرسال <code>/setup</code> مرة أخرى بعد دقيقة.
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] أجوبتي هنا لمن سأل وحده. يمكن للمشرفين السماح للجميع بقراءتها: <code>/setup answers room</code>.
       *[room] أجوبتي هنا لكل من في الغرفة. يمكن للمشرفين جعلها لمن سأل وحده: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] الأجوبة لمن سأل وحده
       *[room] الأجوبة للجميع
    }
setup-board =
    { $board ->
        [private] لا لوحة هنا: سيقرؤها الجميع، وأجوبتي لمن سأل وحده.
        [on] تعرض لوحة هنا من يشارك: رسالة واحدة أُبقيها محدّثة. يمكن للمشرفين إنهاؤها: <code>/setup board off</code>.
       *[off] يمكن للمشرفين وضع لوحة هنا: رسالة واحدة محدّثة تعرض من يشارك. لوضعها: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] وضع لوحة
       *[off] إنهاء اللوحة
    }
setup-board-values =
    لا يمكن اختيار “{ $given }”. لم يتغيّر شيء.
    أمثلة: <code>/setup board on</code>، <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] غيّر أحد المشرفين هذا: من الآن تعرض لوحة هنا من يشارك وأين هو. هي رسالة واحدة أُبقيها محدّثة، وبها أجيب عن <code>/whereis</code>.
       *[off] غيّر أحد المشرفين هذا: حُذفت اللوحة. أعود إلى الإجابة عن <code>/whereis</code> برسالة خاصة بها.
    }
board-ended = حُذفت اللوحة أيضًا، لأن الجميع يقرؤها.
board-not-private = أجوبتي هنا لمن سأل وحده، واللوحة يقرؤها الجميع. لم يتغيّر شيء. للحصول على لوحة اكتب أولًا <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] أرتّب هنا: حيث يُسمح لي، أحذف الأوامر، والمواقع عند انتهائها. يمكن للمشرفين إنهاء ذلك: <code>/setup tidy off</code>.
       *[off] ما يقوله الأعضاء هنا يبقى. يمكن للمشرفين السماح لي بحذف الأوامر، والمواقع عند انتهائها: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = النقاط السابقة للموقع المباشر تبقى في هذه الغرفة. أحذف بدايته وآخر نقطة منه.
setup-tidy-button =
    { $tidy ->
        [on] الترتيب هنا
       *[off] ترك ما يقوله الأعضاء
    }
tidy-changed =
    { $tidy ->
        [on] غيّر مشرف هذا الإعداد: من الآن أحذف هنا الأوامر، والمواقع عند انتهائها، حيث يُسمح لي.
       *[off] غيّر مشرف هذا الإعداد: من الآن لا أحذف هنا شيئًا مما يقوله الأعضاء.
    }
setup-expiry = مدة حفظ الموقع: <b>{ $expiry }</b>. يمكن للمشرفين تغييرها: <code>/expiry 2 hours</code>.
setup-reachable = بالأمر <code>/ask</code> أصل إلى من كتب لي شيئًا هنا، وفتح المحادثة الخاصة معي. الأمر <code>/share</code> يوصل إليها.
setup-no-such =
    لا أعرف «{ $given }». لم يتغير شيء.
    أمثلة: <code>/setup answers private</code>، <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    لا يمكن اختيار «{ $given }». لم يتغير شيء.
    أمثلة: <code>/setup answers private</code>، <code>/setup answers room</code>.
setup-unchanged = الأمر كذلك بالفعل. لم يتغير شيء.
answers-changed =
    { $answers ->
        [private] غيّر مشرف هذا الإعداد: من الآن لا يصل جوابي هنا إلا إلى من سأل. حُذفت الأجوبة التي كانت هنا.
       *[room] غيّر مشرف هذا الإعداد: من الآن يقرأ كل من في هذه الغرفة ما أجيب به هنا.
    }

answer-waits = أجيب هنا على الخاص. الجواب ينتظر من سأل. مدة الانتظار: { $kept }.
answer-button = القراءة على الخاص
answer-invited = أجيب هنا على الخاص. إلى من سأل: يُرجى قبول دعوتي إلى دردشة مباشرة، أو بدء دردشة معي، وقراءة الجواب هناك. المهلة: { $kept }.
answer-unreachable = أجيب هنا على الخاص، ولم أستطع الكتابة إلى من سأل. إلى من سأل: يُرجى بدء دردشة مباشرة معي والسؤال هناك.
answers-need-a-person = الأجوبة هنا لا تذهب إلا إلى من سأل. رسالتك باسم الغرفة نفسها، فلا أعرف من أنت. يُرجى سؤالي على الخاص.

# In which language people are spoken to: /language, and /setup language.

language-is = أخاطبك بهذه اللغة: { $language }.
language-choices = لتغيير ذلك: <code>/language</code> مع إحدى هذه اللغات: { $languages }.
language-name = { $language }
language-chosen = من الآن أخاطبك بهذه اللغة: { $language }.
language-by-app = من الآن أخاطبك بلغة تطبيقك، إن كنت أعرفها.
language-not-spoken = لا أتكلم «{ $given }». لم يتغير شيء.
setup-language = لغتي في هذه الغرفة: { $language }. يمكن للمشرفين تغييرها: <code>/setup language Español</code>.
room-language-changed = غيّر مشرف هذا الإعداد. لغتي في هذه الغرفة من الآن: { $language }.

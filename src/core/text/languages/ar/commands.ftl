# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = من خلالي يمكن لأعضاء هذه الغرفة أن يُظهر بعضهم لبعض أماكنهم. لا يظهر موقعك إلا إذا اخترت ذلك.
help-in-private = أتيح لأعضاء غرفة أن يروا مكانك، والمدة من اختيارك.

menu-whereis = أماكن كل من يشاركون هنا، أو من ذكرت أسماءهم، أو الأقرب
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = دبوس لشخص واحد، يُرسل إليك وحدك؛ خدمة خرائط تعرف المكان
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = الجواب كصورة أرسمها بنفسي؛ لا تعرف أي خدمة خرائط المكان
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = سؤال شخص عن مكانه على الخاص، أو سؤال الجميع؛ off أو on: منع الآخرين من سؤالك أو السماح لهم
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = طريقة مشاركة موقعك من هنا
help-share = <code>/share</code>: { menu-share }.
menu-here = مشاركة موقع مرة واحدة، بالأرقام أو برابط geo:
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = إنهاء ما تتم مشاركته منك مع هذه الغرفة؛ وعلى الخاص، مع كل الغرف
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = أين ومتى يلتقي أعضاء هذه الغرفة؛ يمكن للمشرفين تحديد ذلك
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = مدة حفظ الموقع؛ يمكن للمشرفين تغييرها
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = بأي دقة يظهر موقعك هنا
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = اللغة التي أخاطبك بها
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = ما يُحفظ، ومدة حفظه، ومن يمكنه رؤيته، وما لا أستطيع حمايته
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = إتلاف كل ما هو محفوظ عنك، في كل الغرف
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = ربط هذه الغرفة بغرفة أخرى؛ وعلى الخاص جمع حسابين لك؛ off ينهي ذلك
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = إتلاف كل ما هو مُشارَك مع هذه الغرفة، للجميع؛ مع سؤال للتأكيد
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = إعدادات هذه الغرفة، وما يمكن تحسينه، ومن يقرأ الأجوبة؛ يمكن للمشرفين تغييرها
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = من نظر إلى مكانك، ومتى، وأين كان الجواب؛ each: إخبار عند كل نظرة أولى
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = ما أفعله هنا
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] وحدهم مشرفو هذه الغرفة يمكنهم السماح لكل الأعضاء بمشاركة موقع مباشر.
        [expiry] وحدهم مشرفو هذه الغرفة يمكنهم تغيير مدة الحفظ.
        [link] وحدهم مشرفو هذه الغرفة يمكنهم ربطها بغرفة أخرى.
        [meet] وحدهم مشرفو هذه الغرفة يمكنهم تحديد نقطة اللقاء. لم يتغير شيء.
        [setup] وحدهم مشرفو هذه الغرفة يمكنهم تغيير إعداداتها. لم يتغير شيء. لرؤية الإعدادات: <code>/setup</code>.
        [wipe] وحدهم مشرفو هذه الغرفة يمكنهم إتلاف ما هو مُشارَك معها.
       *[other] وحدهم مشرفو هذه الغرفة يمكنهم فعل ذلك.
    }
room-only = يُرجى إرسال <code>/{ $command }</code> في الغرفة المقصودة.
nobody-in-particular = رسالتك باسم الغرفة نفسها، فلا أعرف من أنت. لم يتغير شيء. يُرجى إرسال <code>/{ $command }</code> إليّ على الخاص.
went-wrong = حدث خطأ من جهتي، ولا أعرف هل نُفّذ الطلب. يُرجى إرساله مرة أخرى.
useless =
    { $what ->
        [as-the-room] أُرسل هذا الموقع باسم المجموعة، فهو ليس لأحد، ولا أعرضه لأحد. يُرجى إرساله باسمك، أو إليّ على الخاص.
        [as-a-channel] أُرسل هذا الموقع باسم قناة، فهو ليس لأحد، ولا أعرضه لأحد. يُرجى إرساله باسمك، أو إليّ على الخاص.
        [said-as-a-channel] أُرسل هذا باسم قناة، فلا أعرف من أنت، ولم أفعل شيئًا. يُرجى إرساله باسمك.
        [passed-on] لا أقرأ إلا ما كتبته بنفسك، ولا أقرأ شيئًا محوّلًا من غيرك. ما يمكنني فعله: <code>/help</code>.
       *[no-words] لا أقرأ إلا الكلمات والمواقع. لمشاركة مكانك، يُرجى إرسال موقعك المباشر إليّ. ما يمكنني فعله: <code>/help</code>.
    }
edited-command = في الرسائل المعدَّلة لا أقرأ إلا <code>/stop</code> أو <code>/forget</code>. يُرجى إرسال الأمر في رسالة جديدة.
start-in-room = للمشاركة مع هذه الغرفة: <code>/share</code>. للسؤال عن أماكن الآخرين: <code>/whereis</code>. كل ما يمكنني فعله: <code>/help</code>.
taken-in = وصلني الموقع. يمكن لأعضاء هذه الغرفة الآن أن يسألوا عن مكانك. للإنهاء: <code>/stop</code>.
unknown-command = لا أعرف <code>/{ $command }</code>. قائمة ما أفعله: <code>/help</code>.
unknown-command-nearest = لا أعرف <code>/{ $command }</code>. هل المقصود <code>/{ $nearest }</code>؟ قائمة ما أفعله: <code>/help</code>.
command-late =
    { $does ->
        [shares] أرسلت <code>/{ $command }</code> { $age }، ولم يصلني إلا الآن. لم تتم به أي مشاركة. للمشاركة، يُرجى إرساله مرة أخرى.
        [asks] أرسلت <code>/{ $command }</code> { $age }، ولم يصلني إلا الآن. للسؤال، يُرجى إرساله مرة أخرى.
       *[other] أرسلت <code>/{ $command }</code> { $age }، ولم يصلني إلا الآن. لم يتغير شيء. إن كان ما زال مطلوبًا، يُرجى إرساله مرة أخرى.
    }
not-a-command =
    أفهم الأوامر، وأفهم موقعك إذا أرسلته بنفسك. لم آخذ شيئًا من هذه الرسالة.
    قائمة ما أفعله: <code>/help</code>؛ طريقة المشاركة: <code>/share</code>.
too-many-commands = كانت هذه رسائل كثيرة في وقت قصير. أسكت لمدة دقيقة، وبعدها يمكن السؤال من جديد. <code>/stop</code> يعمل في أي وقت.
too-many-in-all = الطلبات كثيرة جدًا الآن، فلا أستطيع الجواب. يُرجى المحاولة من جديد بعد دقيقة. <code>/stop</code> يعمل في أي وقت.

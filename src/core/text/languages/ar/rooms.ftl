# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said about a room and its settings.

welcome =
    من خلالي يمكن لأعضاء هذه الغرفة أن يُظهر بعضهم لبعض أماكنهم. لا يظهر موقعك إلا إذا اخترت ذلك.
    للمشاركة: <code>/share</code>. للسؤال: <code>/whereis</code>. أدوّن من أُظهر له مكانك: <code>/who</code>. ما يُحفظ غير ذلك: <code>/privacy</code>.
live-not-heard = في هذه الغرفة أسمع الأوامر فقط، لا المواقع المباشرة. هذا هو الإعداد الهادئ. يُرجى إرسال موقعك المباشر إليّ على الخاص، بزر <code>/share</code>. أو يمكن تعييني مشرفًا، فأسمعها هنا أيضًا.
live-no-longer-heard = لم أعد مشرفًا في هذه الغرفة، لذلك لم أعد أتابع المواقع المباشرة المُشارَكة هنا.
room-replaced =
    هذه الغرفة تحل محل غرفة أخرى كنتُ أنا فيها، وجاءت إعداداتها معها. مدة الحفظ: <b>{ $expiry }</b>.
    انتهى ما كان مُشارَكًا هناك، وأُتلفت تلك المواقع. للمشاركة مع هذه الغرفة: <code>/share</code>.
data-lost =
    فقدت جزءًا من بياناتي، فانتهى كل ما كان مُشارَكًا هنا. للمشاركة من جديد: <code>/share</code>.
    ربما فُقدت أيضًا إعدادات ضُبطت هنا. قبل اختيارك الدقة من جديد بالأمر <code>/precision</code>، لا يظهر موقعك إلا ضمن مربع طول ضلعه { $square }.
    قبل أن يرسل مشرف <code>/expiry</code> من جديد، مدة حفظ الموقع: <b>{ $expiry }</b>. قبل أن يختار مشرف من جديد بالأمر <code>/setup</code>، تكون الأجوبة لمن سأل وحده.
live-allowed =
    { $outcome ->
        [allowed-now] تم. يمكن لكل عضو في هذه الغرفة الآن مشاركة موقع مباشر.
        [allowed-before] مشاركة الموقع المباشر متاحة بالفعل لكل عضو في هذه الغرفة.
        [may-not-write] لا يُسمح للأعضاء بالكتابة في هذه الغرفة، فلا يمكنهم مشاركة موقع مباشر أيضًا. لم يتغير شيء. يمكنهم المشاركة معي على الخاص.
        [not-known] لم يقل الخادم هل نجح ذلك. يُرجى إرسال <code>/setup live</code> مرة أخرى بعد دقيقة: عندها يظهر ما هو الوضع.
       *[no-power]
            ما زال الأعضاء لا يمكنهم مشاركة موقع مباشر هنا: لا يُسمح لي بتغيير صلاحياتهم.
            يمكنك السماح بذلك في إعدادات الغرفة، ثم «الأدوار والصلاحيات»، عند «مشاركة الموقع المباشر». أو يمكن تعييني مسؤولًا في هذه الغرفة، ثم إرسال <code>/setup live</code> مرة أخرى.
    }

expiry-kept = مدة حفظ الموقع بعد الإبلاغ عنه: <b>{ $expiry }</b>، ثم يُتلف.
expiry-change = يمكن لمشرفي هذه الغرفة تغيير ذلك: <code>/expiry 2 hours</code>. أقصر مدة: { $shortest }. أطول مدة: { $longest }.
expiry-not-understood =
    لم أفهم «{ $given }» كمدة زمنية. لم يتغير شيء.
    { expiry-examples }
expiry-out-of-bounds =
    هذه المدة غير ممكنة: { $asked }. أقصر مدة حفظ: { $shortest }. أطول مدة حفظ: { $longest }. لم يتغير شيء.
    { expiry-examples }
expiry-examples = أمثلة: <code>/expiry 90 minutes</code>، <code>/expiry 2 hours</code>، <code>/expiry 1 day</code>.
expiry-unchanged = هذه هي بالفعل مدة الحفظ في هذه الغرفة: <b>{ $expiry }</b>. لم يتغير شيء.
expiry-shortened =
    مدة الحفظ في هذه الغرفة الآن: <b>{ $expiry }</b>. لا يُحفظ ما سبقت مشاركته مدة أطول من ذلك.
    أُتلفت للتو المواقع الأقدم من ذلك.
expiry-set =
    مدة الحفظ في هذه الغرفة الآن: <b>{ $expiry }</b>، لما تتم مشاركته من الآن.
    المشاركات الجارية تبقى على مدة الحفظ الأقصر التي بدأت بها.

meeting-set =
    { $accuracy ->
        [none] نقطة لقاء جديدة: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] ، في الساعة <b>{ $time }</b>.
        } المدة المتبقية للحفظ: { $left }.
       *[known] نقطة لقاء جديدة في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }{ $time ->
            [none] .
           *[known] ، في الساعة <b>{ $time }</b>.
        } المدة المتبقية للحفظ: { $left }.
    }
meeting-is =
    { $accuracy ->
        [none] نقطة اللقاء: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] ، في الساعة <b>{ $time }</b>.
        } المدة المتبقية للحفظ: { $left }.
       *[known] نقطة اللقاء في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }{ $time ->
            [none] .
           *[known] ، في الساعة <b>{ $time }</b>.
        } المدة المتبقية للحفظ: { $left }.
    }
meeting-on-board =
    { $accuracy ->
        [none] نقطة اللقاء: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] ، في الساعة <b>{ $time }</b>.
        }
       *[known] نقطة اللقاء في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }{ $time ->
            [none] .
           *[known] ، في الساعة <b>{ $time }</b>.
        }
    }
meeting-ended = لم تعد لهذه الغرفة نقطة لقاء. تُحذف الأجوبة التي عرضتها.
no-meeting = ليست لهذه الغرفة نقطة لقاء.
meet-how = يمكن لمشرفي هذه الغرفة تحديد نقطة: <code>/meet here</code>، <code>/meet 52.5200 13.4050 at 15:30</code>. لإلغائها: <code>/meet off</code>.
meet-time-not-read = لم أفهم «{ $given }» كساعة من اليوم. لم يتغير شيء.
meet-as-the-room = هذا الكلام باسم الغرفة نفسها، فلا أعرف مكان المتكلم. لم يتغير شيء.
meet-from-where = لا أعرف موقعك الآن. شارك موقعك مع هذه الغرفة أولًا، أو اكتب <code>/meet</code> مع أرقام.
meet-too-coarse = موقعك يظهر هنا ضمن مربع فقط، وهذا ليس مكانًا للقاء. طول ضلع المربع: { $square }. اكتب <code>/meet</code> مع أرقام.
meet-two-places = قد تعني «{ $given }» مكانين. اكتبها بالحروف: <code>/meet 52.5200N 13.4050E</code>.

precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] يظهر لأعضاء هذه الغرفة مكانك بالضبط، بقدر ما يعرفه هاتفك.
               *[named] يظهر لأعضاء <b>{ $rooms }</b> مكانك بالضبط، بقدر ما يعرفه هاتفك.
            }
       *[known]
            { $rooms ->
                [none] يظهر لأعضاء هذه الغرفة أنك في مكان ما داخل مربع ثابت، طول ضلعه <b>{ $square }</b>، ولا شيء أدق.
               *[named] يظهر لأعضاء <b>{ $rooms }</b> أنك في مكان ما داخل مربع ثابت، طول ضلعه <b>{ $square }</b>، ولا شيء أدق.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] من الآن يرى أعضاء هذه الغرفة مكانك بالضبط، بقدر ما يعرفه هاتفك.
               *[named] من الآن يرى أعضاء <b>{ $rooms }</b> مكانك بالضبط، بقدر ما يعرفه هاتفك.
            }
       *[known]
            { $rooms ->
                [none] من الآن لا يرى أعضاء هذه الغرفة إلا أنك في مكان ما داخل مربع ثابت، طول ضلعه <b>{ $square }</b>.
               *[named] من الآن لا يرى أعضاء <b>{ $rooms }</b> إلا أنك في مكان ما داخل مربع ثابت، طول ضلعه <b>{ $square }</b>.
            }
            عند عبورك إلى المربع التالي، يمكن رؤية ذلك. تُحذف الأجوبة التي أظهرت مكانك بدقة أكبر.
    }
precision-choices = لتغيير ذلك: <code>/precision exact</code> أو <code>/precision 100m</code> أو <code>/precision 1km</code> أو <code>/precision 5km</code>.
precision-not-understood =
    لم أفهم «{ $given }». لم يتغير شيء.
    { precision-choices }
precision-nowhere = لا أعرف غرفة تجمعنا. يُرجى إرسال <code>/precision</code> في الغرفة المقصودة.
precision-not-now = لم يتغير شيء.

forgotten =
    تم. أُتلف كل موقع وكل مشاركة وكل اختيار حفظته عنك، في كل الغرف.
    إن كان هاتفك ما زال يرسل موقعًا مباشرًا، يُرجى إيقافه هناك أيضًا. أتجاهله من الآن.
wipe-asks =
    هذا يتلف كل ما هو مُشارَك مع هذه الغرفة، وإعداداتها، للجميع. لا يمكن التراجع عنه.
    للتنفيذ، يُرجى إرسال <code>/wipe yes</code>. المهلة: { $within }.
wipe-not-asked = لم يُتلف شيء. يُرجى إرسال <code>/wipe</code> بنفسك أولًا، ثم <code>/wipe yes</code>.
wiped =
    تم. أُتلف كل ما كان مُشارَكًا مع هذه الغرفة، للجميع.
    عادت إعداداتها كما في البداية، ومدة الحفظ: { $expiry }. من اختار <code>/precision</code> هنا يحتاج إلى اختيارها من جديد؛ وحتى ذلك الحين أعرض مكانه بالضبط.

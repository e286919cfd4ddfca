# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.
# Of somebody who is seen now, nothing stands where English says "is".

where-is =
    { $bound ->
        [somewhere]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. المدة المتبقية للحفظ: { $left }.
        [at-least]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } عند <code>{ $position }</code>، وهامش الخطأ { $accuracy } على الأقل{ $heading ->
                [none] {""}
               *[known] ، واتجاه الحركة { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. المدة المتبقية للحفظ: { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } عند <code>{ $position }</code>، وهامش الخطأ غير معروف{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. المدة المتبقية للحفظ: { $left }.
               *[known]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } عند <code>{ $position }</code>، وهامش الخطأ { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. المدة المتبقية للحفظ: { $left }.
            }
    }
where-is-on-board =
    { $bound ->
        [somewhere]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }.
        [at-least]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } عند <code>{ $position }</code>، وهامش الخطأ { $accuracy } على الأقل{ $heading ->
                [none] {""}
               *[known] ، واتجاه الحركة { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } عند <code>{ $position }</code>، وهامش الخطأ غير معروف{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }.
               *[known]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } عند <code>{ $position }</code>، وهامش الخطأ { $accuracy }{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }.
            }
    }
where-is-from =
    { $bound ->
        [somewhere]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } على بُعد { $distance } { $direction } { $asker ->
                [none] موقعك
               *[known] موقع <b>{ $asker }</b>
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }. المدة المتبقية للحفظ: { $left }.
        [at-least]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } على بُعد { $distance } { $direction } { $asker ->
                [none] موقعك
               *[known] موقع <b>{ $asker }</b>
            }{ $heading ->
                [none] {""}
               *[known] ، واتجاه الحركة { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. عند <code>{ $position }</code>، وهامش الخطأ { $accuracy } على الأقل. المدة المتبقية للحفظ: { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } على بُعد { $distance } { $direction } { $asker ->
                        [none] موقعك
                       *[known] موقع <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. عند <code>{ $position }</code>، وهامش الخطأ غير معروف. المدة المتبقية للحفظ: { $left }.
               *[known]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } على بُعد { $distance } { $direction } { $asker ->
                        [none] موقعك
                       *[known] موقع <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. عند <code>{ $position }</code>، وهامش الخطأ { $accuracy }. المدة المتبقية للحفظ: { $left }.
            }
    }
where-is-near =
    { $bound ->
        [somewhere]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } على بُعد أقل من { $distance } من { $asker ->
                [none] موقعك
               *[known] موقع <b>{ $asker }</b>
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. في مكان ما حول <code>{ $position }</code>، ضمن مسافة { $accuracy }. المدة المتبقية للحفظ: { $left }.
        [at-least]
            <b>{ $name }</b>{ $seen ->
                [last] : آخر ظهور
               *[now] {""}
            } على بُعد أقل من { $distance } من { $asker ->
                [none] موقعك
               *[known] موقع <b>{ $asker }</b>
            }{ $heading ->
                [none] {""}
               *[known] ، واتجاه الحركة { $heading }
            }{ $place ->
                [none] {""}
               *[known] ، { $place }
            }، { $when }. عند <code>{ $position }</code>، وهامش الخطأ { $accuracy } على الأقل. المدة المتبقية للحفظ: { $left }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } على بُعد أقل من { $distance } من { $asker ->
                        [none] موقعك
                       *[known] موقع <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. عند <code>{ $position }</code>، وهامش الخطأ غير معروف. المدة المتبقية للحفظ: { $left }.
               *[known]
                    <b>{ $name }</b>{ $seen ->
                        [last] : آخر ظهور
                       *[now] {""}
                    } على بُعد أقل من { $distance } من { $asker ->
                        [none] موقعك
                       *[known] موقع <b>{ $asker }</b>
                    }{ $heading ->
                        [none] {""}
                       *[known] ، واتجاه الحركة { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] ، { $place }
                    }، { $when }. عند <code>{ $position }</code>، وهامش الخطأ { $accuracy }. المدة المتبقية للحفظ: { $left }.
            }
    }
said-together = { $first } { $second }
from-meeting = هذا على بُعد { $distance } { $direction } نقطة اللقاء.
near-meeting = هذا على بُعد أقل من { $distance } من نقطة اللقاء.
at-street =
    { $district ->
        [none] في { $street }
       *[known] في { $street }، { $district }
    }
near-district = قرب { $district }
board-begins = هنا أعرض من يشارك مع هذه الغرفة.
board-kept = أُبقي هذه اللوحة محدّثة. يُزال الموقع منها عند انتهاء مشاركته أو انتهاء مدته.
position-destroyed = مشاركة <b>{ $name }</b> مستمرة، لكن ليس لدي موقع الآن. أُتلف آخر موقع، فكل موقع يُتلف بعد مدة أقصاها: { $expiry }.

one-shares =
    { $rooms ->
        [none] موقع <b>{ $name }</b> مُشارَك مع هذه الغرفة.
       *[named] موقع <b>{ $name }</b> مُشارَك مع <b>{ $rooms }</b>.
    }
those-asked-for =
    { $people ->
        [zero] لا يمكنني أن أعرض لك أحدًا ممن سألت عنهم.
        [one] يمكنني أن أعرض لك شخصًا واحدًا ممن سألت عنهم.
        [two] يمكنني أن أعرض لك شخصين ممن سألت عنهم.
        [few] يمكنني أن أعرض لك { $people } أشخاص ممن سألت عنهم.
        [many] يمكنني أن أعرض لك { $people } شخصًا ممن سألت عنهم.
       *[other] يمكنني أن أعرض لك { $people } شخص ممن سألت عنهم.
    }
nearest-to-whom = لا أعرف مكانك، فلا أستطيع أن أقول من هو الأقرب. لمشاركة موقعك: <code>/share</code>. بعدها يُرجى السؤال من جديد.
nobody-near = لا أحد غيرك يشارك موقعًا يمكنني عرضه لك الآن.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [zero] لا أحد يشارك موقعه مع هذه الغرفة الآن.
                [one] شخص واحد يشارك موقعه مع هذه الغرفة الآن.
                [two] شخصان يشاركان موقعهما مع هذه الغرفة الآن.
                [few] { $people } أشخاص يشاركون مواقعهم مع هذه الغرفة الآن.
                [many] { $people } شخصًا يشاركون مواقعهم مع هذه الغرفة الآن.
               *[other] { $people } شخص يشاركون مواقعهم مع هذه الغرفة الآن.
            }
       *[named]
            { $people ->
                [zero] لا أحد يشارك موقعه مع <b>{ $room }</b> الآن.
                [one] شخص واحد يشارك موقعه مع <b>{ $room }</b> الآن.
                [two] شخصان يشاركان موقعهما مع <b>{ $room }</b> الآن.
                [few] { $people } أشخاص يشاركون مواقعهم مع <b>{ $room }</b> الآن.
                [many] { $people } شخصًا يشاركون مواقعهم مع <b>{ $room }</b> الآن.
               *[other] { $people } شخص يشاركون مواقعهم مع <b>{ $room }</b> الآن.
            }
    }
nobody-shares =
    { $room ->
        [none] لا أحد يشارك موقعه مع هذه الغرفة الآن.
       *[named] لا أحد يشارك موقعه مع <b>{ $room }</b> الآن.
    }
nobody-to-show =
    { $room ->
        [none] لا أحد في هذه الغرفة يمكنني أن أعرض لك موقعه الآن.
       *[named] لا أحد في <b>{ $room }</b> يمكنني أن أعرض لك موقعه الآن.
    }
share-yours = لمشاركة موقعك: <code>/share</code>.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [zero] لا يمكنني الآن أن أعرض لك أحدًا ممن يشاركون مع هذه الغرفة.
                [one] يمكنني الآن أن أعرض لك شخصًا واحدًا ممن يشاركون مع هذه الغرفة.
                [two] يمكنني الآن أن أعرض لك شخصين ممن يشاركون مع هذه الغرفة.
                [few] يمكنني الآن أن أعرض لك { $people } أشخاص ممن يشاركون مع هذه الغرفة.
                [many] يمكنني الآن أن أعرض لك { $people } شخصًا ممن يشاركون مع هذه الغرفة.
               *[other] يمكنني الآن أن أعرض لك { $people } شخص ممن يشاركون مع هذه الغرفة.
            }
       *[named]
            { $people ->
                [zero] لا يمكنني الآن أن أعرض لك أحدًا ممن يشاركون مع <b>{ $room }</b>.
                [one] يمكنني الآن أن أعرض لك شخصًا واحدًا ممن يشاركون مع <b>{ $room }</b>.
                [two] يمكنني الآن أن أعرض لك شخصين ممن يشاركون مع <b>{ $room }</b>.
                [few] يمكنني الآن أن أعرض لك { $people } أشخاص ممن يشاركون مع <b>{ $room }</b>.
                [many] يمكنني الآن أن أعرض لك { $people } شخصًا ممن يشاركون مع <b>{ $room }</b>.
               *[other] يمكنني الآن أن أعرض لك { $people } شخص ممن يشاركون مع <b>{ $room }</b>.
            }
    }
more-by-name = ربما يشارك آخرون أيضًا. للسؤال عن شخص منهم بالاسم: <code>/whereis اسم</code>.
nobody-called = لا أحد باسم «{ $wanted }» يمكنني أن أعرض لك موقعه الآن.
nobody-who-wrote = ليس لدي الآن موقع أعرضه لك لمن كتب تلك الرسالة.
several-fit = الاسم «{ $wanted }» يناسب أكثر من شخص. الاسم وحده لا يدل على هوية الشخص.
which-one = الاسم «{ $wanted }» يناسب أكثر من شخص. يُرجى السؤال من جديد مع ما بين القوسين، أو بالإشارة إلى الشخص في الرسالة.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [zero] لا يناسب الاسم أحدًا آخر. يُرجى السؤال بجزء أطول من الاسم.
        [one] يناسب الاسم شخصًا واحدًا آخر. يُرجى السؤال بجزء أطول من الاسم.
        [two] يناسب الاسم شخصين آخرين. يُرجى السؤال بجزء أطول من الاسم.
        [few] يناسب الاسم { $more } أشخاص آخرين. يُرجى السؤال بجزء أطول من الاسم.
        [many] يناسب الاسم { $more } شخصًا آخر. يُرجى السؤال بجزء أطول من الاسم.
       *[other] يناسب الاسم { $more } شخص آخر. يُرجى السؤال بجزء أطول من الاسم.
    }
no-common-room =
    لا أعرف غرفة تجمعنا، فلا أحد يمكنني عرضه لك.
    يُرجى السؤال في الغرفة نفسها: <code>/whereis</code>.

copy-coordinates =
    { $name ->
        [none] نسخ الإحداثيات
       *[known] نسخ: { $name }
    }
pin-of-whom = يُرجى ذكر اسم صاحب الدبوس المطلوب: <code>/pin اسم</code>. أرسله إليك وحدك.
pin-drawn-by-service = يطلب تطبيقك الخريطة تحت هذا الدبوس من خدمة خرائط. تلك الخدمة تعرف المكان، وتعرف عنوانك على الإنترنت.
pin-too-wide = لا أرسل دبوسًا: لن يُظهر الدبوس مقدار الشك في هذا المكان.
pin-not-reached = لم أستطع إرسال الدبوس إليك. أرسل الدبوس إلى شخص واحد فقط، ولا أرسله إلى غرفة أبدًا. يُرجى فتح محادثة خاصة معي، ثم إرسال <code>/pin</code> من جديد.
pin-not-sent = لم أستطع إرسال الدبوس إليك. يُرجى طلبه مرة أخرى بعد دقيقة، أو طلب المعلومة نفسها بالكلمات: <code>/whereis</code>.

on-picture = { $number }. { $line }
picture-how = الأرقام هي نفسها في الصورة. الدائرة أو المربع هناك يبيّن كم قد يبعد الموقع عن مكانه.
picture-number-alone = في الصورة، الاسم المكتوب بحروف لا أستطيع رسمها يظهر برقمه فقط.
picture-button = رسم صورة
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] السؤال من { $by } في الساعة { $clock }
    }
picture-north = ش
picture-meeting = نقطة اللقاء
no-picture =
    { $why ->
        [busy] لا أرسم صورة الآن: صور كثيرة أخرى تنتظر. يُرجى السؤال مرة أخرى بعد دقيقة.
        [not-taken] هذه الدردشة لم تقبل صورتي. الجواب كامل من دونها.
        [plain-room] لا أرسل صورة هنا. هذه الغرفة غير مشفّرة، فتحتفظ خوادمها بملف يمكنها قراءته.
       *[failed] لم أستطع رسم الصورة. الجواب كامل من دونها.
    }

some-left-out =
    { $advice ->
        [make-admin] ربما يشارك شخص آخر هنا، لكن هذه الغرفة تخفي أعضاءها عني. عند تعييني مشرفًا في هذه الغرفة، يمكنني رؤيتهم.
       *[ask-again] ربما يشارك شخص آخر هنا، لكن الشبكة لا تخبرني الآن هل ما زال عضوًا. يُرجى السؤال من جديد بعد دقيقة.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] لا أجيب إلا أعضاء هذه الغرفة، لكنها تخفيهم عني. عند تعييني مشرفًا في هذه الغرفة، يمكنني رؤيتهم.
       *[ask-again] لا أجيب إلا أعضاء هذه الغرفة، لكن الشبكة لا تخبرني الآن من هم. يُرجى السؤال من جديد بعد دقيقة.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] في غرفة رأيتك فيها، الأعضاء مخفيون عني. بعد تعييني مشرفًا هناك، يمكنني رؤيتهم.
       *[ask-again] لا تخبرني الشبكة الآن في أي الغرف نحن معًا. يُرجى السؤال من جديد بعد دقيقة.
    }

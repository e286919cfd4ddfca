# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] لا أحفظ إلا آخر موقع لك، مشفّرًا، طوال مدة الحفظ المحددة في الغرفة.
       *[known] لا أحفظ إلا آخر موقع لك، مشفّرًا. مدة حفظه بعد الإبلاغ عنه: { $expiry }.
    }
privacy-seen-by =
    { $place ->
        [private] لا يمكن أن يسأل عنه إلا أعضاء الغرفة التي اخترتها. قبل اختيارك لا يمكن لأحد ذلك. أدوّن كل جواب يُظهرك: <code>/who</code>.
       *[room] لا يمكن أن يسأل عنه إلا أعضاء هذه الغرفة، ولا يرى المشرفون أكثر من غيرهم. أدوّن كل جواب يُظهرك: <code>/who</code>.
    }
privacy-ends = عند إرسال <code>/stop</code> يُتلف موقعك فورًا. { $deleting }
privacy-not-protected = لا أستطيع حمايتك من الأشخاص الذين يشغّلون هذا البوت، ولا من أعضاء يحتفظون بجواب.
privacy-others = { $others } المزيد عن كل هذا: <code>/privacy more</code>.
privacy-linked = هذه الغرفة مربوطة. أعضاء <b>{ $rooms }</b> يرون ما تشاركه هنا، وأنت ترى ما يشاركونه.

# The answer to /privacy more, a line each.

privacy-also-kept = أحفظ أيضًا اختياراتك، ولغتك، والغرف التي رأيتك فيها، ومنذ متى. ما دام أحد يسأل عن مكانك، أحفظ من يسأل. علامة تخبرني إذا تغيّر اسمك.
privacy-looks = عن كل جواب يُظهرك، أحفظ من سأل، ومتى، وأين كان الجواب، وكم بقي. بعد مدة حفظ واحدة يزول ذلك.
privacy-also-ends = يُتلف موقعك أيضًا عند انتهاء الموقع المباشر، وعند مغادرتك الغرفة. الأمر <code>/forget</code> يتلف كل ما أحفظه عنك.
privacy-square = مع <code>/precision 1km</code> لا يظهر إلا مربع ثابت. عند عبورك إلى المربع التالي، يمكن رؤية ذلك.
privacy-pictures = تُحذف الصورة مع جوابها. قد تحتفظ خوادم Matrix بملفها بعد ذلك، مشفّرًا ومن دون مفتاحه.
privacy-operator = الأشخاص الذين يشغّلون هذا البوت يمكنهم قراءة ما لم يُتلف بعد. يمكن لأي عضو أن يحتفظ بجواب، أو ينقله إلى غيره.

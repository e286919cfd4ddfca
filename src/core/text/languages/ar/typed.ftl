# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = تعذّرت قراءة «{ $given }» كمكان. لم تتم مشاركة شيء.
place-in-short-link = لا يعرف إلى أين يقود هذا الرابط إلا خدمة خرائط، وأنا لا أسأل أي خدمة. المطلوب فتحه وإرسال الإحداثيات: <code>/here 52.5200 13.4050</code>.
place-in-short-code = هذا الرمز قصير، ولا يصلح إلا قرب مدينة. المطلوب إرسال الرمز كاملًا: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = خط العرض من -90 إلى 90، وخط الطول من -180 إلى 180. مثال: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] موقعك السابق ما زال ظاهرًا.
       *[no] لا أحد يرى لك موقعًا هنا.
    }
place-read = قرأتُ: خط العرض { $latitude }، خط الطول { $longitude }.
place-other-way = إذا كان العكس، فالمطلوب كتابة <code>/here { $command }</code>.
expiry-which-unit =
    { $number } من ماذا؟ لم يتغير شيء. المطلوب كتابته مع وحدة.
    { expiry-examples }
expiry-two-readings =
    قد تعني «{ $given }» أحد أمرين: { $first } أو { $second }. لم يتغير شيء.
    { expiry-examples }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

answer-over = لم يعد هذا الجواب صالحًا.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = يُرجى الجواب بالرقم.

network-steps =
    يُرجى كتابة إحداثياتك هنا: <code>/here 52.5200 13.4050</code>. تتم مشاركتها مرة واحدة.
    للإيقاف: <code>/stop</code>. حذف الرسالة ربما لا يوقف المشاركة.
network-send-once = يُرجى كتابة إحداثياتك هنا: <code>/here 52.5200 13.4050</code>.
network-send-live = يُرجى كتابة إحداثياتك هنا: <code>/here 52.5200 13.4050</code>.
network-deleting = حذف رسالتك ربما لا ينهي المشاركة.
network-sees = من يشغّل شبكة المحادثة هذه قد يرى ما يُقال هنا، ومن يقوله.
network-no-board = لا لوحة في هذه الشبكة: لا يمكن إبقاء أي رسالة محدّثة هنا. اكتب <code>/whereis</code>: جوابك الجديد يحل محل السابق.

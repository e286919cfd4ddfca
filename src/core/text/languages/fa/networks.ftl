# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

answer-over = این پاسخ دیگر معتبر نیست.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = با شماره پاسخ دهید.

network-steps =
    مختصات خود را اینجا بنویسید: <code>/here 52.5200 13.4050</code>. یک بار به اشتراک گذاشته می‌شود.
    برای توقف: <code>/stop</code>. شاید حذف پیام آن را متوقف نکند.
network-send-once = مختصات خود را اینجا بنویسید: <code>/here 52.5200 13.4050</code>.
network-send-live = مختصات خود را اینجا بنویسید: <code>/here 52.5200 13.4050</code>.
network-deleting = شاید حذف پیام شما، اشتراک‌گذاری را پایان ندهد.
network-sees = گردانندگان این شبکهٔ گفتگو شاید ببینند اینجا چه گفته می‌شود و چه کسی می‌گوید.
network-no-board = این شبکه تابلو ندارد: اینجا هیچ پیامی را نمی‌شود در جای خود به‌روز نگه داشت. بگویید <code>/whereis</code>: پاسخ تازه جای پاسخ قبلی شما را می‌گیرد.

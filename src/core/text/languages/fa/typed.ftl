# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = نتوانستم «{ $given }» را به‌عنوان یک جا بخوانم. چیزی به اشتراک گذاشته نشد.
place-in-short-link = فقط یک سرویس نقشه می‌داند این پیوند به کجا می‌رود، و من از هیچ‌کدام نمی‌پرسم. آن را باز کنید و مختصات را بفرستید: <code>/here 52.5200 13.4050</code>.
place-in-short-code = این کد کوتاه است و فقط نزدیک یک شهر معنا دارد. کد کامل را بفرستید: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = عرض جغرافیایی از -90 تا 90 و طول از -180 تا 180 است. نمونه: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] موقعیت پیشین شما هنوز دیده می‌شود.
       *[no] اینجا کسی موقعیتی از شما نمی‌بیند.
    }
place-read = این را خواندم: عرض { $latitude }، طول { $longitude }.
place-other-way = اگر برعکس است، بنویسید <code>/here { $command }</code>.
expiry-which-unit =
    { $number } از چه؟ چیزی عوض نشد. با واحد بنویسید.
    { expiry-examples }
expiry-two-readings =
    «{ $given }» دو معنا دارد: { $first } یا { $second }. چیزی عوض نشد.
    { expiry-examples }

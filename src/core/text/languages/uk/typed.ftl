# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = Не вдалося прочитати «{ $given }» як місце. Нічого не надіслано.
place-in-short-link = Куди веде це посилання, знає лише сервіс мап, а я таких не питаю. Відкрийте його й надішліть координати: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Цей код короткий: він діє лише поблизу міста. Надішліть повний код: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = Широта буває від -90 до 90, довгота від -180 до 180. Наприклад: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Ваше попереднє місцеположення досі видно.
       *[no] Тут ніхто не бачить вашого місцеположення.
    }
place-read = Прочитано: широта { $latitude }, довгота { $longitude }.
place-other-way = Якщо навпаки, напишіть <code>/here { $command }</code>.
expiry-which-unit =
    { $number } — чого? Нічого не змінилося. Напишіть з одиницею.
    { expiry-examples }
expiry-two-readings =
    «{ $given }» можна зрозуміти двояко: { $first } або { $second }. Нічого не змінилося.
    { expiry-examples }

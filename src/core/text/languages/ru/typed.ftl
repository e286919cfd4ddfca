# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = Не получилось прочитать «{ $given }» как место. Ничего не отправлено.
place-in-short-link = Куда ведёт эта ссылка, знает только сервис карт, а я таких не спрашиваю. Откройте её и пришлите координаты: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Этот код короткий: он действует только рядом с городом. Пришлите полный код: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = Широта бывает от -90 до 90, долгота от -180 до 180. Например: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Ваше прежнее местоположение по-прежнему видно.
       *[no] Здесь никто не видит вашего местоположения.
    }
place-read = Прочитано: широта { $latitude }, долгота { $longitude }.
place-other-way = Если наоборот, напишите <code>/here { $command }</code>.
expiry-which-unit =
    { $number } — чего? Ничего не изменилось. Напишите с единицей.
    { expiry-examples }
expiry-two-readings =
    «{ $given }» можно понять двояко: { $first } или { $second }. Ничего не изменилось.
    { expiry-examples }

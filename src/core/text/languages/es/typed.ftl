# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = No pude leer «{ $given }» como un lugar. No se compartió nada.
place-in-short-link = Solo un servicio de mapas sabe adónde lleva este enlace, y no pregunto a ninguno. Ábrelo y envía las coordenadas: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Este código es corto: solo vale cerca de una ciudad. Envía el código completo: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = La latitud va de -90 a 90, la longitud de -180 a 180. Por ejemplo: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Tu posición anterior sigue visible.
       *[no] Nadie ve aquí una posición tuya.
    }
place-read = Leí: latitud { $latitude }, longitud { $longitude }.
place-other-way = Si es al revés, di <code>/here { $command }</code>.
expiry-which-unit =
    ¿{ $number } de qué? No cambió nada. Dilo con una unidad.
    { expiry-examples }
expiry-two-readings =
    «{ $given }» puede ser { $first } o { $second }. No cambió nada.
    { expiry-examples }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = Ich konnte „{ $given }“ nicht als Ort lesen. Nichts wurde geteilt.
place-in-short-link = Nur ein Kartendienst weiß, wohin dieser Link führt, und ich frage keinen. Öffne ihn und sende die Koordinaten: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Dieser Code ist kurz: Er gilt nur nahe einer Stadt. Sende den ganzen Code: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = Die Breite geht von -90 bis 90, die Länge von -180 bis 180. Zum Beispiel: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Dein Standort von vorher bleibt sichtbar.
       *[no] Niemand sieht hier einen Standort von dir.
    }
place-read = Ich habe gelesen: Breite { $latitude }, Länge { $longitude }.
place-other-way = Wenn es umgekehrt ist, sag <code>/here { $command }</code>.
expiry-which-unit =
    { $number } wovon? Nichts wurde geändert. Sag es mit einer Einheit.
    { expiry-examples }
expiry-two-readings =
    „{ $given }“ kann zweierlei heißen: { $first } oder { $second }. Nichts wurde geändert.
    { expiry-examples }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said to those who share.

shared-once = Die Mitglieder von <b>{ $room }</b> können diesen Standort noch { $left } sehen. Dann wird er vernichtet.
shared-live = Die Mitglieder von <b>{ $room }</b> können noch { $left } live sehen, wo du bist.
shared-as-square = Sie sehen nur ein festes Quadrat, Seitenlänge: { $square }. Um das zu ändern: <code>/precision</code>.
only-latest-kept = Nur dein neuester Standort bleibt gespeichert, höchstens { $expiry }.
# $deleting: what becomes of a share when its message is deleted, on this network
end-sooner = Um es früher zu beenden, schreib <code>/stop</code>. { $deleting }
end-live = Um es zu beenden, stopp den Live-Standort, oder schreib <code>/stop</code>. { $deleting }
nothing-shared-yet =
    Niemand kann diesen Standort sehen, und er wurde nicht gespeichert: Ich kenne keinen Raum, in dem wir beide sind.
    Schreib <code>/share</code> in einem Raum, in dem ich bin. Komm dann hierher zurück, wie meine Antwort dort es sagt.
position-not-kept = Niemand kann diesen Standort sehen, und er wurde nicht gespeichert.

share-lost =
    Ich habe einen Teil meiner Daten verloren. Darum kann niemand mehr diesen Live-Standort sehen.
    Um weiterzumachen, sende deinen Standort noch einmal.

which-room = Wer darf sehen, wo du bist? Bis du wählst, kann niemand diesen Standort sehen.
# What one chooses from.
room-choice = { $room }
# Of rooms whose names look the same. $number: in the order in which the reader came to know them
room-choice-since = { $room } (Nummer { $number }, du wurdest dort zuerst { $known } gesehen)
nothing-waits = Kein Standort wartet auf eine Wahl. Sende deinen Standort noch einmal, dann frage ich.
not-your-room = Das ist keiner der Räume, die du jetzt wählen kannst. Niemand kann den Standort sehen, der auf deine Wahl wartet.
choice-not-now =
    { $advice ->
        [make-admin] Dieser Raum verbirgt seine Mitglieder vor mir. Darum kann ich nicht mit ihm teilen. Bitte einen Admin, auch mich zum Admin zu machen, und wähl dann noch einmal.
       *[ask-again] Das Netzwerk sagt mir jetzt nicht, ob du in diesem Raum bist. Noch kann niemand deinen Standort sehen. Wähl in einer Minute noch einmal.
    }
asked-before = Das habe ich zu einem früheren Standort gefragt. Niemand kann ihn sehen. Wähl unter meiner neuesten Frage.
share-over = Diese Freigabe ist schon zu Ende, oder sie kam zu spät. Niemand kann sie sehen. Um wieder zu teilen, sende deinen Standort noch einmal.

stopped =
    { $where ->
        [anywhere] Gestoppt. Niemand in irgendeinem Raum kann sehen, wo du bist; dein letzter Standort ist vernichtet.
       *[here] Gestoppt. Niemand in diesem Raum kann sehen, wo du bist; dein letzter Standort ist vernichtet.
    }
    Wenn dein Handy noch einen Live-Standort sendet, stopp ihn auch dort. Ich beachte ihn ab jetzt nicht mehr.
not-sharing =
    { $where ->
        [anywhere] Du teilst mit keinem Raum einen Standort.
       *[here] Du teilst mit diesem Raum keinen Standort.
    }

not-a-place =
    Ich brauche zwei Zahlen, Breite und Länge in Grad, zum Beispiel <code>/here 52.5200 13.4050</code>.
    Ein Link mit geo: geht auch: <code>/here geo:52.5200,13.4050</code>.
# $first, $second: what else it may mean
two-readings =
    „{ $given }“ lässt sich auf zwei Arten lesen, die weit auseinander liegen. Nichts wurde geteilt.
    { $first }
    { $second }
read-as-numbers = Wenn es Breite und Länge in Grad sind, schreib <code>/here { $command }</code>.
read-with-minutes = Wenn es Grad und Minuten von beiden sind, schreib <code>/here { $command }</code>.
read-as-one-number = Wenn es eine Zahl ist, { $number }, dann fehlt die zweite: Ich brauche Breite und Länge.
read-as-latitude-with-minutes = Wenn es { $degrees } Grad und { $minutes } Minuten sind, also { $number }, dann fehlt die Länge.
no-fix =
    Handys melden Breite 0, Länge 0, oder eine Genauigkeit unter 0, wenn sie nicht wissen, wo sie sind. Nichts wurde geändert.
    Sende deinen Standort noch einmal, wenn dein Handy ihn kennt.

link-over =
    Dieser Link ist abgelaufen, oder er ist nicht für dich.
    Schreib im Raum noch einmal <code>/share</code>. Komm dann hierher zurück, wie meine neue Antwort es sagt.
# The link is good; it is not known whether whoever opens it is in the room.
link-not-now =
    { $advice ->
        [make-admin] Dieser Link ist gut, aber der Raum verbirgt seine Mitglieder vor mir. Bitte einen Admin, auch mich zum Admin zu machen, und öffne ihn dann noch einmal.
       *[ask-again] Dieser Link ist gut, aber das Netzwerk sagt mir jetzt nicht, ob du in dem Raum bist. Öffne ihn in einer Minute noch einmal.
    }
linked-to = Von hier aus teilst du mit den Mitgliedern von <b>{ $room }</b>. Noch sieht niemand etwas.
share-here = Um diesen Raum wissen zu lassen, wo du bist:
share-otherwise = Oder sende mir deinen Live-Standort privat; der Weg dorthin ist unten. Oder tipp Koordinaten ein: <code>/here 52.5200 13.4050</code>.
share-aside =
    Du kannst mit diesem Raum auch privat teilen. Ich schreibe dir in einem Direktchat, und lade dich dorthin ein.
    Oder tipp hier Koordinaten ein: <code>/here 52.5200 13.4050</code>.
share-aside-refused = Ich konnte dir in keinem Direktchat schreiben. Beginn einen mit mir, und sende deinen Standort dort.
share-in-private =
    Ich kann in diesem Raum keine Live-Standorte hören. Öffne den privaten Chat mit mir und sende deinen dort; der Weg dorthin ist unten.
    Du kannst hier auch Koordinaten eintippen: <code>/here 52.5200 13.4050</code>.
# On the button under the answer to /share.
share-button = Privat mit diesem Raum teilen
too-many-shares =
    Dieser Standort wurde nicht angenommen. Du bist in mehr Räumen bekannt, als ich speichern kann, oder zu viele teilen mit diesem.
    Schreib <code>/forget</code>, um neu anzufangen, oder versuch es später noch einmal.
# Another hand than the sharer's ended it; $room: none when its name is not known.
share-ended-by-others =
    { $room ->
        [none]
            { $how ->
                [wiped] In einem Raum, mit dem du geteilt hast, hat ein Admin alles vernichtet. Deine Freigabe dort ist zu Ende.
                [left] Ich wurde aus einem Raum entfernt, mit dem du geteilt hast. Deine Freigabe dort ist zu Ende.
                [removed] Du wurdest aus einem Raum entfernt, mit dem du geteilt hast. Deine Freigabe dort ist zu Ende.
               *[closed] Ein Raum, mit dem du geteilt hast, wurde geschlossen. Deine Freigabe dort ist zu Ende.
            }
       *[named]
            { $how ->
                [wiped] In <b>{ $room }</b> hat ein Admin alles vernichtet. Deine Freigabe dort ist zu Ende.
                [left] Ich wurde aus <b>{ $room }</b> entfernt. Deine Freigabe dort ist zu Ende.
                [removed] Du wurdest aus <b>{ $room }</b> entfernt. Deine Freigabe dort ist zu Ende.
               *[closed] <b>{ $room }</b> wurde geschlossen. Deine Freigabe dort ist zu Ende.
            }
    } Wenn dein Handy noch einen Live-Standort sendet, stopp ihn dort.

no-new-position = Kein neuer Standort. Zeit seit dem letzten: { $age }. Stillstehen sieht genauso aus.

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

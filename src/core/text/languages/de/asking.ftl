# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = Wenn ich „{ $wanted }“ erreichen kann und die Person Fragen erlaubt, habe ich sie gefragt. Wenn sie teilt, erfährst du es.
ask-whom =
    Schreib hier, wen ich fragen soll: <code>/ask NAME</code>. Niemand sonst liest es.
    Damit niemand dich fragen kann: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Um eine Person zu fragen, schreib mir privat <code>/ask NAME</code>. Dort liest es niemand sonst.
ask-button = Privat fragen

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Die Mitglieder dieses Raums können dich durch mich fragen, wo du bist. Ich frage dich privat, und du entscheidest jedes Mal.
       *[named] Die Mitglieder von <b>{ $rooms }</b> können dich durch mich fragen, wo du bist. Ich frage dich hier, und du entscheidest jedes Mal.
    }
ask-is-off =
    { $rooms ->
        [none] Kein Mitglied dieses Raums kann dich durch mich fragen, wo du bist. Um es wieder zu erlauben: <code>/ask on</code>.
       *[named] Niemand in <b>{ $rooms }</b> kann dich durch mich fragen, wo du bist. Um es wieder zu erlauben: <code>/ask on</code>.
    }
ask-nowhere = Ich kenne keinen Raum, in dem wir beide sind. Schreib <code>/ask off</code> oder <code>/ask on</code> in dem Raum, für den es gelten soll.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Ein Admin bittet alle hier, ihren Standort zu teilen.
       *[named] <b>{ $person }</b> bittet alle hier, ihren Standort zu teilen.
    }
everybody-how = Wenn du willst, sende mir deinen Standort privat; der Weg dorthin ist unten. Oder schreib <code>/share</code>.
everybody-how-aside = Wenn du willst, schreib <code>/share</code>. Dann schreibe ich dir in einem Direktchat, und du sendest mir deinen Standort dort.
everybody-asked-before = Alle hier wurden vor Kurzem gefragt. Um eine Person zu fragen, schreib mir privat <code>/ask NAME</code>.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> fragt, wo du bist.
       *[named] <b>{ $name }</b> fragt in <b>{ $room }</b>, wo du bist.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none] { $people } Personen fragen, wo du bist:
       *[named] { $people } Personen fragen in <b>{ $room }</b>, wo du bist:
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, aus { $room }
# $left: how long an answer is waited for
request-how = Wenn du teilst, sehen es alle Mitglieder dort. Bis du wählst, sieht niemand etwas. Diese Frage gilt noch { $left }.
# Shown to her alone, in the room.
request-here = Nur du siehst das. Um zu antworten, öffne den privaten Chat.
request-button = Privat antworten

# On buttons, and numbered.
request-once = Einmal senden
request-quarter = 15 Minuten
request-hour = 1 Stunde
request-not-now = Nicht jetzt
request-never = Nie mehr aus diesem Raum

request-once-chosen = Dein nächster Standort geht an die Mitglieder von <b>{ $room }</b>, einmal.
request-live-chosen = Dein nächster Standort geht an die Mitglieder von <b>{ $room }</b>. Das dauert höchstens { $longest }, dann endet es.
# On the button that sends a location.
request-send-location = Meinen Standort einmal senden
request-refused = Mit <b>{ $room }</b> wird nichts geteilt. Wer gefragt hat, erfährt nichts.
request-refused-always = Mit <b>{ $room }</b> wird nichts geteilt. Niemand dort kann dich noch einmal durch mich fragen. Um es zu erlauben: <code>/ask on</code>.
request-over = Die Frage, wo du bist, ist vorbei. Durch sie wurde nichts geteilt.
request-answered = Du teilst mit dem Raum, aus dem die Frage kam. Wer gefragt hat, sieht, wo du bist.
no-request = Im Moment fragt niemand, wo du bist. Um trotzdem zu teilen: <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Keine Antwort hat jemand anderem gezeigt, wo du bist. Ich notiere jede und speichere das eine Speicherfrist ihres Raums lang.
       *[room] Keine Antwort hier hat jemand anderem gezeigt, wo du bist. Ich notiere jede und speichere das eine Speicherfrist lang.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] Eine Antwort hat jemand anderem gezeigt, wo du bist:
               *[other] { $looks } Antworten haben jemand anderem gezeigt, wo du bist, die neueste zuerst:
            }
       *[room]
            { $looks ->
                [one] Eine Antwort hier hat jemand anderem gezeigt, wo du bist:
               *[other] { $looks } Antworten hier haben jemand anderem gezeigt, wo du bist, die neueste zuerst:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    <b>{ $name }</b> hat gefragt, { $when }. Du wurdest { $square ->
        [none] genau gezeigt
       *[known] in einem Quadrat gezeigt, Seitenlänge: { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] Die Antwort steht in <b>{ $room }</b>.
        [one] Die Antwort steht in <b>{ $room }</b> (ein Mitglied).
       *[other] Die Antwort steht in <b>{ $room }</b> ({ $people } Mitglieder).
    }
who-stood =
    { $people ->
        [none] Die Antwort stand in <b>{ $room }</b>. Dauer: { $stood }.
        [one] Die Antwort stand in <b>{ $room }</b> (ein Mitglied). Dauer: { $stood }.
       *[other] Die Antwort stand in <b>{ $room }</b> ({ $people } Mitglieder). Dauer: { $stood }.
    }
who-on-board = Die Tafel in <b>{ $room }</b> hat geantwortet.
who-by-board =
    Eine Tafel hat dich von selbst gezeigt, zuerst { $when }. Du wurdest { $square ->
        [none] genau gezeigt
       *[known] in einem Quadrat gezeigt, Seitenlänge: { $square }
    }. { $where }
who-alone = Nur wer gefragt hat, kann die Antwort lesen. Sie steht noch.
who-alone-before = Nur wer gefragt hat, konnte die Antwort lesen. Dauer: { $stood }.
# In the place of a name.
who-admin = Ein Admin, der als der Raum selbst sprach,
who-forgotten = Jemand, dessen Namen ich seither vergessen habe,
who-more =
    { $more ->
        [one] Eine weitere Antwort steht nicht in der Liste. Um weiterzulesen: <code>/{ $command }</code>.
       *[other] { $more } weitere Antworten stehen nicht in der Liste. Um weiterzulesen: <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Ich sage dir privat, wenn jemand zum ersten Mal ansieht, was du teilst. Um das zu beenden: <code>/who each off</code>.
       *[off] Ich sage dir nicht von selbst, wenn jemand nachsieht. Um von jedem ersten Blick zu hören: <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] <b>{ $name }</b> hat gefragt und sah, wo du bist. Alle Antworten, die dich zeigten: <code>/who</code>.
       *[named] <b>{ $name }</b> hat in <b>{ $room }</b> gefragt und sah, wo du bist. Alle Antworten, die dich zeigten: <code>/who</code>.
    }

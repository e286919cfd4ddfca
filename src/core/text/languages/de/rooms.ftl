# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said about a room and its settings.

welcome =
    Durch mich können Personen in diesem Raum einander sehen lassen, wo sie sind. Du wirst nur gezeigt, wenn du dich dafür entscheidest.
    Um zu teilen: <code>/share</code>. Um zu fragen: <code>/whereis</code>. Ich notiere, wem gezeigt wurde, wo du bist: <code>/who</code>. Was sonst gespeichert wird: <code>/privacy</code>.
live-not-heard = In diesem Raum höre ich nur Befehle, keine Live-Standorte. Das ist die stille Einstellung. Sende mir deinen privat, über die Schaltfläche bei <code>/share</code>. Oder mach mich zum Admin, dann höre ich sie auch hier.
live-no-longer-heard = Ich bin nicht mehr Admin dieses Raums. Darum folge ich Live-Standorten, die hier geteilt werden, nicht mehr.
room-replaced =
    Dieser Raum ersetzt einen anderen, in dem ich war. Dessen Einstellungen sind mitgekommen: Die Speicherfrist ist <b>{ $expiry }</b>.
    Was dort geteilt war, ist zu Ende, und diese Standorte sind vernichtet. Um mit diesem Raum zu teilen: <code>/share</code>.
# $expiry: how long a position is kept meanwhile; $square: how exactly people are shown meanwhile
data-lost =
    Ich habe einen Teil meiner Daten verloren. Darum ist alles zu Ende, was hier geteilt war. Um wieder zu teilen: <code>/share</code>.
    Auch was hier eingestellt war, ist vielleicht verloren. Bis du mit <code>/precision</code> neu wählst, wirst du nur in einem Quadrat gezeigt, Seitenlänge: { $square }.
    Bis ein Admin wieder <code>/expiry</code> schreibt, bleibt ein Standort <b>{ $expiry }</b> lang gespeichert. Bis ein Admin mit <code>/setup</code> neu wählt, sind Antworten nur für die Person, die gefragt hat.
live-allowed =
    { $outcome ->
        [allowed-now] Erledigt. Jedes Mitglied dieses Raums kann jetzt einen Live-Standort teilen.
        [allowed-before] Jedes Mitglied dieses Raums kann schon einen Live-Standort teilen.
        [may-not-write] Mitglieder dürfen in diesem Raum nicht schreiben, also auch keinen Live-Standort teilen. Nichts wurde geändert. Sie können privat mit mir teilen.
        [not-known] Der Server hat nicht gesagt, ob das geklappt hat. Schreib <code>/setup live</code> in einer Minute noch einmal: Dann sagt es dir, was gilt.
       *[no-power]
            Mitglieder können hier weiter keinen Live-Standort teilen: Ich darf nicht ändern, was sie dürfen.
            Erlaube es selbst in den Raumeinstellungen, unter Rollen und Berechtigungen, bei „Live-Standort teilen“. Oder mach mich zum Admin dieses Raums, und schreib noch einmal <code>/setup live</code>.
    }

expiry-kept = Ein Standort bleibt <b>{ $expiry }</b> lang gespeichert, nachdem er gemeldet wurde, dann wird er vernichtet.
expiry-change = Admins dieses Raums können das ändern: <code>/expiry 2 hours</code>, mindestens { $shortest }, höchstens { $longest }.
expiry-not-understood =
    Ich habe „{ $given }“ nicht als Zeit verstanden. Nichts wurde geändert.
    { expiry-examples }
expiry-out-of-bounds =
    { $asked } ist nicht möglich: Die Speicherfrist ist mindestens { $shortest } und höchstens { $longest }. Nichts wurde geändert.
    { expiry-examples }
expiry-examples = Beispiele: <code>/expiry 90 minutes</code>, <code>/expiry 2 hours</code>, <code>/expiry 1 day</code>.
expiry-unchanged = Die Speicherfrist dieses Raums ist schon <b>{ $expiry }</b>. Nichts wurde geändert.
expiry-shortened =
    Die Speicherfrist dieses Raums ist jetzt <b>{ $expiry }</b>. Nichts, was schon geteilt ist, bleibt länger gespeichert.
    Ältere Standorte wurden gerade vernichtet.
expiry-set =
    Die Speicherfrist dieses Raums ist jetzt <b>{ $expiry }</b>, für alles, was ab jetzt geteilt wird.
    Was jemand schon teilt, behält die kürzere Speicherfrist, mit der es begann.

meeting-set =
    { $accuracy ->
        [none] Neuer Treffpunkt: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , um <b>{ $time }</b> Uhr.
        } Noch { $left } gespeichert.
       *[known] Neuer Treffpunkt: irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt{ $time ->
            [none] .
           *[known] , um <b>{ $time }</b> Uhr.
        } Noch { $left } gespeichert.
    }
meeting-is =
    { $accuracy ->
        [none] Der Treffpunkt ist <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , um <b>{ $time }</b> Uhr.
        } Noch { $left } gespeichert.
       *[known] Der Treffpunkt ist irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt{ $time ->
            [none] .
           *[known] , um <b>{ $time }</b> Uhr.
        } Noch { $left } gespeichert.
    }
meeting-on-board =
    { $accuracy ->
        [none] Der Treffpunkt ist <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , um <b>{ $time }</b> Uhr.
        }
       *[known] Der Treffpunkt ist irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt{ $time ->
            [none] .
           *[known] , um <b>{ $time }</b> Uhr.
        }
    }
meeting-set-there = Er wurde in <b>{ $room }</b> festgelegt. Dieser Raum ist mit hier verbunden.
meeting-ended = Dieser Raum hat keinen Treffpunkt mehr. Antworten, die ihn zeigten, werden gelöscht.
no-meeting = Dieser Raum hat keinen Treffpunkt.
meet-how = Admins dieses Raums können einen setzen: <code>/meet here</code>, <code>/meet 52.5200 13.4050 at 15:30</code>. Um ihn zurückzunehmen: <code>/meet off</code>.
meet-time-not-read = Ich habe „{ $given }“ nicht als Uhrzeit verstanden. Nichts wurde geändert.
meet-as-the-room = Du sprichst als der Raum selbst, darum weiß ich nicht, wo du bist. Nichts wurde geändert.
meet-from-where = Ich weiß nicht, wo du jetzt bist. Teile erst deinen Standort mit diesem Raum, oder schreib <code>/meet</code> mit Zahlen.
meet-too-coarse = Du wirst hier nur in einem Quadrat von { $square } gezeigt, und das ist kein Treffpunkt. Schreib <code>/meet</code> mit Zahlen.
meet-two-places = „{ $given }“ kann zwei Orte bedeuten. Schreib es mit Buchstaben: <code>/meet 52.5200N 13.4050E</code>.

# $square: none when the position is shown exactly; $rooms: none when it is this room
precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] Den Mitgliedern dieses Raums wird genau gezeigt, wo du bist, soweit dein Handy es weiß.
               *[named] Den Mitgliedern von <b>{ $rooms }</b> wird genau gezeigt, wo du bist, soweit dein Handy es weiß.
            }
       *[known]
            { $rooms ->
                [none] Den Mitgliedern dieses Raums wird nur gezeigt, dass du irgendwo in einem festen Quadrat bist, nichts Genaueres. Seitenlänge: <b>{ $square }</b>.
               *[named] Den Mitgliedern von <b>{ $rooms }</b> wird nur gezeigt, dass du irgendwo in einem festen Quadrat bist, nichts Genaueres. Seitenlänge: <b>{ $square }</b>.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] Ab jetzt sieht dieser Raum genau, wo du bist, soweit dein Handy es weiß.
               *[named] Ab jetzt sieht man in <b>{ $rooms }</b> genau, wo du bist, soweit dein Handy es weiß.
            }
       *[known]
            { $rooms ->
                [none] Ab jetzt sieht dieser Raum nur, dass du irgendwo in einem festen Quadrat bist. Seitenlänge: <b>{ $square }</b>.
               *[named] Ab jetzt sieht man in <b>{ $rooms }</b> nur, dass du irgendwo in einem festen Quadrat bist. Seitenlänge: <b>{ $square }</b>.
            }
            Wenn du ins nächste Quadrat wechselst, kann man das sehen. Antworten, die dich genauer gezeigt haben, werden gelöscht.
    }
precision-choices = Um es zu ändern: <code>/precision exact</code>, <code>/precision 100m</code>, <code>/precision 1km</code> oder <code>/precision 5km</code>.
precision-not-understood =
    Ich habe „{ $given }“ nicht verstanden. Nichts wurde geändert.
    { precision-choices }
precision-nowhere = Ich kenne keinen Raum, in dem wir beide sind. Schreib <code>/precision</code> in dem Raum, für den es gelten soll.
precision-not-now = Nichts wurde geändert.

forgotten =
    Erledigt. Alles von dir, was ich gespeichert hatte, ist vernichtet, in allen Räumen: Standorte, Freigaben und was du gewählt hast.
    Wenn dein Handy noch einen Live-Standort sendet, stopp ihn auch dort. Ich beachte ihn ab jetzt nicht mehr.
wipe-asks =
    Das vernichtet alles, was mit diesem Raum geteilt ist, und seine Einstellungen, für alle. Es lässt sich nicht rückgängig machen.
    Um es zu tun, schreib <code>/wipe yes</code>. Zeit dafür: { $within }.
wipe-not-asked = Nichts wurde vernichtet. Schreib zuerst selbst <code>/wipe</code>, dann <code>/wipe yes</code>.
wiped =
    Erledigt. Alles, was mit diesem Raum geteilt war, ist vernichtet, für alle.
    Seine Einstellungen sind wie neu: Die Speicherfrist ist { $expiry }. Wer hier <code>/precision</code> gewählt hatte, wählt es neu; bis dahin zeige ich genau, wo die Person ist.

# Of rooms that are linked.

link-code =
    Im anderen Raum schreibt ein Admin <code>/link { $code }</code>. Der Code gilt einmal. Zeit dafür: { $within }. Zeig ihn sonst niemandem.
    Schreib danach hier noch einmal <code>/link</code>: Ich sage dir, welcher Raum es ist, und du bestätigst.
link-is = Dieser Raum ist verbunden mit <b>{ $rooms }</b>. Um das zu beenden, schreib <code>/link off</code>.
link-as-the-room = Du schreibst als der Raum selbst. Schreib es als du selbst, denn der Code ist für einen Admin allein.
link-given = Der Code stimmt. Ein Admin des anderen Raums liest jetzt, welcher Raum das hier ist, und bestätigt. Vorher wird drüben nichts gezeigt.
link-asked = Ein anderer Raum will mit diesem verbunden werden. Admins können mit <code>/link</code> lesen, welcher Raum es ist.
link-offer =
    { $people ->
        [none] Der andere Raum ist <b>{ $room }</b>, auf { $network }. Ich weiß nicht, wie viele Mitglieder er hat.
       *[known] Der andere Raum ist <b>{ $room }</b>, auf { $network }. Mitglieder: { $people }.
    }
link-means =
    Wenn sie verbunden sind, sehen die Mitglieder beider Räume, wer in einem davon teilt. Die kürzere Speicherfrist gilt für beide.
    Um sie zu verbinden, schreib <code>/link yes</code>. Zeit dafür: { $left }. Um abzulehnen, schreib <code>/link off</code>.
link-not-good = Dieser Code verbindet hier nichts. Ein Code gilt einmal, in einem anderen Raum, und so lange: { $within }.
link-already = Diese beiden Räume sind schon verbunden.
link-too-many = Du hast zu viele Codes versucht. Versuch es später noch einmal, nach: { $within }.
link-full = Einer der beiden Räume ist schon mit so vielen Räumen verbunden, wie es geht. Nichts wurde geändert.
link-not-asked = Nichts wurde verbunden. Schreib zuerst selbst <code>/link</code>, um zu lesen, welcher Raum es ist.
link-refused = Kein Raum wurde mit diesem verbunden, und sein Code gilt nicht mehr.
link-none = Dieser Raum ist mit keinem anderen verbunden.
linked =
    Dieser Raum ist verbunden mit <b>{ $room }</b>, auf { $network }. Die Mitglieder beider Räume sehen, wer in einem davon teilt. Speicherfrist: { $expiry }.
    Was du schon teilst, bleibt in diesem Raum, bis du zustimmst. Admins können die Verbindung beenden: <code>/link off</code>.
unlinked = Dieser Raum ist nicht mehr verbunden mit <b>{ $rooms }</b>. Niemand sieht mehr hinüber, und Antworten, die es zeigten, werden gelöscht.
cross-asks =
    <b>{ $room }</b> ist jetzt verbunden mit <b>{ $rooms }</b>. Du teilst schon länger, darum sehen dich die Mitglieder dort nicht.
    Damit sie dich sehen, schreib <code>/across yes</code>. Um dort ungesehen zu bleiben, tu nichts.
cross-button = sie sollen mich sehen
cross-nothing = Es gibt gerade nichts, dem du zustimmen könntest.
crossed = Die Mitglieder von <b>{ $rooms }</b> können dich jetzt auch sehen.
also-seen-in = Die Mitglieder von <b>{ $rooms }</b> können es auch sehen.
# Beneath what is said of this room: it was stopped, or is shown less exactly.
so-in-linked = Dasselbe gilt in den Räumen, die mit diesem verbunden sind.
also-seen-across = Mitglieder der Räume, die mit diesem verbunden sind, können es auch sehen. Welche Räume: <code>/privacy</code>.
expiry-linked = Dieser Raum ist mit einem anderen verbunden, darum kann die Speicherfrist nur kürzer werden. Nichts wurde geändert. Um sie zu verlängern, schreib zuerst <code>/link off</code>.

account-code =
    Schreib mir privat von deinem anderen Konto: <code>/link { $code }</code>. Der Code gilt einmal. Zeit dafür: { $within }. Zeig ihn sonst niemandem.
    Schreib danach hier noch einmal <code>/link</code>: Ich sage dir, welches Konto es ist, und du bestätigst.
account-given = Der Code stimmt. Schreib jetzt <code>/link</code> von deinem anderen Konto: Es liest, welches Konto das hier ist, und bestätigt.
account-asked = Ein anderes Konto will mit diesem zusammengelegt werden. Schreib <code>/link</code>, um zu lesen, welches Konto es ist.
account-waits = Du hast bestätigt. Schreib jetzt <code>/link</code> von deinem anderen Konto, um auch dort zu bestätigen.
account-offer = Das andere Konto ist { $name }, auf { $network }. Wenn es nicht deins ist, schreib <code>/link off</code>.
account-means =
    Wenn sie zusammengelegt sind, zeigen dich Räume, die beide sehen, einmal. Sie zeigen deinen neuesten Standort, mit der gröberen Genauigkeit.
    Der Name ist der deines Kontos im Raum. Kein Raum sieht einen Standort, den er sonst nicht sähe.
    <code>/stop</code> von einem der Konten gilt für beide. Ich sage es sonst niemandem, aber wer vergleicht, was Räume sehen, kann es herausfinden.
    Um sie zusammenzulegen, schreib <code>/link yes</code>. Zeit dafür: { $left }.
accounts-joined = Dieses Konto ist zusammengelegt mit { $name }, auf { $network }. Um das zu beenden, schreib <code>/link off</code> von einem der beiden.
accounts-parted = Deine zwei Konten sind nicht mehr zusammengelegt. Jedes wird wieder für sich gezeigt.
accounts-forgotten = Dein anderes Konto hat <code>/forget</code> geschrieben. Die zwei sind nicht mehr zusammengelegt, und was dieses geteilt hat, ist beendet.
account-none = Dieses Konto ist mit keinem anderen zusammengelegt, und kein Code von ihm gilt.
account-not-good = Dieser Code legt nichts zusammen. Ein Code gilt einmal, von einem anderen Konto, und so lange: { $within }.
account-not-asked = Nichts wurde zusammengelegt. Schreib zuerst selbst <code>/link</code>, um zu lesen, welches Konto es ist.
account-full = Nichts wurde zusammengelegt. Mehr Konten können hier nicht zusammengelegt werden.
code-of-room = Dieser Code verbindet Räume. Ein Admin schreibt ihn im anderen Raum.
code-of-account = Dieser Code ist für den privaten Chat: Er legt zwei Konten einer Person zusammen. Hier konnten ihn andere lesen, darum gilt er nicht mehr.
privacy-joined = Dieses Konto ist mit einem anderen von dir zusammengelegt. Um zu lesen, mit welchem, schreib <code>/link</code>.

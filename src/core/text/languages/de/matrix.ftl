# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Steps are in the words of Element's apps for phones. Element keeps commands with a slash for itself, so they are told with the other mark.

matrix-steps-in-room =
    Tipp auf deinem Handy in diesem Raum auf das Plus oder die Büroklammer.
    Wähl „Standort“, dann „Live-Standort“, und wie lange.
    Um zu stoppen: <code>!stop</code>, oder stopp es in der App. Auch wenn du die Nachricht entfernst, stoppt es.
matrix-steps-in-private =
    Tipp auf deinem Handy in diesem Chat auf das Plus oder die Büroklammer.
    Wähl „Standort“, dann „Live-Standort“, und wie lange.
    Um zu stoppen: <code>!stop</code>, oder stopp es in der App. Auch wenn du die Nachricht entfernst, stoppt es.
matrix-send-once = Tipp auf deinem Handy in diesem Chat auf das Plus oder die Büroklammer, dann auf „Standort“. Oder tipp Koordinaten ein: <code>!here 52.5200 13.4050</code>.
matrix-send-live = Tipp auf deinem Handy in diesem Chat auf das Plus oder die Büroklammer. Wähl „Standort“, dann „Live-Standort“.
matrix-deleting = Wenn du deine Nachricht entfernst, endet es auch, sobald ich davon erfahre.
matrix-sees = Die Matrix-Server des Raums können sehen, wer wann teilt. In einem Raum ohne Verschlüsselung können sie alles lesen.
matrix-no-board = Matrix hat keine Tafel: Jede Änderung wäre eine weitere Nachricht, und jedes Löschen hinterlässt eine Zeile. Sag <code>/whereis</code>: Deine neue Antwort ersetzt deine letzte.
matrix-came-in-clear =
    Dieser Raum ist verschlüsselt, aber das kam ohne Verschlüsselung. Server konnten es also lesen. Ich habe es nicht angenommen.
    Sende es noch einmal mit einer App, die verschlüsselt.
matrix-not-read =
    Ich konnte das nicht lesen: Der Schlüssel dazu hat mich nicht erreicht.
    Wenn es für mich war, sende es noch einmal. Kommt auch dann keine Antwort: Sieh nach, ob deine App Schlüssel nur an verifizierte Geräte gibt.
matrix-location-not-read = Ich konnte diesen Standort nicht lesen. Darum wurde nichts davon geteilt. Sende ihn noch einmal, oder tipp ihn ein: <code>!here 52.5200 13.4050</code>.
# $by: about how much
matrix-clock-off =
    { $is ->
        [ahead] Die Uhr deines Handys geht ungefähr { $by } vor.
       *[behind] Die Uhr deines Handys geht ungefähr { $by } nach.
    }
    Ich richte mich nach der Zeit des Servers. Dein Live-Standort dauert darum so lange, wie du gewählt hast. Bitte stell die Uhr richtig.
matrix-location-old = Deine App sagt, dass dieser Standort { $by } alt ist. Darum zeige ich ihn als alt. Wenn er neu ist, geht die Uhr deines Handys nach. Stell sie richtig, und sende ihn noch einmal.
matrix-not-verified = Ich habe das nicht angenommen. Soweit ich sehe, kam es von einem Gerät, das in seinem Konto nicht verifiziert ist. Dieses Gerät kann auch mich nicht lesen.
matrix-how-to-verify = Um ein Gerät zu verifizieren: Öffne die Einstellungen der App, dann Verschlüsselung oder Sitzungen, und wähl „Verifizieren“. Bestätige es auf einem anderen deiner Geräte oder mit deinem Wiederherstellungsschlüssel.
# A reaction, which is short, and which anybody can read
matrix-verify-sign = 🔐 verifizieren
matrix-verify-first = Dieser Raum ist verschlüsselt. Ich antworte nur Geräten, die in ihrem Konto verifiziert sind, und nur diese können mich lesen.
matrix-room-is-plain =
    Dieser Raum ist nicht verschlüsselt: Seine Server können jeden Standort und jede Antwort darin lesen, und vielleicht behalten.
    Wer später beitritt, kann vielleicht lesen, was bis dahin nicht gelöscht ist. Ein Admin kann die Verschlüsselung in den Raumeinstellungen einschalten. Ich mache so oder so weiter.
# $read: what those who are not in the room can read of it
matrix-room-is-open =
    { $read ->
        [who-shares] Alle können in diesen Raum hineinsehen, ohne beizutreten. Sie sehen, wer live teilt, wann und wie lange, aber nicht, wo.
       *[all] Alle können diesen Raum lesen, ohne beizutreten: jeden Standort und jede Antwort darin.
    }
    Ein Admin kann das in den Raumeinstellungen ändern, dort, wo steht, wer den Verlauf lesen kann.
matrix-hello-in-private =
    Hier sind nur du und ich: Das ist ein privater Chat. <code>!help</code> zeigt, was ich tue.
    Soll das ein Raum für mehr Personen werden, lade sie ein, bevor du mir sonst etwas schreibst.
matrix-crowded =
    Das war ein privater Chat mit mir, und jetzt ist noch jemand eingeladen. Ich beantworte hier nichts mehr und gehe.
    Soll das ein Raum für euch alle sein, lade mich noch einmal ein.
# Why an invitation was turned down, which clients show beside that. $most: invitations that are taken of one person in an hour
matrix-invitation-declined =
    { $why ->
        [too-many] So viele Einladungen nehme ich pro Stunde von einer Person an: { $most }. Lade mich in einer Stunde noch einmal ein.
        [space] Das ist ein Space, in dem niemand spricht. Lade mich in einen seiner Räume ein.
       *[not-allowed] Wer diesen Bot betreibt, erlaubt nur bestimmten Personen, ihn einzuladen. Frag dort nach, oder frag jemanden mit dieser Erlaubnis.
    }
# The same of a room that the bot leaves.
matrix-left =
    { $why ->
        [may-not-write] Ich darf hier nicht schreiben, könnte also niemandem antworten. Lass mich schreiben, und lade mich dann noch einmal ein.
       *[too-many-people] Dieser Raum hat mehr Personen, als ich betreuen kann.
    }
# What /setup finds in a room, and the step that mends it, a line each. The steps are in the words of Element's apps.
matrix-is-encrypted = Dieser Raum ist verschlüsselt: Seine Server können Standorte und Antworten nicht lesen.
matrix-not-encrypted = Dieser Raum ist nicht verschlüsselt: Seine Server können jeden Standort und jede Antwort darin lesen.
matrix-encrypt = Um das zu ändern: Raumeinstellungen, Sicherheit, Verschlüsselung einschalten. Sie lässt sich nicht wieder ausschalten.
matrix-anybody-reads = Alle können in diesen Raum hineinsehen, ohne beizutreten.
matrix-shows-history = Wer später beitritt, kann lesen, was hier vorher geschrieben wurde, solange es da steht.
matrix-hide-history = Um das zu ändern: Raumeinstellungen, Sicherheit, wer den Verlauf lesen kann: nur Mitglieder, ab ihrem Beitritt.
matrix-anybody-joins = Alle können diesem Raum beitreten, und ab dann fragen, wo du bist.
matrix-close = Um das zu ändern: Raumeinstellungen, Sicherheit, Zugang: privat, nur mit Einladung.
matrix-all-invite = Jedes Mitglied kann andere einladen. Diese können fragen, wo du bist, sobald sie beigetreten sind.
matrix-let-admins-invite = Um das zu ändern: Raumeinstellungen, Rollen und Berechtigungen, Personen einladen: Moderatoren.
matrix-no-live-here = Mitglieder können hier keinen Live-Standort teilen; sie können privat mit mir teilen.
matrix-allow-live =
    { $power ->
        [enough] Um das zu ändern, schreibt ein Admin <code>/setup live</code>.
       *[none] Um das zu ändern: Mach mich zum Admin dieses Raums, und schreib dann <code>/setup live</code>.
    }
matrix-redacts-nothing = Ich darf nicht entfernen, was andere schreiben. Darum bleibt <code>/ask NAME</code> für alle lesbar, wenn jemand es hier schreibt.
matrix-let-redact = Um das zu ändern: Mach mich in diesem Raum zum Moderator.
matrix-answers-alone = Nur du liest die Antwort, in einem Direktchat mit mir. Die Frage bleibt hier für alle lesbar.
# $bot: none when the bot can change it already
matrix-no-live =
    An die Admins: Dieser Raum lässt seine Mitglieder keinen Live-Standort teilen.
    Wenn sie es sollen, öffne die Raumeinstellungen, dann Rollen und Berechtigungen, und stell „Live-Standort teilen“ auf alle.
    { $bot ->
        [none] Wenn deine App diese Einstellung nicht hat, schreib <code>!setup live</code>, und ich ändere es.
       *[named] Wenn deine App diese Einstellung nicht hat, mach mich (<code>{ $bot }</code>) zum Admin, und schreib dann <code>!setup live</code>.
    }
    Was sich ändert: Die nötige Berechtigungsstufe für <code>{ $types }</code> wird <b>0</b>. Bis dahin können alle <code>!here 52.5200 13.4050</code> schreiben.
matrix-move-on =
    Dieser Raum wurde durch einen neuen ersetzt. Lade mich dorthin ein, dann kommen die Einstellungen mit.
    Was hier geteilt ist, endet, wenn ich umziehe. Dort wird nichts geteilt, bis jemand es tut.
# A room without a name, called as clients call it.
matrix-room-of-two = { $one } und { $other }
matrix-room-of-many =
    { $others ->
        [one] { $one } und { $others } weitere Person
       *[other] { $one } und { $others } weitere Personen
    }

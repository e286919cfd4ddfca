# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Ich speichere nur deinen neuesten Standort, verschlüsselt, so lange, wie die Speicherfrist des Raums es sagt.
       *[known] Ich speichere nur deinen neuesten Standort, verschlüsselt, { $expiry } lang, nachdem er gemeldet wurde.
    }
privacy-seen-by =
    { $place ->
        [private] Nur Mitglieder des Raums, den du gewählt hast, und der mit ihm verbundenen Räume können danach fragen. Bis du einen wählst, kann es niemand. Ich notiere jede Antwort, die dich zeigt: <code>/who</code>.
       *[room] Nur Mitglieder dieses Raums können danach fragen, und Admins sehen nicht mehr als andere. Ich notiere jede Antwort, die dich zeigt: <code>/who</code>.
    }
privacy-seen-linked = Nur Mitglieder dieses Raums und von <b>{ $rooms }</b> können danach fragen. Admins sehen nicht mehr als andere. Ich notiere jede Antwort, die dich zeigt: <code>/who</code>.
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Schreib <code>/stop</code>, dann wird dein Standort sofort vernichtet. { $deleting }
privacy-not-protected = Ich kann dich nicht vor denen schützen, die diesen Bot betreiben, oder vor Mitgliedern, die eine Antwort behalten.
# $others: who else sees what is said, on this network
privacy-others = { $others } Mehr zu alldem: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = Ich speichere auch, was du gewählt hast, deine Sprache, die Räume, in denen ich dich gesehen habe, und seit wann. Solange jemand fragt, wo du bist, speichere ich, wer fragt. Eine Markierung zeigt mir, ob sich dein Name ändert.
privacy-looks = Zu jeder Antwort, die dich zeigt, speichere ich, wer gefragt hat, wann, wo sie stand, und wie lange. Eine Speicherfrist später ist das weg.
privacy-also-ends = Dein Standort wird auch vernichtet, wenn der Live-Standort endet, und wenn du den Raum verlässt. <code>/forget</code> vernichtet alles, was ich über dich speichere.
privacy-square = Mit <code>/precision 1km</code> wird nur ein festes Quadrat gezeigt. Wenn du ins nächste Quadrat wechselst, kann man das sehen.
privacy-pictures = Ein Bild wird mit seiner Antwort gelöscht. Matrix-Server können die Datei danach behalten, verschlüsselt und ohne ihren Schlüssel.
privacy-operator = Wer diesen Bot betreibt, kann lesen, was noch nicht vernichtet ist. Ein Mitglied kann eine Antwort behalten oder weitergeben.

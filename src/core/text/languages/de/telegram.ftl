# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In the words of Telegram's own apps for phones; on a computer Telegram can share no position.

telegram-steps-in-room =
    Tipp auf deinem Handy in dieser Gruppe auf „Medien anhängen“, die Büroklammer.
    Wähl „Standort“, dann „Meinen Live-Standort teilen“, und wie lange.
    Um zu stoppen: <code>/stop</code>, oder „Standortfreigabe beenden“ bei der Nachricht. Wenn du die Nachricht löschst, stoppt es nicht.
telegram-steps-in-private =
    Tipp auf deinem Handy in diesem Chat auf „Medien anhängen“, die Büroklammer.
    Wähl „Standort“, dann „Meinen Live-Standort teilen“, und wie lange.
    Um zu stoppen: <code>/stop</code>, oder „Standortfreigabe beenden“ bei der Nachricht. Wenn du die Nachricht löschst, stoppt es nicht.
    Oder tipp Koordinaten ein: <code>/here 52.5200 13.4050</code>.
telegram-send-once = Tipp auf deinem Handy auf die Schaltfläche unten. Oder tipp Koordinaten ein: <code>/here 52.5200 13.4050</code>.
telegram-send-live = Tipp auf deinem Handy in diesem Chat auf „Medien anhängen“, die Büroklammer. Wähl „Standort“, dann „Meinen Live-Standort teilen“.
telegram-deleting = Wenn du deine Nachricht löschst, endet es nicht.
telegram-sees = Telegram kann alles lesen und behalten, was an einen Bot gesendet wird, und was der Bot antwortet. Was nur du in einer Gruppe siehst, wird gelöscht, soweit deine App davon erfährt.
# In an empty private chat: 512 characters at most.
telegram-description = Ich lasse die Personen in einer Gruppe sehen, wo du bist, so lange, wie du es wählst. Füg mich zu einer Gruppe hinzu, schreib dort /share, und sende mir hier einen Live-Standort. Telegram kann lesen, was an einen Bot gesendet wird.
# In the bot's profile: 120 characters at most.
telegram-short-description = Wo die Personen in deiner Gruppe sind, wenn sie sich entscheiden, es zu teilen.
# What /setup finds in a group, and the step that mends it, a line each. The steps are in the words of Telegram's apps.
telegram-not-encrypted = Telegram kann diese Gruppe lesen, auch Standorte und Antworten: Dort ist keine Gruppe von Ende zu Ende verschlüsselt.
telegram-is-public = Diese Gruppe ist öffentlich: Alle können sie lesen, auch Standorte darin, ohne beizutreten.
telegram-make-private = Um das zu ändern: Gruppe bearbeiten, Gruppenart, Privat.
telegram-shows-history = Wer später beitritt, kann lesen, was hier vorher geschrieben wurde, solange es da steht.
telegram-hide-history = Um das zu ändern: Gruppe bearbeiten, Chatverlauf für neue Mitglieder, Versteckt.
telegram-all-invite = Jedes Mitglied kann andere hinzufügen. Diese können ab dann fragen, wo du bist.
telegram-let-admins-invite = Um das zu ändern: Gruppe bearbeiten, Berechtigungen, „Nutzer hinzufügen“ ausschalten.
telegram-members-unconfirmed =
    { $members ->
        [hidden] Mitglieder sind hier verborgen, und ich bin kein Admin. Darum kann ich kaum jemanden zeigen.
       *[shown] Ich bin hier kein Admin. Darum muss Telegram mir nicht sagen, wer Mitglied ist. Wen ich nicht bestätigen kann, lasse ich weg.
    }
telegram-make-admin = Um das zu ändern: Mach mich zum Admin dieser Gruppe. Es reicht das Recht, Nachrichten zu löschen.
telegram-nobody-writes = Mitglieder dürfen hier nicht schreiben, also hier auch keinen Standort teilen. Sie können privat mit mir teilen.
telegram-let-write = Um das zu ändern: Gruppe bearbeiten, Berechtigungen, „Textnachrichten senden“ einschalten.
telegram-deletes-nothing = Ich darf nicht löschen, was andere schreiben. Darum bleibt <code>/ask NAME</code> für alle lesbar, wenn jemand es hier schreibt.
telegram-let-delete = Um das zu ändern: Gruppe bearbeiten, Administratoren, ich, „Nachrichten löschen“ einschalten.
telegram-basic-group = In dieser Gruppe zeigt Telegram nichts nur einem einzelnen Mitglied. Darum wartet jede Antwort privat auf die Person, die gefragt hat.
telegram-make-supergroup = Um das zu ändern: Gruppe bearbeiten, „Chatverlauf für neue Mitglieder“ auf „Sichtbar“ stellen, dann zurück auf „Versteckt“.
telegram-answers-alone = Eine solche Antwort wird gelöscht, wenn sie nicht mehr gilt, soweit deine App davon erfährt.
telegram-not-invited = Wer mich betreibt, bestimmt, welche Personen mich zu einer Gruppe hinzufügen können. Das war hier nicht erlaubt. Darum verlasse ich diese Gruppe.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = Auf Telegram oder Matrix: Sende einen Live-Standort. In dieser Konsole gibt es keine Handys.
console-steps-in-private = Tipp deine Koordinaten hier ein: <code>/here 52.5200 13.4050</code>.
console-send-location = Tipp deine Koordinaten hier ein: <code>/here 52.5200 13.4050</code>.
console-deleting = Wenn du deine Nachricht löschst, beendet das nichts.
console-sees = Diese Konsole zeigt alles allen, die davor sitzen.
console-no-board = Die Konsole hat keine Tafel: Was gedruckt ist, ändert sich nicht. Sag <code>/whereis</code>.
console-greeting =
    Kein Netzwerk ist eingerichtet, das hier ist also whereat in der Konsole. Personen in einem Raum lassen einander eine Zeit lang sehen, wo sie sind. { $kept ->
        [as-set] Was geteilt wird, wird versiegelt gespeichert, dort, wo die Einstellungen es sagen.
       *[in-memory] Nichts wird auf der Festplatte gespeichert.
    }
    Tipp als irgendwer, in irgendeinem Raum:  ana@march> /here 52.5200 13.4050   dann  ben@march> /whereis   dann  :wait 30m
    Privat:  ana> /help    Was du eintippen kannst:  :help    Zum Beenden:  :quit
console-help =
    {"  "}ana@march> /whereis     ana sagt etwas im Raum march; wer dort zuerst ist, ist Admin
    {"  "}ana> /stop              ana sagt dem Bot etwas privat
    {"  "}:wait 30m               eine halbe Stunde vergeht
    {"  "}:join ana march         ana betritt den Raum; ebenso :leave ana march, :kick ana march, :admin ana march
    {"  "}:room hall matrix       der Raum hall wird als einer auf Matrix gespielt, wie auch wer darin ist
    {"  "}mia@hall> /link CODE    CODE steht für den Code, der zuletzt gezeigt wurde
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = in { $room }
console-to = nur an { $person }
console-within = in { $room }, nur an { $person }
console-in-place = { $where }, an Stelle der letzten Antwort
console-choose = (antworte mit der Nummer)
console-private-chat = [{ $label }: schreib /start { $payload }]
console-pin = (mit einem Kartenpunkt auf der Karte des Netzwerks)
console-picture = (mit einem Bild: { $path })
console-deleted = (die Antwort ist gelöscht: „{ $beginning }…“)
console-reacts = (der Bot reagiert: 👍)

console-unclear = Eine Zeile ist person@raum> Nachricht oder person> Nachricht. :help sagt mehr.
console-unknown = Das verstehe ich nicht. :help zeigt, was du hier eintippen kannst.
console-nearest = Das verstehe ich nicht. Meinst du :{ $verb }? :help zeigt, was du hier eintippen kannst.
console-not-in = { $person } ist nicht in { $room }
console-gone-from = { $person } ist nicht mehr in { $room }. Um zurückzukommen: <code>:join { $person } { $room }</code>
console-who-and-where = Wer, und welcher Raum? Zum Beispiel <code>:{ $verb } ana march</code>
console-which-network = Welcher neue Raum, und auf welchem Netz? Es gibt { $networks }. Zum Beispiel <code>:room hall matrix</code>
console-how-long = Wie lange? Zum Beispiel :wait 30m
console-longest = Auf einmal höchstens { $longest }.
console-later = ({ $time } später)
console-people = { $people }
console-nobody-yet = noch niemand
console-no-rooms = noch keine Räume
console-room = { $room }: { $people }
console-empty-room = { $room }: niemand
console-admin = { $person } (Admin)

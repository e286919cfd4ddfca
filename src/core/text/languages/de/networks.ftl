# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Diese Antwort gilt nicht mehr.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Antworte mit der Nummer.

# Of a network that says nothing of its own.
network-steps =
    Tipp deine Koordinaten hier ein: <code>/here 52.5200 13.4050</code>. Sie werden einmal geteilt.
    Um zu stoppen: <code>/stop</code>. Wenn du die Nachricht löschst, stoppt es vielleicht nicht.
network-send-once = Tipp deine Koordinaten hier ein: <code>/here 52.5200 13.4050</code>.
network-send-live = Tipp deine Koordinaten hier ein: <code>/here 52.5200 13.4050</code>.
network-deleting = Wenn du deine Nachricht löschst, endet es vielleicht nicht.
network-sees = Wer dieses Chat-Netzwerk betreibt, kann vielleicht sehen, was hier geschrieben wird, und von wem.
network-no-board = Dieses Netzwerk hat keine Tafel: Hier kann keine Nachricht an ihrem Platz aktuell bleiben. Sag <code>/whereis</code>: Deine neue Antwort ersetzt deine letzte.

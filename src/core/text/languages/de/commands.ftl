# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Durch mich können Personen in diesem Raum einander sehen lassen, wo sie sind. Du wirst nur gezeigt, wenn du dich dafür entscheidest.
help-in-private = Ich lasse Personen in einem Raum sehen, wo du bist, so lange, wie du es wählst.

menu-whereis = wo alle sind, die hier teilen, oder die du nennst, oder wer am nächsten ist
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = der Kartenpunkt einer Person, nur an dich gesendet; ein Kartendienst erfährt den Ort
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = die Antwort als Bild, von mir gezeichnet; kein Kartendienst erfährt den Ort
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = eine Person privat fragen, wo sie ist, oder alle; off und on: ob andere dich fragen können
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = wie du deinen Standort von hier aus teilst
help-share = <code>/share</code>: { menu-share }.
menu-here = einen Standort einmal teilen, als Zahlen oder als Link mit geo:
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = beenden, was du mit diesem Raum teilst; privat: mit jedem Raum
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = wo und wann sich die Leute dieses Raums treffen; Admins können es setzen
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = wie lange ein Standort gespeichert bleibt; Admins können es ändern
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = wie genau du hier gezeigt wirst
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = die Sprache, in der ich mit dir spreche
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = was gespeichert wird, wie lange, wer es sehen kann, und wovor ich nicht schützen kann
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = alles vernichten, was über dich gespeichert ist, in allen Räumen
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = diesen Raum mit einem anderen verbinden; privat zwei deiner Konten zusammenlegen; off beendet es
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = alles vernichten, was mit diesem Raum geteilt ist, für alle; fragt vorher nach
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = wie dieser Raum eingerichtet ist, was besser sein kann, und wer die Antworten liest; Admins können es ändern
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = wer nachgesehen hat, wo du bist, wann, und wo die Antwort stand; each: eine Nachricht bei jedem ersten Blick
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = was ich hier tue
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Nur ein Admin dieses Raums kann allen Mitgliedern erlauben, einen Live-Standort zu teilen.
        [expiry] Nur ein Admin dieses Raums kann die Speicherfrist ändern.
        [link] Nur ein Admin dieses Raums kann ihn mit einem anderen verbinden.
        [meet] Nur ein Admin dieses Raums kann den Treffpunkt setzen. Nichts wurde geändert.
        [setup] Nur ein Admin dieses Raums kann ändern, wie er eingerichtet ist. Nichts wurde geändert. Um es zu sehen: <code>/setup</code>.
        [wipe] Nur ein Admin dieses Raums kann vernichten, was mit ihm geteilt ist.
       *[other] Nur ein Admin dieses Raums kann das tun.
    }
room-only = Schreib <code>/{ $command }</code> in dem Raum, für den es gelten soll.
nobody-in-particular = Du schreibst als der Raum selbst. Darum weiß ich nicht, wer du bist. Nichts wurde geändert. Schreib mir privat <code>/{ $command }</code>.
went-wrong = Bei mir ist etwas schiefgegangen. Ich kann nicht sagen, ob es getan wurde. Bitte schreib es noch einmal.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Dieser Standort wurde als Gruppe gesendet. Er gehört also niemandem, und ich zeige ihn niemandem. Sende ihn als du selbst, oder sende ihn mir privat.
        [as-a-channel] Dieser Standort wurde als Kanal gesendet. Er gehört also niemandem, und ich zeige ihn niemandem. Sende ihn als du selbst, oder sende ihn mir privat.
        [said-as-a-channel] Das wurde als Kanal geschrieben. Darum weiß ich nicht, wer du bist, und habe nichts getan. Schreib es als du selbst.
        [passed-on] Ich lese nur, was du selbst schreibst, nichts Weitergeleitetes. Was ich kann: <code>/help</code>.
       *[no-words] Ich lese nur Worte und Standorte. Um zu teilen, wo du bist, sende mir deinen Live-Standort. Was ich kann: <code>/help</code>.
    }
edited-command = In einer bearbeiteten Nachricht lese ich nur <code>/stop</code> und <code>/forget</code>. Schreib es noch einmal in einer neuen Nachricht.
start-in-room = Um mit diesem Raum zu teilen: <code>/share</code>. Um zu fragen, wo andere sind: <code>/whereis</code>. Alles, was ich kann: <code>/help</code>.
# Where a room forbids reactions.
taken-in = Ich habe deinen Standort. Personen in diesem Raum können jetzt fragen, wo du bist. Um das zu beenden: <code>/stop</code>.
unknown-command = Ich kenne <code>/{ $command }</code> nicht. <code>/help</code> zeigt, was ich tue.
unknown-command-nearest = Ich kenne <code>/{ $command }</code> nicht. Meinst du <code>/{ $nearest }</code>? <code>/help</code> zeigt, was ich tue.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] Du hast <code>/{ $command }</code> { $age } geschrieben. Das kam erst jetzt bei mir an. Es teilt nichts. Um zu teilen, schreib es noch einmal.
        [asks] Du hast <code>/{ $command }</code> { $age } geschrieben. Das kam erst jetzt bei mir an. Um zu fragen, schreib es noch einmal.
       *[other] Du hast <code>/{ $command }</code> { $age } geschrieben. Das kam erst jetzt bei mir an. Nichts hat sich geändert. Wenn du es noch willst, schreib es noch einmal.
    }
not-a-command =
    Ich verstehe Befehle und deinen eigenen Standort, den du selbst sendest. Aus dieser Nachricht habe ich nichts übernommen.
    <code>/help</code> zeigt, was ich tue; <code>/share</code> sagt, wie du teilst.
too-many-commands = Das war viel in kurzer Zeit. Ich schweige eine Minute, frag danach noch einmal. <code>/stop</code> geht immer.
too-many-in-all = Im Moment wird so viel von mir verlangt, dass ich nicht antworten kann. Versuch es in einer Minute noch einmal. <code>/stop</code> geht immer.

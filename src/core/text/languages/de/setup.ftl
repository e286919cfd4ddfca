# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] Ich habe hier nichts gefunden, was zu verbessern ist.
        [one] Eine Sache kann hier besser sein:
       *[other] { $amiss } Sachen können hier besser sein:
    }
setup-not-whole = Ich konnte jetzt nicht alles ansehen. Schreib in einer Minute noch einmal <code>/setup</code>.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Meine Antworten sind hier nur für die Person, die gefragt hat. Admins können alle sie lesen lassen: <code>/setup answers room</code>.
       *[room] Meine Antworten sind hier für alle im Raum. Admins können sie nur der Person geben, die gefragt hat: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Antworten nur für die Fragenden
       *[room] Antworten für alle
    }
setup-board =
    { $board ->
        [private] Hier gibt es keine Tafel: Alle würden sie lesen, und meine Antworten sind nur für die Person, die fragt.
        [on] Eine Tafel zeigt hier, wer teilt: eine einzige Nachricht, die ich aktuell halte. Admins können sie entfernen: <code>/setup board off</code>.
       *[off] Admins können hier eine Tafel haben: eine einzige Nachricht, immer aktuell, die zeigt, wer teilt. Dafür: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Tafel aufstellen
       *[off] Tafel entfernen
    }
setup-board-values =
    „{ $given }“ kann man nicht wählen. Nichts wurde geändert.
    Beispiele: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Ein Admin hat das geändert: Ab jetzt zeigt hier eine Tafel, wer teilt und wo. Sie ist eine einzige Nachricht, die ich aktuell halte. Mit ihr antworte ich auf <code>/whereis</code>.
       *[off] Ein Admin hat das geändert: Die Tafel wird gelöscht. Ich antworte auf <code>/whereis</code> wieder mit einer eigenen Nachricht.
    }
board-ended = Auch die Tafel wird gelöscht, denn alle lesen sie.
board-not-private = Meine Antworten sind hier nur für die Person, die fragt, und eine Tafel würden alle lesen. Nichts wurde geändert. Für eine Tafel sag zuerst <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Ich räume hier auf: Wo ich darf, lösche ich Befehle, und Standorte, wenn sie zu Ende sind. Admins können das beenden: <code>/setup tidy off</code>.
       *[off] Was Mitglieder hier sagen, bleibt stehen. Admins können mich Befehle löschen lassen, und Standorte, wenn sie zu Ende sind: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Die früheren Punkte eines Live-Standorts bleiben in diesem Raum. Ich entferne seinen Anfang und seinen letzten Punkt.
setup-tidy-button =
    { $tidy ->
        [on] Hier aufräumen
       *[off] Stehen lassen, was Mitglieder sagen
    }
tidy-changed =
    { $tidy ->
        [on] Ein Admin hat das geändert: Ab jetzt lösche ich hier Befehle, und Standorte, wenn sie zu Ende sind. Ich tue es, wo ich darf.
       *[off] Ein Admin hat das geändert: Ab jetzt lösche ich hier nichts, was Mitglieder sagen.
    }
setup-expiry = Ein Standort bleibt <b>{ $expiry }</b> lang gespeichert. Admins können das ändern: <code>/expiry 2 hours</code>.
setup-reachable = Mit <code>/ask</code> erreiche ich, wer mir hier etwas geschrieben und den privaten Chat mit mir geöffnet hat. <code>/share</code> führt dorthin.
setup-no-such =
    Ich kenne „{ $given }“ nicht. Nichts wurde geändert.
    Beispiele: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    „{ $given }“ kann man nicht wählen. Nichts wurde geändert.
    Beispiele: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = Es ist schon so. Nichts wurde geändert.
answers-changed =
    { $answers ->
        [private] Ein Admin hat das geändert: Ab jetzt erreicht meine Antwort hier nur die Person, die gefragt hat. Antworten, die hier standen, werden gelöscht.
       *[room] Ein Admin hat das geändert: Ab jetzt lesen alle in diesem Raum, was ich hier antworte.
    }

# $kept: for how long it waits
answer-waits = Ich antworte hier privat. Die Antwort wartet { $kept } auf die Person, die gefragt hat.
answer-button = Privat lesen
answer-invited = Ich antworte hier privat. An die Person, die gefragt hat: Nimm meine Einladung in einen Direktchat an, oder beginn einen, und lies sie dort. Zeit dafür: { $kept }.
answer-unreachable = Ich antworte hier privat, und konnte der Person, die gefragt hat, nicht schreiben. An diese Person: Beginn einen Direktchat mit mir, und frag dort.
answers-need-a-person = Antworten gehen hier nur an die Person, die gefragt hat. Du schreibst als der Raum selbst. Darum weiß ich nicht, wer das ist. Frag mich privat.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Ich spreche mit dir in dieser Sprache: { $language }.
# $languages: as their own people call them
language-choices = Um sie zu ändern, schreib <code>/language</code> und eine von diesen: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Ab jetzt spreche ich mit dir in dieser Sprache: { $language }.
language-by-app = Ab jetzt spreche ich mit dir in der Sprache deiner App, wenn ich sie kann.
language-not-spoken = Ich spreche „{ $given }“ nicht. Nichts wurde geändert.
setup-language = In diesem Raum spreche ich { $language }. Admins können das ändern: <code>/setup language Español</code>.
room-language-changed = Ein Admin hat das geändert: Ab jetzt spreche ich in diesem Raum { $language }.

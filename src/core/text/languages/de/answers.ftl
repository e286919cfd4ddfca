# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }. Noch { $left } gespeichert.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } bei <code>{ $position }</code>, um mindestens { $accuracy } ungenau{ $heading ->
                [none] {""}
               *[known] , unterwegs nach { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }. Noch { $left } gespeichert.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } bei <code>{ $position }</code>, Genauigkeit unbekannt{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }. Noch { $left } gespeichert.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } bei <code>{ $position }</code>, auf { $accuracy } genau{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }. Noch { $left } gespeichert.
            }
    }
where-is-on-board =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } bei <code>{ $position }</code>, um mindestens { $accuracy } ungenau{ $heading ->
                [none] {""}
               *[known] , unterwegs nach { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } bei <code>{ $position }</code>, Genauigkeit unbekannt{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } bei <code>{ $position }</code>, auf { $accuracy } genau{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }.
            }
    }
# $asker: the one who asked, in a room; "you" in private.
where-is-from =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } { $distance } von { $asker ->
                [none] dir
               *[known] <b>{ $asker }</b>
            } entfernt in Richtung { $direction }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }. Irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt, noch { $left } gespeichert.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } { $distance } von { $asker ->
                [none] dir
               *[known] <b>{ $asker }</b>
            } entfernt in Richtung { $direction }{ $heading ->
                [none] {""}
               *[known] , unterwegs nach { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }. Bei <code>{ $position }</code>, um mindestens { $accuracy } ungenau, noch { $left } gespeichert.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } { $distance } von { $asker ->
                        [none] dir
                       *[known] <b>{ $asker }</b>
                    } entfernt in Richtung { $direction }{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }. Bei <code>{ $position }</code>, Genauigkeit unbekannt, noch { $left } gespeichert.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } { $distance } von { $asker ->
                        [none] dir
                       *[known] <b>{ $asker }</b>
                    } entfernt in Richtung { $direction }{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }. Bei <code>{ $position }</code>, auf { $accuracy } genau, noch { $left } gespeichert.
            }
    }
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    { $bound ->
        [somewhere]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } weniger als { $distance } von { $asker ->
                [none] dir
               *[known] <b>{ $asker }</b>
            } entfernt{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }. Irgendwo höchstens { $accuracy } von <code>{ $position }</code> entfernt, noch { $left } gespeichert.
        [at-least]
            <b>{ $name }</b> { $seen ->
                [last] wurde zuletzt gesehen
               *[now] ist
            } weniger als { $distance } von { $asker ->
                [none] dir
               *[known] <b>{ $asker }</b>
            } entfernt{ $heading ->
                [none] {""}
               *[known] , unterwegs nach { $heading }
            }{ $place ->
                [none] {""}
               *[known] , { $place }
            }, Stand: { $when }. Bei <code>{ $position }</code>, um mindestens { $accuracy } ungenau, noch { $left } gespeichert.
       *[within]
            { $accuracy ->
                [none]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } weniger als { $distance } von { $asker ->
                        [none] dir
                       *[known] <b>{ $asker }</b>
                    } entfernt{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }. Bei <code>{ $position }</code>, Genauigkeit unbekannt, noch { $left } gespeichert.
               *[known]
                    <b>{ $name }</b> { $seen ->
                        [last] wurde zuletzt gesehen
                       *[now] ist
                    } weniger als { $distance } von { $asker ->
                        [none] dir
                       *[known] <b>{ $asker }</b>
                    } entfernt{ $heading ->
                        [none] {""}
                       *[known] , unterwegs nach { $heading }
                    }{ $place ->
                        [none] {""}
                       *[known] , { $place }
                    }, Stand: { $when }. Bei <code>{ $position }</code>, auf { $accuracy } genau, noch { $left } gespeichert.
            }
    }
said-together = { $first } { $second }
from-meeting = Das ist { $distance } vom Treffpunkt entfernt in Richtung { $direction }.
near-meeting = Das ist weniger als { $distance } vom Treffpunkt entfernt.
at-street =
    { $district ->
        [none] { $street }
       *[known] { $street }, { $district }
    }
near-district = nahe { $district }
board-begins = Hier zeige ich, wer mit diesem Raum teilt.
board-kept = Ich halte diese Tafel aktuell. Ein Standort verschwindet von ihr, wenn er nicht mehr geteilt wird oder seine Zeit vorbei ist.
position-destroyed = <b>{ $name }</b> teilt weiter, aber ich habe jetzt keinen Standort. Der letzte wurde vernichtet: Jeder bleibt höchstens { $expiry } gespeichert.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> teilt mit diesem Raum.
       *[named] <b>{ $name }</b> teilt mit <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] Von denen, nach denen du gefragt hast, kann ich dir eine Person zeigen.
       *[other] Von denen, nach denen du gefragt hast, kann ich dir { $people } Personen zeigen.
    }
nearest-to-whom = Ich weiß nicht, wo du bist. Darum kann ich nicht sagen, wer am nächsten ist. Um deinen Standort zu teilen, schreib <code>/share</code>. Frag danach noch einmal.
nobody-near = Niemand sonst teilt einen Standort, den ich dir jetzt zeigen kann.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] Eine Person teilt jetzt mit diesem Raum.
               *[other] { $people } Personen teilen jetzt mit diesem Raum.
            }
       *[named]
            { $people ->
                [one] Eine Person teilt jetzt mit <b>{ $room }</b>.
               *[other] { $people } Personen teilen jetzt mit <b>{ $room }</b>.
            }
    }
nobody-shares =
    { $room ->
        [none] Niemand teilt jetzt einen Standort mit diesem Raum.
       *[named] Niemand teilt jetzt einen Standort mit <b>{ $room }</b>.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] Ich kann dir jetzt von niemandem in diesem Raum einen Standort zeigen.
       *[named] Ich kann dir jetzt von niemandem in <b>{ $room }</b> einen Standort zeigen.
    }
share-yours = Um deinen Standort zu teilen, schreib <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] Von denen, die mit diesem Raum teilen, kann ich dir jetzt eine Person zeigen.
               *[other] Von denen, die mit diesem Raum teilen, kann ich dir jetzt { $people } Personen zeigen.
            }
       *[named]
            { $people ->
                [one] Von denen, die mit <b>{ $room }</b> teilen, kann ich dir jetzt eine Person zeigen.
               *[other] Von denen, die mit <b>{ $room }</b> teilen, kann ich dir jetzt { $people } Personen zeigen.
            }
    }
more-by-name = Vielleicht teilen noch mehr. Frag nach einer Person mit Namen: <code>/whereis NAME</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = Ich kann dir jetzt von niemandem mit dem Namen „{ $wanted }“ einen Standort zeigen.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = Ich kann dir jetzt keinen Standort der Person zeigen, die diese Nachricht geschrieben hat.
several-fit = „{ $wanted }“ passt auf mehrere Personen. Ein Name allein sagt nicht, wer jemand ist.
# Before a line for each of them.
which-one = „{ $wanted }“ passt auf mehrere Personen. Frag noch einmal mit dem, was in Klammern steht, oder erwähne die Person.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] Eine weitere Person passt. Frag mit mehr von dem Namen.
       *[other] { $more } weitere Personen passen. Frag mit mehr von dem Namen.
    }
no-common-room =
    Ich kenne keinen Raum, in dem wir beide sind. Darum kann ich dir niemanden zeigen.
    Frag im Raum selbst: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Koordinaten kopieren
       *[known] Kopieren: { $name }
    }
pin-of-whom = Schreib, wessen Kartenpunkt du willst: <code>/pin NAME</code>. Ich sende ihn nur dir.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Deine App holt die Karte zu diesem Kartenpunkt von einem Kartendienst. Dieser Dienst erfährt den Ort und deine Adresse im Internet.
pin-too-wide = Ich sende keinen Kartenpunkt: Er könnte nicht zeigen, wie ungenau dieser Ort ist.
pin-not-reached = Ich konnte dir den Kartenpunkt nicht senden. Ich gebe einen Kartenpunkt nur einer einzelnen Person, nie einem Raum. Öffne einen privaten Chat mit mir und schreib noch einmal <code>/pin</code>.
pin-not-sent = Ich konnte dir den Kartenpunkt nicht senden. Frag in einer Minute noch einmal. Oder frag mit <code>/whereis</code>, dann kommt dasselbe in Worten.

on-picture = { $number }. { $line }
picture-how = Die Nummern sind die im Bild. Ein Kreis oder ein Quadrat zeigt dort, wie ungenau ein Standort sein kann.
picture-number-alone = Im Bild steht für einen Namen in Buchstaben, die ich nicht zeichnen kann, nur seine Nummer.
picture-button = Ein Bild zeichnen
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] { $by } hat um { $clock } gefragt
    }
picture-north = N
picture-meeting = Treffpunkt
no-picture =
    { $why ->
        [busy] Ich zeichne jetzt kein Bild: Zu viele andere warten. Frag in einer Minute noch einmal.
        [not-taken] Dieser Chat hat mein Bild nicht angenommen. Die Antwort ist ohne das Bild vollständig.
        [plain-room] Ich sende hier kein Bild. Dieser Raum ist nicht verschlüsselt: Seine Server würden eine Datei behalten, die sie lesen können.
       *[failed] Ich konnte das Bild nicht zeichnen. Die Antwort ist ohne das Bild vollständig.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Vielleicht teilt hier noch jemand, aber dieser Raum verbirgt seine Mitglieder vor mir. Mach mich zum Admin dieses Raums, dann kann ich sie sehen.
       *[ask-again] Vielleicht teilt hier noch jemand. Das Netzwerk sagt mir jetzt nicht, ob die Person noch Mitglied ist. Frag in einer Minute noch einmal.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Ich antworte nur Mitgliedern dieses Raums, aber er verbirgt sie vor mir. Mach mich zum Admin dieses Raums, dann kann ich sie sehen.
       *[ask-again] Ich antworte nur Mitgliedern dieses Raums. Das Netzwerk sagt mir jetzt nicht, wer Mitglied ist. Frag in einer Minute noch einmal.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] In einem Raum, in dem ich dich gesehen habe, sind die Mitglieder vor mir verborgen. Sobald ich dort Admin bin, kann ich sie sehen.
       *[ask-again] Das Netzwerk sagt mir jetzt nicht, in welchen Räumen wir beide sind. Frag in einer Minute noch einmal.
    }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    { $seen ->
        [last] On a vu <b>{ $name }</b> pour la dernière fois
       *[now] <b>{ $name }</b> est
    } { $bound ->
        [somewhere] quelque part à { $accuracy } au plus de <code>{ $position }</code>
        [at-least]
            à <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
       *[within]
            à <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] position relevée { $when }
    }.{ $bound ->
        [somewhere] {""}
        [at-least] {" "}Marge d’erreur : au moins { $accuracy }.
       *[within]
            { $accuracy ->
                [none] {" "}Marge d’erreur inconnue.
               *[known] {" "}Marge d’erreur : { $accuracy }.
            }
    } Position gardée encore { $left }.
where-is-on-board =
    { $seen ->
        [last] On a vu <b>{ $name }</b> pour la dernière fois
       *[now] <b>{ $name }</b> est
    } { $bound ->
        [somewhere] quelque part à { $accuracy } au plus de <code>{ $position }</code>
        [at-least]
            à <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
       *[within]
            à <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] position relevée { $when }
    }.{ $bound ->
        [somewhere] {""}
        [at-least] {" "}Marge d’erreur : au moins { $accuracy }.
       *[within]
            { $accuracy ->
                [none] {" "}Marge d’erreur inconnue.
               *[known] {" "}Marge d’erreur : { $accuracy }.
            }
    }
# $asker: the one who asked, in a room; "you" in private.
where-is-from =
    { $seen ->
        [last] On a vu <b>{ $name }</b> pour la dernière fois
       *[now] <b>{ $name }</b> est
    } à { $distance } { $direction } { $asker ->
        [none] de toi
       *[known] par rapport à <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
        [at-least]
            { $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
       *[within]
            { $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] position relevée { $when }
    }. { $bound ->
        [somewhere] Quelque part à { $accuracy } au plus de <code>{ $position }</code>.
        [at-least] Coordonnées : <code>{ $position }</code>, avec une marge d’erreur d’au moins { $accuracy }.
       *[within]
            { $accuracy ->
                [none] Coordonnées : <code>{ $position }</code>, avec une marge d’erreur inconnue.
               *[known] Coordonnées : <code>{ $position }</code>, avec une marge d’erreur de { $accuracy }.
            }
    } Position gardée encore { $left }.
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    { $seen ->
        [last] On a vu <b>{ $name }</b> pour la dernière fois
       *[now] <b>{ $name }</b> est
    } à moins de { $distance } { $asker ->
        [none] de toi
       *[known] par rapport à <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
        [at-least]
            { $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
       *[within]
            { $heading ->
                [none] {""}
               *[known] , cap { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] position relevée { $when }
    }. { $bound ->
        [somewhere] Quelque part à { $accuracy } au plus de <code>{ $position }</code>.
        [at-least] Coordonnées : <code>{ $position }</code>, avec une marge d’erreur d’au moins { $accuracy }.
       *[within]
            { $accuracy ->
                [none] Coordonnées : <code>{ $position }</code>, avec une marge d’erreur inconnue.
               *[known] Coordonnées : <code>{ $position }</code>, avec une marge d’erreur de { $accuracy }.
            }
    } Position gardée encore { $left }.
said-together = { $first } { $second }
from-meeting = C’est à { $distance } { $direction } par rapport au point de rendez-vous.
near-meeting = C’est à moins de { $distance } du point de rendez-vous.
at-street =
    { $district ->
        [none] { $street }
       *[known] { $street }, { $district }
    }
near-district = près de { $district }
board-begins = Ici, je montre qui partage avec ce salon.
board-kept = Je tiens ce tableau à jour. Une position en disparaît quand son partage finit ou quand son temps est écoulé.
position-destroyed = <b>{ $name }</b> partage encore, mais je n’ai aucune position en ce moment. La dernière a été détruite : chacune est gardée { $expiry } au plus.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> partage avec ce salon.
       *[named] <b>{ $name }</b> partage avec <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] Parmi les personnes demandées, je peux t’en montrer { $people }.
        [many] Parmi les personnes demandées, je peux t’en montrer { $people }.
       *[other] Parmi les personnes demandées, je peux t’en montrer { $people }.
    }
nearest-to-whom = Je ne sais pas où tu es, donc je ne peux pas dire qui est le plus près. Pour partager ta position, écris <code>/share</code>. Puis redemande.
nobody-near = Personne d’autre ne partage une position que je peux te montrer maintenant.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] { $people } personne partage maintenant avec ce salon.
                [many] { $people } de personnes partagent maintenant avec ce salon.
               *[other] { $people } personnes partagent maintenant avec ce salon.
            }
       *[named]
            { $people ->
                [one] { $people } personne partage maintenant avec <b>{ $room }</b>.
                [many] { $people } de personnes partagent maintenant avec <b>{ $room }</b>.
               *[other] { $people } personnes partagent maintenant avec <b>{ $room }</b>.
            }
    }
nobody-shares =
    { $room ->
        [none] Personne ne partage de position avec ce salon maintenant.
       *[named] Personne ne partage de position avec <b>{ $room }</b> maintenant.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] Dans ce salon, il n’y a personne dont je peux te montrer la position maintenant.
       *[named] Dans <b>{ $room }</b>, il n’y a personne dont je peux te montrer la position maintenant.
    }
share-yours = Pour partager la tienne, écris <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] Je peux te montrer maintenant { $people } personne parmi celles qui partagent avec ce salon.
                [many] Je peux te montrer maintenant { $people } de personnes parmi celles qui partagent avec ce salon.
               *[other] Je peux te montrer maintenant { $people } personnes parmi celles qui partagent avec ce salon.
            }
       *[named]
            { $people ->
                [one] Je peux te montrer maintenant { $people } personne parmi celles qui partagent avec <b>{ $room }</b>.
                [many] Je peux te montrer maintenant { $people } de personnes parmi celles qui partagent avec <b>{ $room }</b>.
               *[other] Je peux te montrer maintenant { $people } personnes parmi celles qui partagent avec <b>{ $room }</b>.
            }
    }
more-by-name = D’autres partagent peut-être. Demande une personne par son nom : <code>/whereis NOM</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = Il n’y a personne du nom « { $wanted } » dont je peux te montrer la position maintenant.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = Je n’ai maintenant aucune position à te montrer de la personne qui a écrit ce message.
several-fit = Plusieurs personnes correspondent à « { $wanted } ». Un nom seul ne dit pas qui est quelqu’un.
# Before a line for each of them.
which-one = Plusieurs personnes correspondent à « { $wanted } ». Redemande avec ce qui est entre parenthèses, ou mentionne la personne.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] { $more } autre personne correspond. Redemande avec un nom plus complet.
        [many] { $more } d’autres personnes correspondent. Redemande avec un nom plus complet.
       *[other] { $more } autres personnes correspondent. Redemande avec un nom plus complet.
    }
no-common-room =
    Je ne connais aucun salon où nous sommes toi et moi, donc je ne peux te montrer personne.
    Demande dans le salon lui-même : <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Copier les coordonnées
       *[known] Copier : { $name }
    }
pin-of-whom = Dis de qui tu veux le repère : <code>/pin NOM</code>. Je ne l’envoie qu’à toi.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Ton application demande la carte sous ce repère à un service de cartes. Ce service apprend le lieu, et ton adresse sur internet.
pin-too-wide = Je n’envoie pas de repère : il ne pourrait pas montrer à quel point ce lieu est incertain.
pin-not-reached = Je n’ai pas pu t’envoyer le repère. Je donne un repère à une seule personne, jamais à un salon. Ouvre une discussion privée avec moi, et écris encore <code>/pin</code>.
pin-not-sent = Je n’ai pas pu t’envoyer le repère. Redemande dans une minute, ou demande la même chose en mots avec <code>/whereis</code>.

on-picture = { $number }. { $line }
picture-how = Les numéros sont ceux de l’image. Un cercle ou un carré y montre l’écart possible d’une position.
picture-number-alone = Dans l’image, un nom en lettres que je ne sais pas dessiner n’est que son numéro.
picture-button = Dessiner une image
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] Demandé par { $by } à { $clock }
    }
picture-north = N
picture-meeting = Point de rendez-vous
no-picture =
    { $why ->
        [busy] Je ne dessine pas d’image maintenant : trop d’autres attendent. Redemande dans une minute.
        [not-taken] Cette discussion n’a pas accepté mon image. La réponse est complète sans elle.
        [plain-room] Je n’envoie pas d’image ici. Ce salon n’est pas chiffré, et ses serveurs garderaient un fichier lisible pour eux.
       *[failed] Je n’ai pas pu dessiner l’image. La réponse est complète sans elle.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Quelqu’un d’autre partage peut-être ici, mais ce salon me cache ses membres. Nomme-moi admin de ce salon, et je pourrai les voir.
       *[ask-again] Quelqu’un d’autre partage peut-être ici, mais le réseau ne me dit pas maintenant si cette personne est encore membre. Redemande dans une minute.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Je réponds seulement aux membres de ce salon, mais il me les cache. Nomme-moi admin de ce salon, et je pourrai les voir.
       *[ask-again] Je réponds seulement aux membres de ce salon, mais le réseau ne me dit pas maintenant qui l’est. Redemande dans une minute.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] Dans un salon où je te connais, les membres me sont cachés. Quand je serai admin là-bas, je pourrai les voir.
       *[ask-again] Le réseau ne me dit pas maintenant dans quels salons nous sommes toi et moi. Redemande dans une minute.
    }

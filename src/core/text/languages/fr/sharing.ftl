# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said to those who share.

shared-once = Dans <b>{ $room }</b>, les membres peuvent voir cette position pendant { $left }. Puis elle est détruite.
shared-live = Dans <b>{ $room }</b>, les membres peuvent voir où tu es, en direct, pendant { $left }.
shared-as-square = Ils voient seulement un carré fixe de { $square }. Pour changer cela : <code>/precision</code>.
only-latest-kept = Seule ta dernière position est gardée, { $expiry } au plus.
# $deleting: what becomes of a share when its message is deleted, on this network
end-sooner = Pour arrêter plus tôt, écris <code>/stop</code>. { $deleting }
end-live = Pour arrêter, arrête la position en direct ou écris <code>/stop</code>. { $deleting }
nothing-shared-yet =
    Personne ne peut voir cette position, et elle n’a pas été gardée. Je ne connais aucun salon où nous sommes toi et moi.
    Écris <code>/share</code> dans un salon où je suis. Puis reviens ici comme ma réponse là-bas le dit.
position-not-kept = Personne ne peut voir cette position, et elle n’a pas été gardée.

share-lost =
    J’ai perdu une partie de mes données, donc plus personne ne peut voir cette position en direct.
    Pour continuer, envoie encore ta position.

which-room = Qui peut voir où tu es ? Tant que tu n’as pas choisi, personne ne peut voir cette position.
# What one chooses from.
room-choice = { $room }
# Of rooms whose names look the same. $number: in the order in which the reader came to know them
room-choice-since = { $room } (numéro { $number }, ta première apparition là-bas : { $known })
nothing-waits = Aucune position n’attend un choix. Envoie encore ta position, et je te poserai la question.
not-your-room = Ce n’est aucun des salons que tu peux choisir maintenant. Personne ne peut voir la position qui attend ton choix.
choice-not-now =
    { $advice ->
        [make-admin] Ce salon me cache ses membres, donc je ne peux pas partager avec lui. Demande à un admin de me nommer admin aussi, puis choisis encore.
       *[ask-again] Le réseau ne me dit pas maintenant si tu es dans ce salon. Personne ne peut encore voir ta position. Choisis encore dans une minute.
    }
asked-before = J’ai demandé cela pour une position précédente. Personne ne peut la voir. Choisis sous ma dernière question.
share-over = Ce partage est déjà terminé, ou il est arrivé trop tard. Personne ne peut le voir. Pour partager à nouveau, envoie encore ta position.

stopped =
    { $where ->
        [anywhere] Partage arrêté. Personne dans aucun salon ne peut voir où tu es ; ta dernière position est détruite.
       *[here] Partage arrêté. Personne dans ce salon ne peut voir où tu es ; ta dernière position est détruite.
    }
    Si ton téléphone envoie encore une position en direct, arrête-la là aussi. Je l’ignore à partir de maintenant.
not-sharing =
    { $where ->
        [anywhere] Tu ne partages de position avec aucun salon.
       *[here] Tu ne partages pas de position avec ce salon.
    }

not-a-place =
    Il me faut deux nombres, latitude et longitude en degrés, par exemple <code>/here 52.5200 13.4050</code>.
    Un lien geo: marche aussi : <code>/here geo:52.5200,13.4050</code>.
# $first, $second: what else it may mean
two-readings =
    « { $given } » peut se lire de deux façons, très loin l’une de l’autre. Rien n’a été partagé.
    { $first }
    { $second }
read-as-numbers = Si c’est latitude et longitude en degrés, écris <code>/here { $command }</code>.
read-with-minutes = Si ce sont les degrés et les minutes des deux, écris <code>/here { $command }</code>.
read-as-one-number = Si c’est un seul nombre, { $number }, alors le second manque : il me faut latitude et longitude.
read-as-latitude-with-minutes = Si c’est { $degrees } degrés et { $minutes } minutes, soit { $number }, alors la longitude manque.
no-fix =
    Sans savoir où ils sont, les téléphones disent latitude 0, longitude 0, ou une marge d’erreur sous 0. Rien n’a changé.
    Envoie encore ta position quand ton téléphone la connaît.

link-over =
    Ce lien n’est plus valable, ou il n’est pas pour toi.
    Écris <code>/share</code> encore dans le salon, et reviens ici comme ma nouvelle réponse le dit.
# The link is good; it is not known whether whoever opens it is in the room.
link-not-now =
    { $advice ->
        [make-admin] Ce lien est bon, mais ce salon me cache ses membres. Demande à un admin de me nommer admin aussi, puis ouvre-le encore.
       *[ask-again] Ce lien est bon, mais le réseau ne me dit pas maintenant si tu es dans ce salon. Ouvre-le encore dans une minute.
    }
linked-to = D’ici, tu partages avec les membres de ce salon : <b>{ $room }</b>. Personne ne voit encore rien.
share-here = Pour que ce salon sache où tu es :
share-otherwise = Ou envoie-moi ta position en direct en privé ; le chemin est en dessous. Ou tape des coordonnées : <code>/here 52.5200 13.4050</code>.
share-aside =
    Tu peux aussi partager avec ce salon en privé. Je t’écris dans une discussion directe, et je t’y invite.
    Ou tape des coordonnées ici : <code>/here 52.5200 13.4050</code>.
share-aside-refused = Je n’ai pas pu t’écrire dans une discussion directe. Ouvre-en une avec moi et envoie ta position là-bas.
share-in-private =
    Je ne peux pas recevoir de positions en direct dans ce salon. Ouvre la discussion privée avec moi, le chemin est en dessous, et envoie la tienne là-bas.
    Tu peux aussi taper des coordonnées ici : <code>/here 52.5200 13.4050</code>.
# On the button under the answer to /share.
share-button = Partager avec ce salon en privé
too-many-shares =
    Cette position n’a pas été prise. Je te connais dans plus de salons que je ne peux en garder, ou trop de personnes partagent avec celui-ci.
    Écris <code>/forget</code> pour repartir de zéro, ou réessaie plus tard.
# Another hand than the sharer's ended it; $room: none when its name is not known.
share-ended-by-others =
    { $room ->
        [none]
            { $how ->
                [wiped] Un admin a tout détruit dans un salon avec lequel tu partageais, donc ton partage là-bas est terminé.
                [left] On m’a retiré d’un salon avec lequel tu partageais, donc ton partage là-bas est terminé.
                [removed] On a retiré ton compte d’un salon avec lequel tu partageais, donc ton partage là-bas est terminé.
               *[closed] Un salon avec lequel tu partageais a été fermé, donc ton partage là-bas est terminé.
            }
       *[named]
            { $how ->
                [wiped] Un admin a détruit tout ce qui était partagé avec <b>{ $room }</b>, donc ton partage là-bas est terminé.
                [left] On m’a retiré de ce salon, donc ton partage là-bas est terminé : <b>{ $room }</b>.
                [removed] On a retiré ton compte de ce salon, donc ton partage là-bas est terminé : <b>{ $room }</b>.
               *[closed] Ce salon a été fermé, donc ton partage là-bas est terminé : <b>{ $room }</b>.
            }
    } Si ton téléphone envoie encore une position en direct, arrête-la sur le téléphone.

no-new-position = Aucune nouvelle position depuis { $age }. Rester sur place donne la même chose.

place-not-read = Je n'ai pas pu lire « { $given } » comme un lieu. Rien n'a été partagé.
place-in-short-link = Seul un service de cartes sait où mène ce lien, et je n'en interroge aucun. Ouvre-le et envoie les coordonnées : <code>/here 52.5200 13.4050</code>.
place-in-short-code = Ce code est court : il ne vaut que près d'une ville. Envoie le code entier : <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = La latitude va de -90 à 90, la longitude de -180 à 180. Par exemple : <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Ta position d'avant reste visible.
       *[no] Personne ne voit ici une position de toi.
    }
place-read = J'ai lu : latitude { $latitude }, longitude { $longitude }.
place-other-way = Si c'est l'inverse, dis <code>/here { $command }</code>.
expiry-which-unit =
    { $number } de quoi ? Rien n'a changé. Dis-le avec une unité.
    { expiry-examples }
expiry-two-readings =
    « { $given } » peut être { $first } ou { $second }. Rien n'a changé.
    { expiry-examples }

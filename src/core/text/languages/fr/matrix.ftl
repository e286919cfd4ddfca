# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Steps are in the words of Element's apps for phones. Element keeps commands with a slash for itself, so they are told with the other mark.

matrix-steps-in-room =
    Sur ton téléphone, dans ce salon, touche le signe plus ou le trombone.
    Choisis Position, puis Position en direct, et pour combien de temps.
    Pour arrêter : <code>!stop</code>, ou arrête-la dans l’application. Supprimer le message l’arrête aussi.
matrix-steps-in-private =
    Sur ton téléphone, dans cette discussion, touche le signe plus ou le trombone.
    Choisis Position, puis Position en direct, et pour combien de temps.
    Pour arrêter : <code>!stop</code>, ou arrête-la dans l’application. Supprimer le message l’arrête aussi.
matrix-send-once = Sur ton téléphone, dans cette discussion, touche le signe plus ou le trombone, puis Position. Ou tape des coordonnées : <code>!here 52.5200 13.4050</code>.
matrix-send-live = Sur ton téléphone, dans cette discussion, touche le signe plus ou le trombone. Choisis Position, puis Position en direct.
matrix-deleting = Supprimer ton message arrête aussi le partage, dès que je l’apprends.
matrix-sees = Les serveurs Matrix du salon peuvent voir qui partage et quand. Dans un salon sans chiffrement, ils peuvent tout lire.
matrix-no-board = Matrix n’a pas de tableau : chaque changement serait un message de plus, et chaque suppression laisse une ligne. Dis <code>/whereis</code> : ta nouvelle réponse remplace la précédente.
matrix-came-in-clear =
    Ce salon est chiffré, mais ceci est arrivé sans chiffrement, donc des serveurs ont pu le lire. Je ne l’ai pas pris.
    Envoie-le encore depuis une application qui chiffre.
matrix-not-read =
    Je n’ai pas pu lire ceci : sa clé ne m’est pas parvenue.
    Si c’était pour moi, envoie-le encore. Si je ne réponds toujours pas, regarde si ton application donne les clés aux appareils vérifiés seulement.
matrix-location-not-read = Je n’ai pas pu lire cette position, donc rien n’en a été partagé. Envoie-la encore, ou tape-la : <code>!here 52.5200 13.4050</code>.
# $by: about how much
matrix-clock-off =
    { $is ->
        [ahead] L’horloge de ton téléphone avance d’environ { $by }.
       *[behind] L’horloge de ton téléphone retarde d’environ { $by }.
    }
    Je me règle sur l’heure du serveur, donc ta position en direct dure le temps que tu as choisi. Mets l’horloge à l’heure.
matrix-location-old = L’âge de cette position selon ton application : { $by }. Je la montre donc comme ancienne. Si elle est nouvelle, l’horloge de ton téléphone retarde. Mets-la à l’heure, et envoie encore la position.
matrix-not-verified = Je n’ai pas pris ceci. D’après ce que je vois, cela vient d’un appareil non vérifié par la personne à qui il appartient. Cet appareil ne peut pas me lire non plus.
matrix-how-to-verify = Pour vérifier un appareil : ouvre les paramètres de l’application, puis Chiffrement ou Sessions, et choisis Vérifier. Confirme-le sur un autre de tes appareils, ou avec ta clé de récupération.
# A reaction, which is short, and which anybody can read
matrix-verify-sign = 🔐 vérifier
matrix-verify-first = Ce salon est chiffré. Je réponds seulement aux appareils vérifiés par la personne à qui ils appartiennent, et eux seuls peuvent me lire.
matrix-room-is-plain =
    Ce salon n’est pas chiffré : ses serveurs peuvent y lire chaque position et chaque réponse, et peut-être les garder.
    Qui rejoint le salon plus tard pourra peut-être lire ce qui n’est pas supprimé d’ici là. Un admin peut activer le chiffrement dans les paramètres du salon. Je continue dans les deux cas.
# $read: what those who are not in the room can read of it
matrix-room-is-open =
    { $read ->
        [who-shares] N’importe qui peut regarder dans ce salon sans le rejoindre. On y voit qui partage en direct, quand et combien de temps, mais pas où.
       *[all] N’importe qui peut lire ce salon sans le rejoindre : chaque position et chaque réponse qui s’y trouve.
    }
    Un admin peut changer cela dans les paramètres du salon, là où il est dit qui peut lire l’historique.
matrix-hello-in-private =
    Ici, il n’y a que toi et moi : c’est une discussion privée. <code>!help</code> dit ce que je fais.
    Si ce doit être un salon pour plus de personnes, invite-les avant de me dire autre chose.
matrix-crowded =
    C’était une discussion privée avec moi, et maintenant une autre personne est invitée. Je ne réponds plus à rien ici, et je pars.
    Si ce doit être un salon pour tout le monde ici, invite-moi encore.
# Why an invitation was turned down, which clients show beside that. $most: invitations that are taken of one person in an hour
matrix-invitation-declined =
    { $why ->
        [too-many] Le nombre d’invitations que j’accepte d’une personne en une heure : { $most }. Invite-moi encore dans une heure.
        [space] C’est un espace, où personne ne parle. Invite-moi dans un de ses salons.
       *[not-allowed] La personne qui gère ce bot laisse seulement certaines personnes l’inviter. Demande à cette personne, ou à quelqu’un qui peut m’inviter.
    }
# The same of a room that the bot leaves.
matrix-left =
    { $why ->
        [may-not-write] Je n’ai pas le droit d’écrire ici, donc je ne pourrais répondre à personne. Laisse-moi écrire, puis invite-moi encore.
       *[too-many-people] Ce salon a plus de personnes que je ne peux en suivre.
    }
# What /setup finds in a room, and the step that mends it, a line each. The steps are in the words of Element's apps.
matrix-is-encrypted = Ce salon est chiffré : ses serveurs ne peuvent pas lire les positions et les réponses.
matrix-not-encrypted = Ce salon n’est pas chiffré : ses serveurs peuvent y lire chaque position et chaque réponse.
matrix-encrypt = Pour changer cela : paramètres du salon, Sécurité, activer le chiffrement. On ne peut plus le désactiver ensuite.
matrix-anybody-reads = N’importe qui peut regarder dans ce salon sans le rejoindre.
matrix-shows-history = Qui rejoint le salon plus tard pourra peut-être lire ce qui s’est dit ici avant, tant que cela reste là.
matrix-hide-history = Pour changer cela : paramètres du salon, Sécurité, qui peut lire l’historique : uniquement les membres, depuis leur arrivée.
matrix-anybody-joins = N’importe qui peut rejoindre ce salon, et demander dès lors où tu es.
matrix-close = Pour changer cela : paramètres du salon, Sécurité, accès : privé, seulement sur invitation.
matrix-all-invite = Chaque membre peut inviter des personnes, qui peuvent demander où tu es dès leur arrivée.
matrix-let-admins-invite = Pour changer cela : paramètres du salon, Rôles et autorisations, inviter des utilisateurs : modérateurs.
matrix-no-live-here = Les membres ne peuvent pas partager de position en direct ici ; ils peuvent la partager avec moi en privé.
matrix-allow-live =
    { $power ->
        [enough] Pour changer cela, un admin écrit <code>/setup live</code>.
       *[none] Pour changer cela : nomme-moi admin de ce salon, puis écris <code>/setup live</code>.
    }
matrix-redacts-nothing = Je n’ai pas le droit de supprimer ce que disent les autres. Un <code>/ask NOM</code> dit ici reste donc lisible pour tous.
matrix-let-redact = Pour changer cela : nomme-moi modérateur de ce salon.
matrix-answers-alone = Personne d’autre ne lit la réponse : elle vient dans une discussion directe avec moi. La question reste ici, lisible pour tous.
# $bot: none when the bot can change it already
matrix-no-live =
    Pour les admins : ce salon ne laisse pas ses membres partager une position en direct.
    S’ils doivent pouvoir le faire, ouvre les paramètres du salon, puis rôles et autorisations. Mets « Partager la position en continu » pour tout le monde.
    { $bot ->
        [none] Si ton application n’a pas ce réglage, écris <code>!setup live</code>, et je le change.
       *[named] Si ton application n’a pas ce réglage, nomme-moi (<code>{ $bot }</code>) admin, puis écris <code>!setup live</code>.
    }
    Ce qui change : le niveau de pouvoir pour <code>{ $types }</code> devient <b>0</b>. En attendant, tout le monde peut écrire <code>!here 52.5200 13.4050</code>.
matrix-move-on =
    Ce salon a été remplacé par un nouveau. Invite-moi là-bas, et les réglages suivent.
    Ce qui est partagé ici finit quand je déménage. Là-bas, rien n’est partagé avant que quelqu’un le fasse.
# A room without a name, called as clients call it.
matrix-room-of-two = { $one } et { $other }
matrix-room-of-many =
    { $others ->
        [one] { $one } et { $others } autre personne
        [many] { $one } et { $others } d’autres personnes
       *[other] { $one } et { $others } autres personnes
    }

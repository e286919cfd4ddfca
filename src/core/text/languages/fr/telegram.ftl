# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In the words of Telegram's own apps for phones; on a computer Telegram can share no position.

telegram-steps-in-room =
    Sur ton téléphone, dans ce groupe, touche Joindre, le trombone.
    Choisis Position, puis Partager ma position en direct, et pour combien de temps.
    Pour arrêter : <code>/stop</code>, ou Arrêter le partage sur le message. Supprimer le message n’arrête rien.
telegram-steps-in-private =
    Sur ton téléphone, dans cette discussion, touche Joindre, le trombone.
    Choisis Position, puis Partager ma position en direct, et pour combien de temps.
    Pour arrêter : <code>/stop</code>, ou Arrêter le partage sur le message. Supprimer le message n’arrête rien.
    Ou tape des coordonnées : <code>/here 52.5200 13.4050</code>.
telegram-send-once = Touche le bouton en dessous, sur ton téléphone. Ou tape des coordonnées : <code>/here 52.5200 13.4050</code>.
telegram-send-live = Sur ton téléphone, dans cette discussion, touche Joindre, le trombone. Choisis Position, puis Partager ma position en direct.
telegram-deleting = Supprimer ton message n’arrête pas le partage.
telegram-sees = Telegram peut lire et garder tout ce qui est envoyé à un bot, et ce que le bot répond. Dans un groupe, ce qui est visible pour toi seulement est supprimé si ton application l’apprend.
# In an empty private chat: 512 characters at most.
telegram-description = Je laisse les personnes d’un groupe voir où tu es, aussi longtemps que tu le choisis. Ajoute-moi à un groupe, écris /share là-bas, et envoie-moi ici une position en direct. Telegram peut lire ce qui est envoyé à un bot.
# In the bot's profile: 120 characters at most.
telegram-short-description = Où sont les personnes de ton groupe, quand elles choisissent de le partager.
# What /setup finds in a group, and the step that mends it, a line each. The steps are in the words of Telegram's apps.
telegram-not-encrypted = Telegram peut lire ce groupe, positions et réponses aussi : aucun groupe n’y est chiffré de bout en bout.
telegram-is-public = Ce groupe est public : n’importe qui peut le lire, les positions aussi, sans le rejoindre.
telegram-make-private = Pour changer cela : modifie le groupe, Type de groupe, Privé.
telegram-shows-history = Qui rejoint le groupe plus tard peut lire ce qui s’est dit ici avant, tant que cela reste là.
telegram-hide-history = Pour changer cela : modifie le groupe, Historique pour les nouveaux membres, Masqué.
telegram-all-invite = Chaque membre peut ajouter des personnes, qui peuvent dès lors demander où tu es.
telegram-let-admins-invite = Pour changer cela : modifie le groupe, Permissions, désactive Ajouter des membres.
telegram-members-unconfirmed =
    { $members ->
        [hidden] Les membres sont cachés ici et je ne suis pas admin, donc je ne peux montrer presque personne.
       *[shown] Je ne suis pas admin ici, donc Telegram n’est pas tenu de me dire qui est membre. Je laisse de côté qui je ne peux pas confirmer.
    }
telegram-make-admin = Pour changer cela : nomme-moi admin de ce groupe, même avec le seul droit de supprimer des messages.
telegram-nobody-writes = Les membres n’ont pas le droit d’écrire ici, donc ils ne peuvent pas non plus partager une position ici. Ils peuvent partager avec moi en privé.
telegram-let-write = Pour changer cela : modifie le groupe, Permissions, active Envoyer des messages texte.
telegram-deletes-nothing = Je n’ai pas le droit de supprimer ce que disent les autres. Un <code>/ask NOM</code> dit ici reste donc lisible pour tous.
telegram-let-delete = Pour changer cela : modifie le groupe, Administrateurs, moi, active Supprimer des messages.
telegram-basic-group = Dans ce groupe, Telegram ne montre rien à un seul membre. Chaque réponse attend donc en privé la personne qui a demandé.
telegram-make-supergroup = Pour changer cela : modifie le groupe, mets Historique pour les nouveaux membres sur Visible, puis à nouveau sur Masqué.
telegram-answers-alone = Une telle réponse est supprimée quand elle est terminée, si ton application l’apprend.
telegram-not-invited = Seules les personnes autorisées par la personne qui me gère peuvent m’ajouter à un groupe, donc je quitte celui-ci.

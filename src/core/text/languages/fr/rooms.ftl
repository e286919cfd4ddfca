# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said about a room and its settings.

welcome =
    Avec moi, les personnes de ce salon peuvent se montrer les unes aux autres où elles sont. On ne te montre que si tu le choisis.
    Pour partager : <code>/share</code>. Pour demander : <code>/whereis</code>. Je note à qui on a montré où tu es : <code>/who</code>. Ce qui est gardé d’autre : <code>/privacy</code>.
live-not-heard = Dans ce salon, je reçois seulement les commandes, pas les positions en direct. C’est le réglage discret. Envoie-moi la tienne en privé, avec le bouton de <code>/share</code>. Ou nomme-moi admin, et je les reçois ici aussi.
live-no-longer-heard = Je ne suis plus admin de ce salon. Je ne reçois donc plus les positions en direct partagées ici.
room-replaced =
    Ce salon prend la place d’un autre où j’étais, et garde ses réglages. La durée de conservation est : <b>{ $expiry }</b>.
    Ce qui était partagé là-bas est terminé, et ces positions sont détruites. Pour partager avec ce salon : <code>/share</code>.
# $expiry: how long a position is kept meanwhile; $square: how exactly people are shown meanwhile
data-lost =
    J’ai perdu une partie de mes données, donc tout ce qui était partagé ici est terminé. Pour partager encore : <code>/share</code>.
    Les réglages faits ici sont peut-être perdus aussi. Tant que tu n’as pas choisi à nouveau avec <code>/precision</code>, on te montre seulement dans un carré de { $square }.
    Tant qu’un admin n’écrit pas à nouveau <code>/expiry</code>, une position est gardée <b>{ $expiry }</b>. Tant qu’un admin ne choisit pas à nouveau avec <code>/setup</code>, les réponses sont seulement pour la personne qui a demandé.
live-allowed =
    { $outcome ->
        [allowed-now] C’est fait. Chaque membre de ce salon peut maintenant partager une position en direct.
        [allowed-before] Chaque membre de ce salon peut déjà partager une position en direct.
        [may-not-write] Les membres n’ont pas le droit d’écrire dans ce salon. Ils ne peuvent donc pas non plus partager de position en direct. Rien n’a changé. Ils peuvent partager avec moi en privé.
        [not-known] Le serveur n’a pas dit si cela a marché. Écris <code>/setup live</code> encore dans une minute : la réponse dira ce qu’il en est alors.
       *[no-power]
            Les membres ne peuvent toujours pas partager de position en direct ici. Je n’ai pas le droit de changer leurs autorisations.
            Permets-le dans les paramètres du salon, sous rôles et autorisations, à « Partager la position en continu ». Ou nomme-moi admin de ce salon, et écris encore <code>/setup live</code>.
    }

expiry-kept = Une position est gardée pendant <b>{ $expiry }</b> après son envoi, puis elle est détruite.
expiry-change = Les admins de ce salon peuvent changer cela : <code>/expiry 2 hours</code>, de { $shortest } à { $longest }.
expiry-not-understood =
    Je n’ai pas compris « { $given } » comme une durée. Rien n’a changé.
    { expiry-examples }
expiry-out-of-bounds =
    { $asked } n’est pas possible : la durée de conservation peut aller de { $shortest } à { $longest }. Rien n’a changé.
    { expiry-examples }
expiry-examples = Exemples : <code>/expiry 90 minutes</code>, <code>/expiry 2 hours</code>, <code>/expiry 1 day</code>.
expiry-unchanged = La durée de conservation de ce salon est déjà : <b>{ $expiry }</b>. Rien n’a changé.
expiry-shortened =
    La durée de conservation de ce salon est maintenant : <b>{ $expiry }</b>. Rien de ce qui est déjà partagé n’est gardé plus longtemps.
    Les positions plus anciennes que cela viennent d’être détruites.
expiry-set =
    La durée de conservation de ce salon est maintenant : <b>{ $expiry }</b>. Elle vaut pour ce qui est partagé à partir de maintenant.
    Ce qui est déjà partagé garde la durée plus courte du début.

meeting-set =
    { $accuracy ->
        [none] Nouveau point de rendez-vous : <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , à <b>{ $time }</b>.
        } Gardé encore { $left }.
       *[known] Nouveau point de rendez-vous : quelque part à { $accuracy } au plus de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , à <b>{ $time }</b>.
        } Gardé encore { $left }.
    }
meeting-is =
    { $accuracy ->
        [none] Le point de rendez-vous est <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , à <b>{ $time }</b>.
        } Gardé encore { $left }.
       *[known] Le point de rendez-vous est quelque part à { $accuracy } au plus de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , à <b>{ $time }</b>.
        } Gardé encore { $left }.
    }
meeting-on-board =
    { $accuracy ->
        [none] Le point de rendez-vous est <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , à <b>{ $time }</b>.
        }
       *[known] Le point de rendez-vous est quelque part à { $accuracy } au plus de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , à <b>{ $time }</b>.
        }
    }
meeting-set-there = Il a été fixé dans <b>{ $room }</b>, un salon relié à celui-ci.
meeting-ended = Ce salon n’a plus de point de rendez-vous. Les réponses qui le montraient sont effacées.
no-meeting = Ce salon n’a pas de point de rendez-vous.
meet-how = Les admins de ce salon peuvent en fixer un : <code>/meet here</code>, <code>/meet 52.5200 13.4050 at 15:30</code>. Pour le retirer : <code>/meet off</code>.
meet-time-not-read = Je n’ai pas compris « { $given } » comme une heure de la journée. Rien n’a changé.
meet-as-the-room = Tu parles au nom du salon, donc je ne sais pas où tu es. Rien n’a changé.
meet-from-where = Je ne sais pas où tu es maintenant. Partage d’abord ta position avec ce salon, ou écris <code>/meet</code> avec des nombres.
meet-too-coarse = Ici, on te montre seulement dans un carré de { $square }, et ce n’est pas un lieu de rendez-vous. Écris <code>/meet</code> avec des nombres.
meet-two-places = « { $given } » peut désigner deux lieux. Écris-le avec des lettres : <code>/meet 52.5200N 13.4050E</code>.

# $square: none when the position is shown exactly; $rooms: none when it is this room
precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] On montre aux membres de ce salon où tu es exactement, autant que ton téléphone le sait.
               *[named] Dans <b>{ $rooms }</b>, on montre aux membres où tu es exactement, autant que ton téléphone le sait.
            }
       *[known]
            { $rooms ->
                [none] On montre aux membres de ce salon que tu es quelque part dans un carré fixe de <b>{ $square }</b>. Ils ne voient rien de plus précis.
               *[named] Dans <b>{ $rooms }</b>, on montre aux membres que tu es quelque part dans un carré fixe de <b>{ $square }</b>. Ils ne voient rien de plus précis.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] À partir de maintenant, ce salon voit où tu es exactement, autant que ton téléphone le sait.
               *[named] À partir de maintenant, dans <b>{ $rooms }</b>, on voit où tu es exactement, autant que ton téléphone le sait.
            }
       *[known]
            { $rooms ->
                [none] À partir de maintenant, ce salon voit seulement que tu es quelque part dans un carré fixe de <b>{ $square }</b>.
               *[named] Désormais, dans <b>{ $rooms }</b>, on voit seulement que tu es quelque part dans un carré fixe de <b>{ $square }</b>.
            }
            Quand tu passes dans le carré suivant, cela peut se voir. Les réponses qui te montraient plus exactement sont supprimées.
    }
precision-choices = Pour la changer : <code>/precision exact</code>, <code>/precision 100m</code>, <code>/precision 1km</code> ou <code>/precision 5km</code>.
precision-not-understood =
    Je n’ai pas compris « { $given } ». Rien n’a changé.
    { precision-choices }
precision-nowhere = Je ne connais aucun salon où nous sommes toi et moi. Écris <code>/precision</code> dans le salon concerné.
precision-not-now = Rien n’a changé.

forgotten =
    C’est fait. Chaque position, chaque partage et chaque choix que je gardais de toi est détruit, dans tous les salons.
    Si ton téléphone envoie encore une position en direct, arrête-la là aussi. Je l’ignore à partir de maintenant.
wipe-asks =
    Ceci détruit tout ce qui est partagé avec ce salon, et ses réglages, pour tout le monde. On ne peut pas l’annuler.
    Pour le faire, écris <code>/wipe yes</code>. Temps qui te reste : { $within }.
wipe-not-asked = Rien n’a été détruit. Écris d’abord toi-même <code>/wipe</code>, puis <code>/wipe yes</code>.
wiped =
    C’est fait. Tout ce qui était partagé avec ce salon est détruit, pour tout le monde.
    Ses réglages sont comme au début. La durée de conservation est : { $expiry }. Qui a choisi une <code>/precision</code> ici doit la choisir à nouveau ; d’ici là, je montre exactement où est cette personne.

# Of rooms that are linked.

link-code =
    Dans l’autre salon, un admin écrit <code>/link { $code }</code>. Le code sert une fois, pendant { $within }. Ne le montre à personne d’autre.
    Écris ensuite <code>/link</code> ici encore une fois : je te dis quel salon c’est, et tu confirmes.
link-is = Ce salon est relié à <b>{ $rooms }</b>. Pour y mettre fin, écris <code>/link off</code>.
link-as-the-room = Tu écris au nom du salon lui-même. Écris-le en ton nom, car le code est pour un seul admin.
link-given = Le code est bon. Un admin de l’autre salon lit maintenant quel est ce salon, et confirme. Rien n’est montré là-bas avant cela.
link-asked = Un autre salon veut être relié à celui-ci. Les admins peuvent écrire <code>/link</code> pour lire quel salon c’est.
link-offer =
    { $people ->
        [none] L’autre salon est <b>{ $room }</b>, sur { $network }. Je ne sais pas combien de membres il a.
       *[known] L’autre salon est <b>{ $room }</b>, sur { $network }. Membres : { $people }.
    }
link-means =
    Une fois reliés, les membres des deux salons voient qui partage dans l’un ou l’autre. La durée la plus courte vaut pour les deux.
    Pour les relier, écris <code>/link yes</code>. Tu as pour cela { $left }. Pour refuser, écris <code>/link off</code>.
link-not-good = Ce code ne relie rien ici. Un code sert une fois, pendant { $within }, et dans un autre salon.
link-already = Ces deux salons sont déjà reliés.
link-too-many = Tu as essayé trop de codes. Essaie encore dans { $within }.
link-full = Un des deux salons est déjà relié à autant de salons que possible. Rien n’a été changé.
link-not-asked = Rien n’a été relié. Écris d’abord <code>/link</code> toi-même, pour lire quel salon c’est.
link-refused = Aucun salon n’a été relié à celui-ci, et son code ne sert plus.
link-none = Ce salon n’est pas relié à un autre.
linked =
    Ce salon est relié à <b>{ $room }</b>, sur { $network }. Les membres des deux salons voient qui partage dans l’un ou l’autre. Les positions sont gardées { $expiry }.
    Ce que tu partages déjà reste dans ce salon jusqu’à ton accord. Les admins peuvent y mettre fin : <code>/link off</code>.
unlinked = Ce salon n’est plus relié à <b>{ $rooms }</b>. Personne ne voit plus l’autre côté, et les réponses qui le montraient sont supprimées.
cross-asks =
    <b>{ $room }</b> est maintenant relié à <b>{ $rooms }</b>. Tu partages depuis plus longtemps, donc les membres de là-bas ne te voient pas.
    Pour qu’ils te voient, écris <code>/across yes</code>. Pour ne pas être vu là-bas, ne fais rien.
cross-button = qu’ils me voient
cross-nothing = Il n’y a rien maintenant à quoi tu pourrais donner ton accord.
crossed = Les membres de <b>{ $rooms }</b> peuvent maintenant te voir aussi.
also-seen-in = Les membres de <b>{ $rooms }</b> peuvent le voir aussi.
# Beneath what is said of this room: it was stopped, or is shown less exactly.
so-in-linked = Il en va de même dans les salons reliés à celui-ci.
also-seen-across = Les membres des salons reliés à celui-ci peuvent le voir aussi. Quels salons : <code>/privacy</code>.
expiry-linked = Ce salon est relié à un autre, donc sa durée ne peut que devenir plus courte. Rien n’a été changé. Pour l’allonger, écris d’abord <code>/link off</code>.

account-code =
    De ton autre compte, envoie-moi en privé : <code>/link { $code }</code>. Le code sert une fois, pendant { $within }. Ne le montre à personne d’autre.
    Écris ensuite <code>/link</code> ici encore une fois : je te dis quel compte c’est, et tu confirmes.
account-given = Le code est bon. Écris maintenant <code>/link</code> de ton autre compte : il lit quel est ce compte, et confirme.
account-asked = Un autre compte veut être réuni avec celui-ci. Écris <code>/link</code> pour lire quel compte c’est.
account-waits = Tu as confirmé. Écris maintenant <code>/link</code> de ton autre compte, pour confirmer là aussi.
account-offer = L’autre compte est { $name }, sur { $network }. S’il n’est pas à toi, écris <code>/link off</code>.
account-means =
    Une fois réunis, les salons qui voient les deux te montrent une fois. Ils montrent ta position la plus récente, avec la précision la moins fine.
    Le nom est celui de ton compte dans le salon. Aucun salon ne voit une position qu’il ne verrait pas sans cela.
    <code>/stop</code> de l’un des comptes vaut pour les deux. Je ne le dis à personne d’autre, mais qui compare ce que voient les salons peut le comprendre.
    Pour les réunir, écris <code>/link yes</code>. Tu as pour cela { $left }.
accounts-joined = Ce compte est réuni avec { $name }, sur { $network }. Pour y mettre fin, écris <code>/link off</code> de l’un des deux.
accounts-parted = Tes deux comptes ne sont plus réunis. Chacun est montré à part de nouveau.
accounts-forgotten = Ton autre compte a écrit <code>/forget</code>. Les deux ne sont plus réunis, et ce que celui-ci partageait est terminé.
account-none = Ce compte n’est pas réuni avec un autre, et aucun code de lui ne sert.
account-not-good = Ce code ne réunit rien. Un code sert une fois, pendant { $within }, et d’un autre compte.
account-not-asked = Rien n’a été réuni. Écris d’abord <code>/link</code> toi-même, pour lire quel compte c’est.
account-full = Rien n’a été réuni. On ne peut pas réunir plus de comptes ici.
code-of-room = Ce code relie des salons. Un admin l’écrit dans l’autre salon.
code-of-account = Ce code est pour la conversation privée : il réunit deux comptes d’une personne. D’autres pouvaient le lire ici, donc il ne sert plus.
privacy-joined = Ce compte est réuni avec un autre des tiens. Pour lire lequel, écris <code>/link</code>.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] Je n’ai rien trouvé à réparer ici.
        [one] { $amiss } chose peut être mieux ici :
        [many] { $amiss } de choses peuvent être mieux ici :
       *[other] { $amiss } choses peuvent être mieux ici :
    }
setup-not-whole = Je n’ai pas pu tout regarder maintenant. Écris <code>/setup</code> encore dans une minute.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Mes réponses ici sont seulement pour la personne qui a demandé. Les admins peuvent laisser tout le monde les lire : <code>/setup answers room</code>.
       *[room] Mes réponses ici sont pour tout le salon. Les admins peuvent les réserver à la personne qui a demandé : <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Réponses seulement pour la personne qui a demandé
       *[room] Réponses pour tout le monde
    }
setup-board =
    { $board ->
        [private] Pas de tableau ici : tout le monde le lirait, et je ne réponds qu’à la personne qui demande.
        [on] Un tableau montre ici qui partage : un seul message que je tiens à jour. Les admins peuvent l’enlever : <code>/setup board off</code>.
       *[off] Les admins peuvent avoir ici un tableau : un seul message, tenu à jour, qui montre qui partage. Pour l’avoir : <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Avoir un tableau
       *[off] Enlever le tableau
    }
setup-board-values =
    « { $given } » ne peut pas être choisi. Rien n’a changé.
    Exemples : <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Un admin a changé cela : désormais, un tableau montre ici qui partage, et où. C’est un seul message que je tiens à jour. Il répond à <code>/whereis</code>.
       *[off] Un admin a changé cela : le tableau est supprimé. Je réponds de nouveau à <code>/whereis</code> par un message à part.
    }
board-ended = Le tableau est supprimé aussi, car tout le monde le lit.
board-not-private = Ici, je ne réponds qu’à la personne qui demande, et tout le monde lirait un tableau. Rien n’a changé. Pour un tableau, dis d’abord <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Je range ici : là où je peux, j’efface les commandes, et les positions quand elles sont finies. Les admins peuvent arrêter cela : <code>/setup tidy off</code>.
       *[off] Ce que disent les membres reste ici. Les admins peuvent me laisser effacer les commandes, et les positions quand elles sont finies : <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Les points précédents d’une position en direct restent dans ce salon. J’efface son début et son dernier point.
setup-tidy-button =
    { $tidy ->
        [on] Ranger ici
       *[off] Laisser ce que disent les membres
    }
tidy-changed =
    { $tidy ->
        [on] Un admin a changé ceci : dès maintenant, j’efface ici les commandes, et les positions quand elles sont finies. Je le fais là où je peux.
       *[off] Un admin a changé ceci : dès maintenant, je n’efface ici rien de ce que disent les membres.
    }
setup-expiry = Une position est gardée pendant <b>{ $expiry }</b>. Les admins peuvent le changer : <code>/expiry 2 hours</code>.
setup-reachable = Avec <code>/ask</code>, je joins qui m’a dit quelque chose ici et a ouvert la discussion privée avec moi. <code>/share</code> y mène.
setup-no-such =
    Je ne connais pas « { $given } ». Rien n’a changé.
    Exemples : <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    On ne peut pas choisir « { $given } ». Rien n’a changé.
    Exemples : <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = C’est déjà ainsi. Rien n’a changé.
answers-changed =
    { $answers ->
        [private] Un admin a changé ceci : dès maintenant, ce que je réponds ici arrive seulement à la personne qui a demandé. Les réponses qui étaient ici sont supprimées.
       *[room] Un admin a changé ceci : dès maintenant, tout le salon lit ce que je réponds ici.
    }

# $kept: for how long it waits
answer-waits = Je réponds en privé ici. La réponse attend la personne qui a demandé, pendant { $kept }.
answer-button = La lire en privé
answer-invited = Je réponds en privé ici. À la personne qui a demandé : accepte mon invitation à une discussion directe, ou ouvres-en une, et lis-la là-bas. Temps qui te reste : { $kept }.
answer-unreachable = Je réponds en privé ici, et je n’ai pas pu écrire à la personne qui a demandé. Cette personne : ouvre une discussion directe avec moi et demande là-bas.
answers-need-a-person = Les réponses ici vont seulement à la personne qui a demandé. Tu parles au nom du salon, donc je ne sais pas qui c’est. Demande-moi en privé.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = La langue dans laquelle je te parle : { $language }.
# $languages: as their own people call them
language-choices = Pour la changer, écris <code>/language</code> et un de ces noms : { $languages }.
# On a button.
language-name = { $language }
language-chosen = La langue dans laquelle je te parle à partir de maintenant : { $language }.
language-by-app = À partir de maintenant, je te parle dans la langue de ton application, si je la connais.
language-not-spoken = Je ne parle pas « { $given } ». Rien n’a changé.
setup-language = La langue dans laquelle je parle dans ce salon : { $language }. Les admins peuvent la changer : <code>/setup language Español</code>.
room-language-changed = Une personne qui administre ce salon a changé ceci. Ma langue dans ce salon à partir de maintenant : { $language }.

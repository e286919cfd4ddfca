# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = Sur Telegram ou Matrix : envoie une position en direct. Dans cette console, il n’y a pas de téléphones.
console-steps-in-private = Tape tes coordonnées ici : <code>/here 52.5200 13.4050</code>.
console-send-location = Tape tes coordonnées ici : <code>/here 52.5200 13.4050</code>.
console-deleting = Supprimer ton message n’arrête pas le partage.
console-sees = Cette console montre tout à qui est assis devant.
console-no-board = La console n’a pas de tableau : ce qui est affiché ne peut plus changer. Dis <code>/whereis</code>.
console-greeting =
    Aucun réseau n’est configuré, donc voici whereat dans la console. Les personnes d’un salon se montrent où elles sont, pour un temps. { $kept ->
        [as-set] Ce qui est partagé est gardé, scellé, là où le disent les réglages.
       *[in-memory] Rien n’est gardé sur le disque.
    }
    Écris comme n’importe qui, dans n’importe quel salon :  ana@march> /here 52.5200 13.4050   puis  ben@march> /whereis   puis  :wait 30m
    En privé :  ana> /help    Ce qu’on peut taper :  :help    Pour finir :  :quit
console-help =
    {"  "}ana@march> /whereis     ana dit quelque chose dans le salon march ; la première personne d’un salon en est admin
    {"  "}ana> /stop              ana dit quelque chose au bot en privé
    {"  "}:wait 30m               une demi-heure passe
    {"  "}:join ana march         ana rejoint le salon ; :leave ana march, :kick ana march, :admin ana march de même
    {"  "}:room hall matrix       le salon hall est joué sur Matrix, avec ses membres
    {"  "}mia@hall> /link CODE    CODE est le dernier code affiché
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = dans { $room }
console-to = à { $person } seulement
console-within = dans { $room }, à { $person } seulement
console-in-place = { $where }, à la place de la dernière réponse
console-choose = (réponds avec le numéro)
console-private-chat = [bouton { $label } : /start { $payload }]
console-pin = (avec un repère sur la carte du réseau)
console-picture = (avec une image : { $path })
console-deleted = (la réponse est supprimée : « { $beginning }… »)
console-reacts = (le bot réagit : 👍)

console-unclear = Une ligne est personne@salon> message, ou personne> message. :help en dit plus.
console-unknown = Je ne comprends pas cela. :help dit ce qu’on peut taper ici.
console-nearest = Je ne comprends pas cela. Voulais-tu dire :{ $verb } ? :help dit ce qu’on peut taper ici.
console-not-in = { $person } n’est pas dans { $room }
console-gone-from = { $person } n’est plus dans { $room }. Pour revenir : <code>:join { $person } { $room }</code>
console-who-and-where = Qui, et quel salon ? Par exemple <code>:{ $verb } ana march</code>
console-which-network = Quel nouveau salon, et sur quel réseau ? Il y a { $networks }. Par exemple <code>:room hall matrix</code>
console-how-long = Pour combien de temps ? Par exemple :wait 30m
console-longest = { $longest } à la fois, au plus.
console-later = ({ $time } plus tard)
console-people = { $people }
console-nobody-yet = personne encore
console-no-rooms = aucun salon encore
console-room = { $room } : { $people }
console-empty-room = { $room } : personne
console-admin = { $person } (admin du salon)

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = Si je peux joindre « { $wanted } » et que cette personne accepte les questions, je lui ai posé la question. Tu le sauras si elle partage.
ask-whom =
    Dis ici à qui je dois demander : <code>/ask NOM</code>. Personne d’autre ne le lit.
    Pour que personne ne te le demande : <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Pour demander à une personne, écris-moi <code>/ask NOM</code> en privé, où personne d’autre ne le lit.
ask-button = Demander en privé

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Les membres de ce salon peuvent me charger de te demander où tu es. Je te demande en privé, et tu choisis chaque fois.
       *[named] Dans <b>{ $rooms }</b>, les membres peuvent me charger de te demander où tu es. Je te demande ici, et tu choisis chaque fois.
    }
ask-is-off =
    { $rooms ->
        [none] Aucun membre de ce salon ne peut me charger de te demander où tu es. Pour le permettre de nouveau : <code>/ask on</code>.
       *[named] Dans <b>{ $rooms }</b>, aucun membre ne peut me charger de te demander où tu es. Pour le permettre de nouveau : <code>/ask on</code>.
    }
ask-nowhere = Je ne connais aucun salon où nous sommes toi et moi. Écris <code>/ask off</code> ou <code>/ask on</code> dans le salon concerné.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Une personne qui administre ce salon demande à tout le monde ici de partager.
       *[named] <b>{ $person }</b> demande à tout le monde ici de partager.
    }
everybody-how = Si tu veux, envoie-moi ta position en privé ; la marche à suivre est en dessous. Ou écris <code>/share</code>.
everybody-how-aside = Si tu veux, écris <code>/share</code>. Alors je t’écris dans une discussion directe, et tu m’y envoies ta position.
everybody-asked-before = Tout le monde ici a reçu cette demande il y a peu. Pour demander à une personne, écris-moi <code>/ask NOM</code> en privé.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> demande où tu es.
       *[named] <b>{ $name }</b> demande dans <b>{ $room }</b> où tu es.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none]
            { $people ->
                [one] { $people } personne demande où tu es :
                [many] { $people } de personnes demandent où tu es :
               *[other] { $people } personnes demandent où tu es :
            }
       *[named]
            { $people ->
                [one] { $people } personne demande dans <b>{ $room }</b> où tu es :
                [many] { $people } de personnes demandent dans <b>{ $room }</b> où tu es :
               *[other] { $people } personnes demandent dans <b>{ $room }</b> où tu es :
            }
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, de { $room }
# $left: how long an answer is waited for
request-how = Si tu partages, tous les membres de là-bas le voient. Tant que tu n’as pas choisi, personne ne voit rien. Cette demande finit dans { $left }.
# Shown to her alone, in the room.
request-here = Personne d’autre ne voit ceci. Pour répondre, ouvre la discussion privée.
request-button = Répondre en privé

# On buttons, and numbered.
request-once = Envoyer une fois
request-quarter = Un quart d’heure
request-hour = Une heure
request-not-now = Pas maintenant
request-never = Jamais depuis ce salon

request-once-chosen = Ta prochaine position va aux membres de ce salon, une seule fois : <b>{ $room }</b>.
request-live-chosen = Ta prochaine position va aux membres de ce salon : <b>{ $room }</b>. Le partage dure { $longest } au plus.
# On the button that sends a location.
request-send-location = Envoyer où je suis, une fois
request-refused = Rien n’est partagé avec <b>{ $room }</b>. Rien n’est dit à la personne qui a demandé.
request-refused-always = Rien n’est partagé avec <b>{ $room }</b>. Là-bas, personne ne peut plus me charger de te le demander. Pour le permettre de nouveau : <code>/ask on</code>.
request-over = La demande pour savoir où tu es est terminée. Elle n’a donné lieu à aucun partage.
request-answered = Tu partages avec le salon qui a demandé. On montre où tu es à la personne qui a demandé.
no-request = Personne ne demande où tu es en ce moment. Pour partager quand même : <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Aucune réponse n’a montré à quelqu’un d’autre où tu es. Je note chacune, et je garde cela pendant une durée de conservation de son salon.
       *[room] Aucune réponse ici n’a montré à quelqu’un d’autre où tu es. Je note chacune, et je garde cela pendant une durée de conservation.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] Une réponse a montré à quelqu’un d’autre où tu es :
                [many] { $looks } de réponses ont montré à d’autres où tu es, la dernière d’abord :
               *[other] { $looks } réponses ont montré à d’autres où tu es, la dernière d’abord :
            }
       *[room]
            { $looks ->
                [one] Une réponse ici a montré à quelqu’un d’autre où tu es :
                [many] { $looks } de réponses ici ont montré à d’autres où tu es, la dernière d’abord :
               *[other] { $looks } réponses ici ont montré à d’autres où tu es, la dernière d’abord :
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    <b>{ $name }</b> a demandé { $when }. On t’a montré { $square ->
        [none] exactement
       *[known] dans un carré de { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] La réponse est dans <b>{ $room }</b>.
        [one] La réponse est dans <b>{ $room }</b> ({ $people } membre).
        [many] La réponse est dans <b>{ $room }</b> ({ $people } de membres).
       *[other] La réponse est dans <b>{ $room }</b> ({ $people } membres).
    }
who-stood =
    { $people ->
        [none] La réponse est restée dans <b>{ $room }</b> pendant { $stood }.
        [one] La réponse est restée dans <b>{ $room }</b> ({ $people } membre) pendant { $stood }.
        [many] La réponse est restée dans <b>{ $room }</b> ({ $people } de membres) pendant { $stood }.
       *[other] La réponse est restée dans <b>{ $room }</b> ({ $people } membres) pendant { $stood }.
    }
who-on-board = Le tableau de <b>{ $room }</b> a répondu.
who-by-board =
    Un tableau t’a montré de lui-même, pour la première fois { $when }. On t’a montré { $square ->
        [none] exactement
       *[known] dans un carré de { $square }
    }. { $where }
who-alone = Seule la personne qui a demandé peut lire la réponse, qui est encore là.
who-alone-before = Seule la personne qui a demandé a pu lire la réponse, pendant { $stood }.
# In the place of a name.
who-admin = Un admin qui a parlé au nom du salon
who-forgotten = Quelqu’un dont j’ai oublié le nom depuis
who-more =
    { $more ->
        [one] { $more } autre réponse n’est pas dans la liste. Pour lire la suite, écris <code>/{ $command }</code>.
        [many] { $more } d’autres réponses ne sont pas dans la liste. Pour lire la suite, écris <code>/{ $command }</code>.
       *[other] { $more } autres réponses ne sont pas dans la liste. Pour lire la suite, écris <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Je te préviens en privé quand quelqu’un regarde pour la première fois ce que tu partages. Pour arrêter, écris <code>/who each off</code>.
       *[off] Je ne te préviens pas de moi-même quand quelqu’un regarde. Pour connaître chaque premier regard, écris <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] <b>{ $name }</b> a demandé, et a vu où tu es. Toutes les réponses qui t’ont montré : <code>/who</code>.
       *[named] <b>{ $name }</b> a demandé dans <b>{ $room }</b>, et a vu où tu es. Toutes les réponses qui t’ont montré : <code>/who</code>.
    }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Avec moi, les personnes de ce salon peuvent se montrer les unes aux autres où elles sont. On ne te montre que si tu le choisis.
help-in-private = Je laisse les personnes d’un salon voir où tu es, aussi longtemps que tu le choisis.

menu-whereis = où sont les personnes qui partagent ici, celles que tu nommes, ou qui est le plus près
help-whereis = <code>/whereis [names|nearest]</code> : { menu-whereis }.
menu-pin = le repère d’une personne, envoyé seulement à toi ; un service de cartes apprend le lieu
help-pin = <code>/pin <name></code> : { menu-pin }.
menu-map = la réponse en image, dessinée par moi ; aucun service de cartes n’apprend le lieu
help-map = <code>/map [names|nearest]</code> : { menu-map }.
menu-ask = demander en privé où est une personne, ou tout le monde ; off et on : si on peut te demander
help-ask = <code>/ask [name|off|on]</code> : { menu-ask }.
menu-share = comment partager ta position d’ici
help-share = <code>/share</code> : { menu-share }.
menu-here = partager une position une fois, avec un lien geo: ou en nombres
help-here = <code>/here <latitude> <longitude></code> : { menu-here }.
menu-stop = arrêter ce que tu partages avec ce salon ; en privé, avec tous les salons
help-stop = <code>/stop</code> : { menu-stop }.
menu-meet = où et quand les gens de ce salon se retrouvent ; les admins peuvent le fixer
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code> : { menu-meet }.
menu-expiry = combien de temps une position est gardée ; les admins peuvent le changer
help-expiry = <code>/expiry [duration]</code> : { menu-expiry }.
menu-precision = avec quelle précision on te montre ici
help-precision = <code>/precision [exact|100m|1km|5km]</code> : { menu-precision }.
menu-language = la langue dans laquelle je te parle
help-language = <code>/language [name]</code> : { menu-language }.
menu-privacy = ce qui est gardé, combien de temps, qui peut le voir, et ce que je ne peux pas protéger
help-privacy = <code>/privacy [more]</code> : { menu-privacy }.
menu-forget = détruire tout ce qui est gardé sur toi, dans tous les salons
help-forget = <code>/forget</code> : { menu-forget }.
menu-link = relier ce salon à un autre ; en privé, réunir deux comptes à toi ; off y met fin
help-link = <code>/link [code|yes|off]</code> : { menu-link }.
menu-wipe = détruire tout ce qui est partagé avec ce salon, pour tout le monde ; demande confirmation
help-wipe = <code>/wipe</code> : { menu-wipe }.
menu-setup = comment ce salon est réglé, ce qui peut être mieux, qui lit les réponses ; les admins peuvent le changer
help-setup = <code>/setup [name value]</code> : { menu-setup }.
menu-who = qui a regardé où tu es, quand, et où était la réponse ; each : te le dire
help-who = <code>/who [each|each off]</code> : { menu-who }.
menu-help = ce que je fais ici
help-help = <code>/help</code> : { menu-help }.

admins-only =
    { $what ->
        [allowlive] Il faut être admin de ce salon pour permettre à chaque membre de partager une position en direct.
        [expiry] Il faut être admin de ce salon pour changer la durée de conservation.
        [link] Il faut être admin de ce salon pour le relier à un autre.
        [meet] Il faut être admin de ce salon pour fixer le point de rendez-vous. Rien n’a changé.
        [setup] Il faut être admin de ce salon pour changer ses réglages. Rien n’a changé. Pour les voir : <code>/setup</code>.
        [wipe] Il faut être admin de ce salon pour détruire ce qui est partagé avec lui.
       *[other] Il faut être admin de ce salon pour faire cela.
    }
room-only = Écris <code>/{ $command }</code> dans le salon concerné.
nobody-in-particular = Tu parles au nom du salon, donc je ne sais pas qui tu es. Rien n’a changé. Écris-moi <code>/{ $command }</code> en privé.
went-wrong = Quelque chose a échoué de mon côté, et je ne peux pas dire si c’est fait. Écris-le encore une fois.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Cette position a été envoyée au nom du groupe : elle n’est à personne, et je ne la montre à personne. Envoie-la en ton nom, ou à moi en privé.
        [as-a-channel] Cette position a été envoyée au nom d’un canal : elle n’est à personne, et je ne la montre à personne. Envoie-la en ton nom, ou à moi en privé.
        [said-as-a-channel] Ceci a été dit au nom d’un canal. Je ne sais pas qui tu es, et je n’ai rien fait. Dis-le en ton nom.
        [passed-on] Je lis seulement ce que tu écris toi-même, rien de transféré. Ce que je peux faire : <code>/help</code>.
       *[no-words] Je lis seulement des mots et des positions. Pour partager où tu es, envoie-moi ta position en direct. Ce que je peux faire : <code>/help</code>.
    }
edited-command = Dans un message modifié, je lis seulement <code>/stop</code> et <code>/forget</code>. Écris-le encore dans un nouveau message.
start-in-room = Pour partager avec ce salon : <code>/share</code>. Pour demander où sont les gens : <code>/whereis</code>. Tout ce que je peux faire : <code>/help</code>.
# Where a room forbids reactions.
taken-in = Je l’ai reçue. Les personnes de ce salon peuvent demander où tu es maintenant. Pour arrêter : <code>/stop</code>.
unknown-command = Je ne connais pas <code>/{ $command }</code>. Ce que je fais : <code>/help</code>.
unknown-command-nearest = Je ne connais pas <code>/{ $command }</code>. Voulais-tu dire <code>/{ $nearest }</code> ? Ce que je fais : <code>/help</code>.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] Tu as écrit <code>/{ $command }</code> { $age }, et ce message m’arrive seulement maintenant. Cela ne partage rien. Pour partager, écris-le encore.
        [asks] Tu as écrit <code>/{ $command }</code> { $age }, et ce message m’arrive seulement maintenant. Pour demander, écris-le encore.
       *[other] Tu as écrit <code>/{ $command }</code> { $age }, et ce message m’arrive seulement maintenant. Rien n’a changé. Si tu le veux toujours, écris-le encore.
    }
not-a-command =
    Je comprends les commandes, et une position à toi que tu envoies toi-même. Je n’ai rien pris de ce message.
    <code>/help</code> dit ce que je fais ; <code>/share</code> dit comment partager.
too-many-commands = C’était beaucoup en peu de temps. Je me tais une minute ; redemande ensuite. <code>/stop</code> marche à tout moment.
too-many-in-all = On me demande tant de choses en ce moment que je ne peux pas répondre. Réessaie dans une minute. <code>/stop</code> marche à tout moment.

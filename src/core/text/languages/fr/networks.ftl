# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Cette réponse n’est plus valable.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label } : <code>/{ $command }</code>
answer-with-number = Réponds avec le numéro.

# Of a network that says nothing of its own.
network-steps =
    Tape tes coordonnées ici : <code>/here 52.5200 13.4050</code>. Elles sont partagées une fois.
    Pour arrêter : <code>/stop</code>. Supprimer le message n’arrête peut-être rien.
network-send-once = Tape tes coordonnées ici : <code>/here 52.5200 13.4050</code>.
network-send-live = Tape tes coordonnées ici : <code>/here 52.5200 13.4050</code>.
network-deleting = Supprimer ton message n’arrête peut-être pas le partage.
network-sees = La personne qui gère ce réseau de discussion peut peut-être voir ce qui est dit ici, et qui le dit.
network-no-board = Ce réseau n’a pas de tableau : ici, aucun message ne peut être tenu à jour sur place. Dis <code>/whereis</code> : ta nouvelle réponse remplace la précédente.

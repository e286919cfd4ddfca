# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Je garde seulement ta dernière position, chiffrée, pendant la durée de conservation du salon.
       *[known] Je garde seulement ta dernière position, chiffrée, pendant { $expiry } après son envoi.
    }
privacy-seen-by =
    { $place ->
        [private] Seuls les membres du salon que tu as choisi, et des salons reliés à lui, peuvent la demander. Tant que tu n’en as pas choisi, personne ne le peut. Je note chaque réponse qui te montre : <code>/who</code>.
       *[room] Seuls les membres de ce salon peuvent la demander, et les admins n’en voient pas plus que les autres. Je note chaque réponse qui te montre : <code>/who</code>.
    }
privacy-seen-linked = Seuls les membres de ce salon, et de <b>{ $rooms }</b>, peuvent la demander. Les admins n’en voient pas plus que les autres. Je note chaque réponse qui te montre : <code>/who</code>.
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Écris <code>/stop</code>, et ta position est détruite aussitôt. { $deleting }
privacy-not-protected = Je ne peux pas te protéger des personnes qui gèrent ce bot, ni de membres qui gardent une réponse.
# $others: who else sees what is said, on this network
privacy-others = { $others } Plus sur tout cela : <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = Je garde aussi tes choix, ta langue, les salons où je te connais, et depuis quand. Tant que quelqu’un demande où tu es, je garde qui demande. Une marque me dit si ton nom change.
privacy-looks = De chaque réponse qui te montre, je garde qui a demandé, quand, où elle était, et combien de temps. Une durée de conservation plus tard, cela disparaît.
privacy-also-ends = Ta position est détruite aussi quand la position en direct finit, et quand tu quittes le salon. <code>/forget</code> détruit tout ce que je garde sur toi.
privacy-square = Avec <code>/precision 1km</code>, on montre seulement un carré fixe. Quand tu passes dans le carré suivant, cela peut se voir.
privacy-pictures = Une image est supprimée avec sa réponse. Les serveurs Matrix peuvent garder ensuite son fichier, chiffré et sans sa clé.
privacy-operator = Les personnes qui gèrent ce bot peuvent lire ce qui n’est pas encore détruit. Un membre peut garder une réponse, ou la transmettre.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

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

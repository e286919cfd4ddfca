# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] No encontré aquí nada que haya que arreglar.
        [one] Una cosa puede mejorar aquí:
        [many] { $amiss } de cosas pueden mejorar aquí:
       *[other] { $amiss } cosas pueden mejorar aquí:
    }
setup-not-whole = No pude revisarlo todo ahora. Escribe <code>/setup</code> otra vez en un minuto.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Mis respuestas aquí son solo para quien preguntó. Quien administra puede dejar que todo el mundo las lea: <code>/setup answers room</code>.
       *[room] Mis respuestas aquí son para toda la sala. Quien administra puede reservarlas para quien preguntó: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Respuestas solo para quien preguntó
       *[room] Respuestas para todo el mundo
    }
setup-board =
    { $board ->
        [private] Aquí no hay panel: lo leerían todos, y mis respuestas son solo para quien preguntó.
        [on] Aquí un panel muestra quién comparte: un solo mensaje que mantengo al día. Los administradores pueden quitarlo: <code>/setup board off</code>.
       *[off] Los administradores pueden poner aquí un panel: un solo mensaje, siempre al día, que muestra quién comparte. Para ponerlo: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Poner un panel
       *[off] Quitar el panel
    }
setup-board-values =
    No se puede elegir “{ $given }”. No se cambió nada.
    Ejemplos: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Un administrador cambió esto: desde ahora, un panel muestra aquí quién comparte y dónde está. Es un solo mensaje que mantengo al día. Con él respondo a <code>/whereis</code>.
       *[off] Un administrador cambió esto: el panel se borra. Vuelvo a responder a <code>/whereis</code> con un mensaje propio.
    }
board-ended = También se borra el panel, porque lo leen todos.
board-not-private = Aquí mis respuestas son solo para quien preguntó, y un panel lo leerían todos. No se cambió nada. Para tener un panel, di primero <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Aquí ordeno: donde puedo, borro los comandos, y las ubicaciones cuando terminan. Quien administra puede acabar con eso: <code>/setup tidy off</code>.
       *[off] Lo que dicen aquí los miembros se queda. Quien administra puede dejarme borrar los comandos, y las ubicaciones cuando terminan: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Los puntos anteriores de una ubicación en tiempo real se quedan en esta sala. Borro el principio y el último punto.
setup-tidy-button =
    { $tidy ->
        [on] Ordenar aquí
       *[off] Dejar lo que dicen los miembros
    }
tidy-changed =
    { $tidy ->
        [on] Quien administra cambió esto: a partir de ahora, borro aquí los comandos, y las ubicaciones cuando terminan, donde puedo.
       *[off] Quien administra cambió esto: a partir de ahora, no borro aquí nada de lo que dicen los miembros.
    }
setup-expiry = Una posición se guarda durante <b>{ $expiry }</b>. Quien administra puede cambiarlo: <code>/expiry 2 hours</code>.
setup-reachable = Con <code>/ask</code> llego a quien me ha dicho algo aquí y ha abierto el chat privado conmigo. <code>/share</code> lleva a él.
setup-no-such =
    No conozco “{ $given }”. No se cambió nada.
    Ejemplos: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    “{ $given }” no se puede elegir. No se cambió nada.
    Ejemplos: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = Ya es así. No se cambió nada.
answers-changed =
    { $answers ->
        [private] Quien administra cambió esto: a partir de ahora, lo que respondo aquí llega solo a quien preguntó. Se borran las respuestas que había aquí.
       *[room] Quien administra cambió esto: a partir de ahora, toda la sala lee lo que respondo aquí.
    }

# $kept: for how long it waits
answer-waits = Aquí respondo en privado. La respuesta espera a quien preguntó, durante { $kept }.
answer-button = Leerla en privado
answer-invited = Aquí respondo en privado. Quien preguntó: acepta mi invitación a un chat directo, o empieza uno conmigo, y léela allí. Tiempo que tienes: { $kept }.
answer-unreachable = Aquí respondo en privado y no pude escribir a quien preguntó. Quien preguntó: empieza un chat directo conmigo y pregunta allí.
answers-need-a-person = Aquí las respuestas van solo a quien preguntó. Hablas como la propia sala, así que no sé quién preguntó. Pregúntame en privado.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = El idioma en que te hablo: { $language }.
# $languages: as their own people call them
language-choices = Para cambiarlo, escribe <code>/language</code> y uno de estos: { $languages }.
# On a button.
language-name = { $language }
language-chosen = El idioma en que te hablo a partir de ahora: { $language }.
language-by-app = A partir de ahora te hablo en el idioma de tu aplicación, si lo sé.
language-not-spoken = No hablo “{ $given }”. No se cambió nada.
setup-language = El idioma en que hablo en esta sala: { $language }. Quien administra puede cambiarlo: <code>/setup language Español</code>.
room-language-changed = Alguien de la administración cambió esto. El idioma en que hablo en esta sala a partir de ahora: { $language }.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = A través de mí, las personas de esta sala pueden mostrarse unas a otras dónde están. A ti se te muestra solo si lo eliges.
help-in-private = Permito que las personas de una sala vean dónde estás, durante el tiempo que elijas.

menu-whereis = dónde están quienes comparten aquí, las personas que nombres, o quién está más cerca
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = un marcador de una persona, enviado solo a ti; un servicio de mapas se entera del lugar
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = la respuesta como imagen, dibujada por mí; ningún servicio de mapas se entera del lugar
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = preguntar en privado a una persona dónde está, o a todo el mundo; off y on: si pueden preguntarte
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = cómo compartir tu posición desde aquí
help-share = <code>/share</code>: { menu-share }.
menu-here = compartir una posición una vez, con un enlace geo: o en números
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = terminar lo que compartes con esta sala; en privado, con todas las salas
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = dónde y cuándo se encuentra la gente de esta sala; quien administra puede fijarlo
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = cuánto tiempo se guarda una posición; quien administra puede cambiarlo
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = con qué precisión se te muestra aquí
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = el idioma en que te hablo
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = qué se guarda, cuánto tiempo, quién puede verlo y qué no puedo proteger
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = destruir todo lo que se guarda sobre ti, en todas las salas
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = enlazar esta sala con otra; en privado, unir dos cuentas tuyas; off lo termina
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = destruir todo lo que se comparte con esta sala, para todo el mundo; pide confirmación
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = cómo está configurada esta sala, qué puede mejorar y quién lee las respuestas; quien administra puede cambiarlo
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = quién miró dónde estás, cuándo, y dónde estuvo la respuesta; each: un aviso en cada primera mirada
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = qué hago aquí
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Solo quien administra esta sala puede permitir que cada miembro comparta una ubicación en tiempo real.
        [expiry] Solo quien administra esta sala puede cambiar el plazo.
        [link] Solo quien administra esta sala puede enlazarla con otra.
        [meet] Solo quien administra esta sala puede fijar el punto de encuentro. No se cambió nada.
        [setup] Solo quien administra esta sala puede cambiar su configuración. No se cambió nada. Para verla: <code>/setup</code>.
        [wipe] Solo quien administra esta sala puede destruir lo que se comparte con ella.
       *[other] Solo quien administra esta sala puede hacer eso.
    }
room-only = Escribe <code>/{ $command }</code> en la sala que corresponda.
nobody-in-particular = Hablas como la propia sala, así que no sé quién eres. No se cambió nada. Escríbeme <code>/{ $command }</code> en privado.
went-wrong = Algo falló por mi parte, y no puedo decir si se hizo. Por favor, escríbelo otra vez.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Esta ubicación se envió como el grupo: no es de nadie, y no la muestro a nadie. Envíala en tu nombre, o a mí en privado.
        [as-a-channel] Esta ubicación se envió como un canal: no es de nadie, y no la muestro a nadie. Envíala en tu nombre, o a mí en privado.
        [said-as-a-channel] Esto se dijo como un canal, así que no sé quién eres y no hice nada. Dilo en tu nombre.
        [passed-on] Leo solo lo que escribes tú, nada reenviado. Lo que puedo hacer: <code>/help</code>.
       *[no-words] Leo solo palabras y ubicaciones. Para compartir dónde estás, envíame tu ubicación en tiempo real. Lo que puedo hacer: <code>/help</code>.
    }
edited-command = En un mensaje editado leo solo <code>/stop</code> y <code>/forget</code>. Escríbelo otra vez en un mensaje nuevo.
start-in-room = Para compartir con esta sala: <code>/share</code>. Para preguntar dónde están las personas: <code>/whereis</code>. Todo lo que puedo hacer: <code>/help</code>.
# Where a room forbids reactions.
taken-in = La recibí. Las personas de esta sala pueden preguntar ahora dónde estás. Para terminarlo: <code>/stop</code>.
unknown-command = No conozco <code>/{ $command }</code>. Lo que hago: <code>/help</code>.
unknown-command-nearest = No conozco <code>/{ $command }</code>. ¿Querías decir <code>/{ $nearest }</code>? Lo que hago: <code>/help</code>.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] Escribiste <code>/{ $command }</code> { $age }, y me ha llegado ahora. No comparte nada. Para compartir, escríbelo otra vez.
        [asks] Escribiste <code>/{ $command }</code> { $age }, y me ha llegado ahora. Para preguntar, escríbelo otra vez.
       *[other] Escribiste <code>/{ $command }</code> { $age }, y me ha llegado ahora. No ha cambiado nada. Si todavía lo quieres, escríbelo otra vez.
    }
not-a-command =
    Entiendo comandos, y una ubicación tuya que envíes tú. De este mensaje no tomé nada.
    <code>/help</code> dice lo que hago; <code>/share</code> dice cómo compartir.
too-many-commands = Eso fue mucho en poco tiempo. No respondo durante un minuto; después pregunta otra vez. <code>/stop</code> funciona en todo momento.
too-many-in-all = Ahora se me pide tanto que no puedo responder. Prueba otra vez en un minuto. <code>/stop</code> funciona en todo momento.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Steps are in the words of Element's apps for phones. Element keeps commands with a slash for itself, so they are told with the other mark.

matrix-steps-in-room =
    En tu teléfono, en esta sala, toca el signo más o el clip.
    Elige Ubicación, luego Ubicación en tiempo real, y durante cuánto tiempo.
    Para detenerla: <code>!stop</code>, o detenla en la aplicación. Eliminar el mensaje también la detiene.
matrix-steps-in-private =
    En tu teléfono, en este chat, toca el signo más o el clip.
    Elige Ubicación, luego Ubicación en tiempo real, y durante cuánto tiempo.
    Para detenerla: <code>!stop</code>, o detenla en la aplicación. Eliminar el mensaje también la detiene.
matrix-send-once = En tu teléfono, en este chat, toca el signo más o el clip, luego Ubicación. O escribe coordenadas: <code>!here 52.5200 13.4050</code>.
matrix-send-live = En tu teléfono, en este chat, toca el signo más o el clip. Elige Ubicación, luego Ubicación en tiempo real.
matrix-deleting = Eliminar tu mensaje también lo termina, en cuanto yo me entere.
matrix-sees = Los servidores Matrix de la sala pueden ver quién comparte y cuándo. En una sala sin cifrado pueden leerlo todo.
matrix-no-board = Matrix no tiene panel: cada cambio sería un mensaje más, y cada borrado deja una línea. Di <code>/whereis</code>: tu respuesta nueva ocupa el lugar de la anterior.
matrix-came-in-clear =
    Esta sala está cifrada, pero esto llegó sin cifrar, así que los servidores pudieron leerlo. No lo acepté.
    Envíalo otra vez desde una aplicación que cifre.
matrix-not-read =
    No pude leer esto: su clave no me ha llegado.
    Si era para mí, envíalo otra vez. Si tampoco así hay respuesta, mira si tu aplicación da claves solo a dispositivos verificados.
matrix-location-not-read = No pude leer esta ubicación, así que no se compartió nada de ella. Envíala otra vez, o escríbela: <code>!here 52.5200 13.4050</code>.
# $by: about how much
matrix-clock-off =
    { $is ->
        [ahead] El reloj de tu teléfono va adelantado, más o menos { $by }.
       *[behind] El reloj de tu teléfono va atrasado, más o menos { $by }.
    }
    Me guío por la hora del servidor, así que tu ubicación en tiempo real dura lo que elegiste. Pon el reloj en hora.
matrix-location-old = Tu aplicación dice que esta ubicación es de hace { $by }, así que la muestro como antigua. Si es nueva, el reloj de tu teléfono va atrasado. Ponlo en hora y envíala otra vez.
matrix-not-verified = No acepté esto. Por lo que veo, vino de un dispositivo que la persona a la que pertenece no ha verificado. Ese dispositivo tampoco puede leerme a mí.
matrix-how-to-verify = Para verificar un dispositivo: abre los ajustes de la aplicación, luego Cifrado o Sesiones, y elige Verificar. Confírmalo en otro dispositivo tuyo, o con tu clave de recuperación.
# A reaction, which is short, and which anybody can read
matrix-verify-sign = 🔐 verificar
matrix-verify-first = Esta sala está cifrada. Respondo solo a dispositivos verificados por la persona a la que pertenecen, y solo esos pueden leerme.
matrix-room-is-plain =
    Esta sala no está cifrada: sus servidores pueden leer cada posición y cada respuesta en ella, y quizá guardarlas.
    Quien entre después quizá pueda leer lo que no se haya borrado. Quien administra puede activar el cifrado en los ajustes de la sala. Yo sigo en ambos casos.
# $read: what those who are not in the room can read of it
matrix-room-is-open =
    { $read ->
        [who-shares] Cualquiera puede mirar esta sala sin unirse a ella. Ve quién comparte en tiempo real, cuándo y cuánto tiempo, pero no dónde.
       *[all] Cualquiera puede leer esta sala sin unirse a ella: cada posición y cada respuesta que hay en ella.
    }
    Quien administra puede cambiarlo en los ajustes de la sala, donde dice quién puede leer el historial.
matrix-hello-in-private =
    Aquí estamos solo tú y yo: este es un chat privado. <code>!help</code> dice lo que hago.
    Si ha de ser una sala para más personas, invítalas antes de decirme otra cosa.
matrix-crowded =
    Este era un chat privado conmigo, y ahora hay otra persona invitada. Aquí ya no respondo nada, y me voy.
    Si ha de ser una sala para todas estas personas, invítame otra vez.
# Why an invitation was turned down, which clients show beside that. $most: invitations that are taken of one person in an hour
matrix-invitation-declined =
    { $why ->
        [too-many] Acepto este número de invitaciones por hora de una persona: { $most }. Invítame otra vez en una hora.
        [space] Esto es un espacio, donde nadie habla. Invítame a una de sus salas.
       *[not-allowed] Quien gestiona este bot deja que solo algunas personas lo inviten. Pregúntale, o pregunta a alguien que pueda hacerlo.
    }
# The same of a room that the bot leaves.
matrix-left =
    { $why ->
        [may-not-write] No puedo escribir aquí, así que no podría responder a nadie. Permíteme escribir, y luego invítame otra vez.
       *[too-many-people] Esta sala tiene más personas de las que puedo atender.
    }
# What /setup finds in a room, and the step that mends it, a line each. The steps are in the words of Element's apps.
matrix-is-encrypted = Esta sala está cifrada: sus servidores no pueden leer posiciones ni respuestas.
matrix-not-encrypted = Esta sala no está cifrada: sus servidores pueden leer cada posición y cada respuesta en ella.
matrix-encrypt = Para cambiarlo: ajustes de la sala, Seguridad, activar el cifrado. Después no se puede desactivar.
matrix-anybody-reads = Cualquiera puede mirar esta sala sin unirse a ella.
matrix-shows-history = Quien entre después quizá pueda leer lo que se dijo aquí antes, mientras eso siga ahí.
matrix-hide-history = Para cambiarlo: ajustes de la sala, Seguridad, quién puede leer el historial: solo miembros, desde que se unieron.
matrix-anybody-joins = Cualquiera puede unirse a esta sala, y preguntar dónde estás desde entonces.
matrix-close = Para cambiarlo: ajustes de la sala, Seguridad, acceso: privada, solo por invitación.
matrix-all-invite = Cada miembro puede invitar a personas, que pueden preguntar dónde estás en cuanto se unen.
matrix-let-admins-invite = Para cambiarlo: ajustes de la sala, Roles y permisos, invitar usuarios: moderadores.
matrix-no-live-here = Los miembros no pueden compartir aquí una ubicación en tiempo real; pueden compartirla conmigo en privado.
matrix-allow-live =
    { $power ->
        [enough] Para cambiarlo, quien administra escribe <code>/setup live</code>.
       *[none] Para cambiarlo: hazme administrador de esta sala, y luego escribe <code>/setup live</code>.
    }
matrix-redacts-nothing = No puedo eliminar lo que dicen otras personas. Por eso, un <code>/ask NOMBRE</code> dicho aquí queda a la vista de todo el mundo.
matrix-let-redact = Para cambiarlo: hazme moderador de esta sala.
matrix-answers-alone = Solo tú lees la respuesta, en un chat directo conmigo. La pregunta queda aquí a la vista de todo el mundo.
# $bot: none when the bot can change it already
matrix-no-live =
    Para quien administra: esta sala no deja que sus miembros compartan una ubicación en tiempo real.
    Si deben poder, abre los ajustes de la sala, luego roles y permisos. Pon “Compartir ubicación en tiempo real” para todos.
    { $bot ->
        [none] Si tu aplicación no tiene ese ajuste, escribe <code>!setup live</code>, y yo lo cambio.
       *[named] Si tu aplicación no tiene ese ajuste, hazme administrador a mí (<code>{ $bot }</code>), y luego escribe <code>!setup live</code>.
    }
    Qué se cambia: el nivel de poder para <code>{ $types }</code> pasa a ser <b>0</b>. Mientras tanto, todo el mundo puede escribir <code>!here 52.5200 13.4050</code>.
matrix-move-on =
    Esta sala fue sustituida por una nueva. Invítame allí, y los ajustes vienen conmigo.
    Lo que se comparte aquí termina cuando me mudo. Allí no se comparte nada hasta que alguien lo haga.
# A room without a name, called as clients call it.
matrix-room-of-two = { $one } y { $other }
matrix-room-of-many =
    { $others ->
        [one] { $one } y { $others } persona más
        [many] { $one } y { $others } de personas más
       *[other] { $one } y { $others } personas más
    }

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In the words of Telegram's own apps for phones; on a computer Telegram can share no position.

telegram-steps-in-room =
    En tu teléfono, en este grupo, toca Adjuntar, el clip.
    Elige Ubicación, luego Ubicación en tiempo real, y durante cuánto tiempo.
    Para detenerla: <code>/stop</code>, o Dejar de compartir en el mensaje. Borrar el mensaje no la detiene.
telegram-steps-in-private =
    En tu teléfono, en este chat, toca Adjuntar, el clip.
    Elige Ubicación, luego Ubicación en tiempo real, y durante cuánto tiempo.
    Para detenerla: <code>/stop</code>, o Dejar de compartir en el mensaje. Borrar el mensaje no la detiene.
    O escribe coordenadas: <code>/here 52.5200 13.4050</code>.
telegram-send-once = Toca el botón de abajo, en tu teléfono. O escribe coordenadas: <code>/here 52.5200 13.4050</code>.
telegram-send-live = En tu teléfono, en este chat, toca Adjuntar, el clip. Elige Ubicación, luego Ubicación en tiempo real.
telegram-deleting = Borrar tu mensaje no lo termina.
telegram-sees = Telegram puede leer y guardar todo lo que se envía a un bot, y lo que el bot responde. Lo que solo tú ves en un grupo se borra si tu aplicación se entera.
# In an empty private chat: 512 characters at most.
telegram-description = Permito que las personas de un grupo vean dónde estás, durante el tiempo que elijas. Añádeme a un grupo, escribe allí /share y envíame aquí una ubicación en tiempo real. Telegram puede leer lo que se envía a un bot.
# In the bot's profile: 120 characters at most.
telegram-short-description = Dónde están las personas de tu grupo, cuando eligen compartirlo.
# What /setup finds in a group, and the step that mends it, a line each. The steps are in the words of Telegram's apps.
telegram-not-encrypted = Telegram puede leer este grupo, también posiciones y respuestas: allí ningún grupo está cifrado de extremo a extremo.
telegram-is-public = Este grupo es público: cualquiera puede leerlo, también las posiciones, sin unirse.
telegram-make-private = Para cambiarlo: edita el grupo, Tipo de grupo, Privado.
telegram-shows-history = Quien entre después puede leer lo que se dijo aquí antes, mientras eso siga ahí.
telegram-hide-history = Para cambiarlo: edita el grupo, Historial para nuevos miembros, Oculto.
telegram-all-invite = Cada miembro puede añadir a personas, que desde entonces pueden preguntar dónde estás.
telegram-let-admins-invite = Para cambiarlo: edita el grupo, Permisos, desactiva Añadir miembros.
telegram-members-unconfirmed =
    { $members ->
        [hidden] Aquí los miembros están ocultos y yo no soy administrador, así que no puedo mostrar a casi nadie.
       *[shown] Aquí no soy administrador, así que Telegram no tiene que decirme quién es miembro. No muestro a quien no puedo confirmar.
    }
telegram-make-admin = Para cambiarlo: hazme administrador de este grupo, aunque sea con el único permiso de eliminar mensajes.
telegram-nobody-writes = Los miembros no pueden escribir aquí, así que tampoco pueden compartir aquí una ubicación. Pueden compartir conmigo en privado.
telegram-let-write = Para cambiarlo: edita el grupo, Permisos, activa Enviar mensajes de texto.
telegram-deletes-nothing = No puedo borrar lo que dicen otras personas. Por eso, un <code>/ask NOMBRE</code> dicho aquí queda a la vista de todo el mundo.
telegram-let-delete = Para cambiarlo: edita el grupo, Administradores, yo, activa Eliminar mensajes.
telegram-basic-group = En este grupo Telegram no muestra nada a un solo miembro. Por eso, cada respuesta espera en privado a quien preguntó.
telegram-make-supergroup = Para cambiarlo: edita el grupo, pon Historial para nuevos miembros en Visible, y luego otra vez en Oculto.
telegram-answers-alone = Una respuesta así se borra cuando termina, si tu aplicación se entera.
telegram-not-invited = Solo las personas a las que autoriza quien me gestiona pueden añadirme a un grupo, así que salgo de este.

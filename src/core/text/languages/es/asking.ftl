# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = Si puedo llegar a “{ $wanted }” y esa persona permite preguntas, le he preguntado. Te avisaré si comparte.
ask-whom =
    Di aquí a quién debo preguntar: <code>/ask NOMBRE</code>. Nadie más lo lee.
    Para que nadie te pregunte: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Para preguntar a una persona, escríbeme <code>/ask NOMBRE</code> en privado, donde nadie más lo lee.
ask-button = Preguntar en privado

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Los miembros de esta sala pueden pedirme que te pregunte dónde estás. Te pregunto en privado, y tú eliges cada vez.
       *[named] Los miembros de <b>{ $rooms }</b> pueden pedirme que te pregunte dónde estás. Te pregunto aquí, y tú eliges cada vez.
    }
ask-is-off =
    { $rooms ->
        [none] Ningún miembro de esta sala puede pedirme que te pregunte dónde estás. Para permitirlo otra vez: <code>/ask on</code>.
       *[named] Ningún miembro de <b>{ $rooms }</b> puede pedirme que te pregunte dónde estás. Para permitirlo otra vez: <code>/ask on</code>.
    }
ask-nowhere = No conozco ninguna sala en la que estemos tú y yo. Escribe <code>/ask off</code> o <code>/ask on</code> en la sala que corresponda.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Alguien de la administración pide a todo el mundo aquí que comparta.
       *[named] <b>{ $person }</b> pide a todo el mundo aquí que comparta.
    }
everybody-how = Si quieres, envíame tu ubicación en privado; abajo está cómo. O escribe <code>/share</code>.
everybody-how-aside = Si quieres, escribe <code>/share</code>. Entonces te escribo en un chat directo, y allí me envías tu ubicación.
everybody-asked-before = Hace poco que se preguntó a todo el mundo aquí. Para preguntar a una persona, escríbeme <code>/ask NOMBRE</code> en privado.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> pregunta dónde estás.
       *[named] <b>{ $name }</b> pregunta en <b>{ $room }</b> dónde estás.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none]
            { $people ->
                [one] Una persona pregunta dónde estás:
                [many] { $people } de personas preguntan dónde estás:
               *[other] { $people } personas preguntan dónde estás:
            }
       *[named]
            { $people ->
                [one] Una persona pregunta en <b>{ $room }</b> dónde estás:
                [many] { $people } de personas preguntan en <b>{ $room }</b> dónde estás:
               *[other] { $people } personas preguntan en <b>{ $room }</b> dónde estás:
            }
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, de { $room }
# $left: how long an answer is waited for
request-how = Si compartes, lo ven todos los miembros de allí. Hasta que elijas, nadie ve nada. Esta pregunta termina en { $left }.
# Shown to her alone, in the room.
request-here = Solo tú ves esto. Para responder, abre el chat privado.
request-button = Responder en privado

# On buttons, and numbered.
request-once = Enviar una vez
request-quarter = 15 minutos
request-hour = 1 hora
request-not-now = Ahora no
request-never = Nunca desde esta sala

request-once-chosen = Tu próxima ubicación va a los miembros de <b>{ $room }</b>, una sola vez.
request-live-chosen = Tu próxima ubicación va a los miembros de <b>{ $room }</b>. Dura { $longest } como máximo.
# On the button that sends a location.
request-send-location = Enviar dónde estoy, una vez
request-refused = No se comparte nada con <b>{ $room }</b>. A quien preguntó no se le dice nada.
request-refused-always = No se comparte nada con <b>{ $room }</b>. Nadie de allí puede pedirme que te pregunte otra vez. Para permitirlo: <code>/ask on</code>.
request-over = La pregunta sobre dónde estás ha terminado. No se compartió nada por ella.
request-answered = Compartes con la sala que preguntó. A quien preguntó se le muestra dónde estás.
no-request = Nadie pregunta ahora dónde estás. Para compartir de todos modos: <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Ninguna respuesta ha mostrado a otra persona dónde estás. Anoto cada una, y lo guardo durante un plazo de su sala.
       *[room] Ninguna respuesta de aquí ha mostrado a otra persona dónde estás. Anoto cada una, y lo guardo durante un plazo.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] Una respuesta mostró a otra persona dónde estás:
                [many] { $looks } de respuestas mostraron a otras personas dónde estás, la última primero:
               *[other] { $looks } respuestas mostraron a otras personas dónde estás, la última primero:
            }
       *[room]
            { $looks ->
                [one] Una respuesta de aquí mostró a otra persona dónde estás:
                [many] { $looks } de respuestas de aquí mostraron a otras personas dónde estás, la última primero:
               *[other] { $looks } respuestas de aquí mostraron a otras personas dónde estás, la última primero:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    <b>{ $name }</b> preguntó { $when }. Se te mostró { $square ->
        [none] exactamente
       *[known] dentro de un cuadrado de { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] La respuesta está en <b>{ $room }</b>.
        [one] La respuesta está en <b>{ $room }</b> (un miembro).
        [many] La respuesta está en <b>{ $room }</b> ({ $people } de miembros).
       *[other] La respuesta está en <b>{ $room }</b> ({ $people } miembros).
    }
who-stood =
    { $people ->
        [none] La respuesta estuvo en <b>{ $room }</b> durante { $stood }.
        [one] La respuesta estuvo en <b>{ $room }</b> (un miembro) durante { $stood }.
        [many] La respuesta estuvo en <b>{ $room }</b> ({ $people } de miembros) durante { $stood }.
       *[other] La respuesta estuvo en <b>{ $room }</b> ({ $people } miembros) durante { $stood }.
    }
who-on-board = Respondió el panel de <b>{ $room }</b>.
who-by-board =
    Un panel te mostró por sí mismo, la primera vez { $when }. Se te mostró { $square ->
        [none] exactamente
       *[known] dentro de un cuadrado de { $square }
    }. { $where }
who-alone = Solo quien preguntó puede leer la respuesta, que sigue ahí.
who-alone-before = Solo quien preguntó pudo leer la respuesta, durante { $stood }.
# In the place of a name.
who-admin = Alguien de la administración que habló como la sala misma
who-forgotten = Alguien cuyo nombre he olvidado desde entonces
who-more =
    { $more ->
        [one] Falta una respuesta en la lista. Para seguir leyendo, escribe <code>/{ $command }</code>.
        [many] Faltan { $more } de respuestas en la lista. Para seguir leyendo, escribe <code>/{ $command }</code>.
       *[other] Faltan { $more } respuestas en la lista. Para seguir leyendo, escribe <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Te aviso en privado cuando alguien mira por primera vez lo que compartes. Para terminar eso, escribe <code>/who each off</code>.
       *[off] No te aviso por mí mismo cuando alguien mira. Para saber de cada primera mirada, escribe <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] <b>{ $name }</b> preguntó, y se le mostró dónde estás. Todas las respuestas que te mostraron: <code>/who</code>.
       *[named] <b>{ $name }</b> preguntó en <b>{ $room }</b>, y se le mostró dónde estás. Todas las respuestas que te mostraron: <code>/who</code>.
    }

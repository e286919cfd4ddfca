# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    { $seen ->
        [last] A <b>{ $name }</b> se le vio por última vez
       *[now] <b>{ $name }</b> está
    } { $bound ->
        [somewhere] en algún punto a no más de { $accuracy } de <code>{ $position }</code>
        [at-least]
            en <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
       *[within]
            en <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posición de { $when }
    }.{ $bound ->
        [somewhere] {""}
        [at-least] {" "}Margen de error: al menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] {" "}Margen de error desconocido.
               *[known] {" "}Margen de error: { $accuracy }.
            }
    } Se guarda { $left } más.
where-is-on-board =
    { $seen ->
        [last] A <b>{ $name }</b> se le vio por última vez
       *[now] <b>{ $name }</b> está
    } { $bound ->
        [somewhere] en algún punto a no más de { $accuracy } de <code>{ $position }</code>
        [at-least]
            en <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
       *[within]
            en <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posición de { $when }
    }.{ $bound ->
        [somewhere] {""}
        [at-least] {" "}Margen de error: al menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] {" "}Margen de error desconocido.
               *[known] {" "}Margen de error: { $accuracy }.
            }
    }
# $asker: the one who asked, in a room; "you" in private.
where-is-from =
    { $seen ->
        [last] A <b>{ $name }</b> se le vio por última vez
       *[now] <b>{ $name }</b> está
    } a { $distance } al { $direction } de { $asker ->
        [none] ti
       *[known] <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
        [at-least]
            { $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
       *[within]
            { $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posición de { $when }
    }. { $bound ->
        [somewhere] En algún punto a no más de { $accuracy } de <code>{ $position }</code>.
        [at-least] Coordenadas: <code>{ $position }</code>, con un margen de error de al menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] Coordenadas: <code>{ $position }</code>, con un margen de error desconocido.
               *[known] Coordenadas: <code>{ $position }</code>, con un margen de error de { $accuracy }.
            }
    } Se guarda { $left } más.
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    { $seen ->
        [last] A <b>{ $name }</b> se le vio por última vez
       *[now] <b>{ $name }</b> está
    } a menos de { $distance } de { $asker ->
        [none] ti
       *[known] <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
        [at-least]
            { $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
       *[within]
            { $heading ->
                [none] {""}
               *[known] , con rumbo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posición de { $when }
    }. { $bound ->
        [somewhere] En algún punto a no más de { $accuracy } de <code>{ $position }</code>.
        [at-least] Coordenadas: <code>{ $position }</code>, con un margen de error de al menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] Coordenadas: <code>{ $position }</code>, con un margen de error desconocido.
               *[known] Coordenadas: <code>{ $position }</code>, con un margen de error de { $accuracy }.
            }
    } Se guarda { $left } más.
said-together = { $first } { $second }
from-meeting = Eso está a { $distance } al { $direction } del punto de encuentro.
near-meeting = Eso está a menos de { $distance } del punto de encuentro.
at-street =
    { $district ->
        [none] en { $street }
       *[known] en { $street }, { $district }
    }
near-district = cerca de { $district }
board-begins = Aquí muestro quién comparte con esta sala.
board-kept = Mantengo este panel al día. Una posición desaparece de él cuando termina de compartirse o se cumple su plazo.
position-destroyed = <b>{ $name }</b> sigue compartiendo, pero ahora no tengo ninguna posición suya. La última se destruyó: cada una se guarda { $expiry } como máximo.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> comparte con esta sala.
       *[named] <b>{ $name }</b> comparte con <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] De las personas por las que preguntaste, puedo mostrarte una.
        [many] De las personas por las que preguntaste, puedo mostrarte { $people }.
       *[other] De las personas por las que preguntaste, puedo mostrarte { $people }.
    }
nearest-to-whom = No sé dónde estás, así que no puedo decir quién está más cerca. Para compartir tu posición, escribe <code>/share</code>. Después pregunta otra vez.
nobody-near = Nadie más comparte una posición que pueda mostrarte ahora.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] Una persona comparte ahora con esta sala.
                [many] { $people } de personas comparten ahora con esta sala.
               *[other] { $people } personas comparten ahora con esta sala.
            }
       *[named]
            { $people ->
                [one] Una persona comparte ahora con <b>{ $room }</b>.
                [many] { $people } de personas comparten ahora con <b>{ $room }</b>.
               *[other] { $people } personas comparten ahora con <b>{ $room }</b>.
            }
    }
nobody-shares =
    { $room ->
        [none] Nadie comparte ahora una posición con esta sala.
       *[named] Nadie comparte ahora una posición con <b>{ $room }</b>.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] En esta sala no hay nadie cuya posición pueda mostrarte ahora.
       *[named] En <b>{ $room }</b> no hay nadie cuya posición pueda mostrarte ahora.
    }
share-yours = Para compartir la tuya, escribe <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] De quienes comparten con esta sala, ahora puedo mostrarte a una persona.
                [many] De quienes comparten con esta sala, ahora puedo mostrarte a { $people } de personas.
               *[other] De quienes comparten con esta sala, ahora puedo mostrarte a { $people } personas.
            }
       *[named]
            { $people ->
                [one] De quienes comparten con <b>{ $room }</b>, ahora puedo mostrarte a una persona.
                [many] De quienes comparten con <b>{ $room }</b>, ahora puedo mostrarte a { $people } de personas.
               *[other] De quienes comparten con <b>{ $room }</b>, ahora puedo mostrarte a { $people } personas.
            }
    }
more-by-name = Puede que compartan más personas. Pregunta por una de ellas por su nombre: <code>/whereis NOMBRE</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = No hay nadie con el nombre “{ $wanted }” cuya posición pueda mostrarte ahora.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = Ahora no puedo mostrarte ninguna posición de la persona que escribió ese mensaje.
several-fit = Más de una persona coincide con “{ $wanted }”. El nombre por sí solo no dice quién es alguien.
# Before a line for each of them.
which-one = Más de una persona coincide con “{ $wanted }”. Pregunta otra vez con lo que está entre paréntesis, o menciona a la persona.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] Coincide una persona más. Pregunta con un nombre más completo.
        [many] Coinciden { $more } más. Pregunta con un nombre más completo.
       *[other] Coinciden { $more } más. Pregunta con un nombre más completo.
    }
no-common-room =
    No conozco ninguna sala en la que estemos tú y yo, así que no puedo mostrarte a nadie.
    Pregunta en la propia sala: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Copiar las coordenadas
       *[known] Copiar: { $name }
    }
pin-of-whom = Di de quién quieres el marcador: <code>/pin NOMBRE</code>. Te lo envío solo a ti.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Tu aplicación pide el mapa de este marcador a un servicio de mapas. Así, ese servicio se entera del lugar y de tu dirección en internet.
pin-too-wide = No envío ningún marcador: no podría mostrar hasta qué punto es incierto este lugar.
pin-not-reached = No pude enviarte el marcador. Doy un marcador a una sola persona, nunca a una sala. Abre un chat privado conmigo y escribe <code>/pin</code> otra vez.
pin-not-sent = No pude enviarte el marcador. Pídelo otra vez en un minuto, o escribe <code>/whereis</code> para saber lo mismo en palabras.

on-picture = { $number }. { $line }
picture-how = Los números son los de la imagen. Un círculo o un cuadrado muestra allí cuánto puede desviarse una posición.
picture-number-alone = En la imagen, un nombre en letras que no sé dibujar aparece solo con su número.
picture-button = Dibujar una imagen
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] { $by } preguntó a las { $clock }
    }
picture-north = N
picture-meeting = Punto de encuentro
no-picture =
    { $why ->
        [busy] Ahora no dibujo ninguna imagen: otras muchas esperan. Pregunta otra vez en un minuto.
        [not-taken] Este chat no aceptó mi imagen. La respuesta está completa sin ella.
        [plain-room] Aquí no envío imágenes. Esta sala no está cifrada, así que sus servidores guardarían un archivo que pueden leer.
       *[failed] No pude dibujar la imagen. La respuesta está completa sin ella.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Puede que alguien más comparta aquí, pero esta sala me oculta sus miembros. Hazme administrador de esta sala y podré verlos.
       *[ask-again] Puede que alguien más comparta aquí, pero la red no me dice ahora si sigue siendo miembro. Pregunta otra vez en un minuto.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Solo respondo a miembros de esta sala, pero la sala me los oculta. Hazme administrador de esta sala y podré verlos.
       *[ask-again] Solo respondo a miembros de esta sala, pero la red no me dice ahora quién lo es. Pregunta otra vez en un minuto.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] En una sala donde te he visto, los miembros están ocultos para mí. Cuando yo sea administrador allí, podré verlos.
       *[ask-again] La red no me dice ahora en qué salas estamos tú y yo. Pregunta otra vez en un minuto.
    }

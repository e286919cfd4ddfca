# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said to those who share.

shared-once = Los miembros de <b>{ $room }</b> pueden ver esta posición durante { $left }. Después se destruye.
shared-live = Los miembros de <b>{ $room }</b> pueden ver dónde estás, en tiempo real, durante { $left }.
shared-as-square = Solo ven un cuadrado fijo de { $square }. Para cambiarlo: <code>/precision</code>.
only-latest-kept = Solo se guarda tu última posición, { $expiry } como máximo.
# $deleting: what becomes of a share when its message is deleted, on this network
end-sooner = Para terminarlo antes, escribe <code>/stop</code>. { $deleting }
end-live = Para terminarlo, detén la ubicación en tiempo real o escribe <code>/stop</code>. { $deleting }
nothing-shared-yet =
    Nadie puede ver esta posición, y no se guardó: no conozco ninguna sala en la que estemos tú y yo.
    Escribe <code>/share</code> en una sala en la que yo esté. Luego vuelve aquí como dice allí mi respuesta.
position-not-kept = Nadie puede ver esta posición, y no se guardó.

share-lost =
    Perdí parte de mis datos, así que ya nadie puede ver esta ubicación en tiempo real.
    Para seguir, envía tu ubicación otra vez.

which-room = ¿Quién puede ver dónde estás? Hasta que elijas, nadie puede ver esta posición.
# What one chooses from.
room-choice = { $room }
# Of rooms whose names look the same. $number: in the order in which the reader came to know them
room-choice-since = { $room } (número { $number }, te vi allí por primera vez { $known })
nothing-waits = No hay ninguna posición que espere una elección. Envía tu ubicación otra vez, y te preguntaré.
not-your-room = Esa no es ninguna de las salas que puedes elegir ahora. Nadie puede ver la posición que espera tu elección.
choice-not-now =
    { $advice ->
        [make-admin] Esa sala me oculta sus miembros, así que no puedo compartir con ella. Pide a quien la administra que me haga administrador también, y luego elige otra vez.
       *[ask-again] La red no me dice ahora si estás en esa sala. Nadie puede ver todavía tu posición. Elige otra vez en un minuto.
    }
asked-before = Eso lo pregunté sobre una posición anterior. Nadie puede verla. Elige debajo de mi última pregunta.
share-over = Lo que compartías ya ha terminado, o llegó demasiado tarde. Nadie puede verlo. Para compartir otra vez, envía tu ubicación otra vez.

stopped =
    { $where ->
        [anywhere] Terminado. Nadie en ninguna sala puede ver dónde estás; tu última posición está destruida.
       *[here] Terminado. Nadie en esta sala puede ver dónde estás; tu última posición está destruida.
    }
    Si tu teléfono todavía envía una ubicación en tiempo real, detenla también allí. Yo la ignoro a partir de ahora.
not-sharing =
    { $where ->
        [anywhere] No compartes ninguna posición con ninguna sala.
       *[here] No compartes ninguna posición con esta sala.
    }

not-a-place =
    Necesito dos números, latitud y longitud en grados, por ejemplo <code>/here 52.5200 13.4050</code>.
    Un enlace geo: también sirve: <code>/here geo:52.5200,13.4050</code>.
# $first, $second: what else it may mean
two-readings =
    “{ $given }” se puede leer de dos maneras, muy lejos una de otra. No se compartió nada.
    { $first }
    { $second }
read-as-numbers = Si es latitud y longitud en grados, escribe <code>/here { $command }</code>.
read-with-minutes = Si son grados y minutos de ambas, escribe <code>/here { $command }</code>.
read-as-one-number = Si es un solo número, { $number }, entonces falta el segundo: necesito latitud y longitud.
read-as-latitude-with-minutes = Si la latitud es { $degrees } grados y { $minutes } minutos, es decir { $number }, entonces falta la longitud.
no-fix =
    Los teléfonos dicen latitud 0, longitud 0, o un margen de error menor que 0, cuando no saben dónde están. No se cambió nada.
    Envía tu ubicación otra vez cuando tu teléfono la sepa.

link-over =
    Este enlace ya terminó, o no es para ti.
    Escribe <code>/share</code> otra vez en la sala, y vuelve aquí como dice mi nueva respuesta.
# The link is good; it is not known whether whoever opens it is in the room.
link-not-now =
    { $advice ->
        [make-admin] Este enlace es válido, pero esa sala me oculta sus miembros. Pide a quien la administra que me haga administrador también, y luego ábrelo otra vez.
       *[ask-again] Este enlace es válido, pero la red no me dice ahora si estás en esa sala. Ábrelo otra vez en un minuto.
    }
linked-to = Desde aquí compartes con los miembros de <b>{ $room }</b>. Nadie ve nada todavía.
share-here = Para que esta sala sepa dónde estás:
share-otherwise = O envíame tu ubicación en tiempo real en privado; abajo está cómo. O escribe coordenadas: <code>/here 52.5200 13.4050</code>.
share-aside =
    También puedes compartir con esta sala en privado. Te escribo en un chat directo y te invito a él.
    O escribe coordenadas aquí: <code>/here 52.5200 13.4050</code>.
share-aside-refused = No pude escribirte en un chat directo. Empieza uno conmigo y envía allí tu ubicación.
share-in-private =
    No puedo recibir ubicaciones en tiempo real en esta sala. Abre el chat privado conmigo, abajo está cómo, y envía allí la tuya.
    También puedes escribir coordenadas aquí: <code>/here 52.5200 13.4050</code>.
# On the button under the answer to /share.
share-button = Compartir con esta sala en privado
too-many-shares =
    Esta posición no se aceptó. Te conozco en más salas de las que puedo guardar, o demasiadas personas comparten con esta.
    Escribe <code>/forget</code> para empezar de nuevo, o prueba más tarde.
# Another hand than the sharer's ended it; $room: none when its name is not known.
share-ended-by-others =
    { $room ->
        [none]
            { $how ->
                [wiped] Quien administra destruyó todo lo compartido con una sala, así que lo que compartías allí ha terminado.
                [left] Me sacaron de una sala con la que compartías, así que lo que compartías allí ha terminado.
                [removed] Te sacaron de una sala con la que compartías, así que lo que compartías allí ha terminado.
               *[closed] Se cerró una sala con la que compartías, así que lo que compartías allí ha terminado.
            }
       *[named]
            { $how ->
                [wiped] Quien administra destruyó todo lo compartido con <b>{ $room }</b>, así que lo que compartías allí ha terminado.
                [left] Me sacaron de <b>{ $room }</b>, así que lo que compartías allí ha terminado.
                [removed] Te sacaron de <b>{ $room }</b>, así que lo que compartías allí ha terminado.
               *[closed] Se cerró <b>{ $room }</b>, así que lo que compartías allí ha terminado.
            }
    } Si tu teléfono todavía envía una ubicación en tiempo real, detenla allí.

no-new-position = Ninguna posición nueva desde hace { $age }. Quedarse en el mismo sitio se ve igual.

place-not-read = No pude leer «{ $given }» como un lugar. No se compartió nada.
place-in-short-link = Solo un servicio de mapas sabe adónde lleva este enlace, y no pregunto a ninguno. Ábrelo y envía las coordenadas: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Este código es corto: solo vale cerca de una ciudad. Envía el código completo: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = La latitud va de -90 a 90, la longitud de -180 a 180. Por ejemplo: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Tu posición anterior sigue visible.
       *[no] Nadie ve aquí una posición tuya.
    }
place-read = Leí: latitud { $latitude }, longitud { $longitude }.
place-other-way = Si es al revés, di <code>/here { $command }</code>.
expiry-which-unit =
    ¿{ $number } de qué? No cambió nada. Dilo con una unidad.
    { expiry-examples }
expiry-two-readings =
    «{ $given }» puede ser { $first } o { $second }. No cambió nada.
    { expiry-examples }

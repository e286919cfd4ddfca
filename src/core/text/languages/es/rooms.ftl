# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said about a room and its settings.

welcome =
    A través de mí, las personas de esta sala pueden mostrarse unas a otras dónde están. A ti se te muestra solo si lo eliges.
    Para compartir: <code>/share</code>. Para preguntar: <code>/whereis</code>. Anoto a quién se mostró dónde estás: <code>/who</code>. Qué más se guarda: <code>/privacy</code>.
live-not-heard = En esta sala recibo solo comandos, no ubicaciones en tiempo real. Ese es el ajuste silencioso. Envíame la tuya en privado, con el botón de <code>/share</code>. O hazme administrador, y las recibo aquí también.
live-no-longer-heard = Ya no soy administrador de esta sala. Por eso ya no sigo las ubicaciones en tiempo real que se comparten aquí.
room-replaced =
    Esta sala ocupa el lugar de otra en la que yo estaba, y conserva sus ajustes: el plazo es <b>{ $expiry }</b>.
    Lo que se compartía allí ha terminado, y esas posiciones están destruidas. Para compartir con esta sala: <code>/share</code>.
# $expiry: how long a position is kept meanwhile; $square: how exactly people are shown meanwhile
data-lost =
    Perdí parte de mis datos, así que todo lo que se compartía aquí ha terminado. Para compartir otra vez: <code>/share</code>.
    Puede que los ajustes hechos aquí también se hayan perdido. Hasta que elijas otra vez con <code>/precision</code>, se te muestra solo en un cuadrado de { $square }.
    Hasta que quien administra escriba otra vez <code>/expiry</code>, una posición se guarda durante <b>{ $expiry }</b>. Hasta que quien administra elija otra vez con <code>/setup</code>, las respuestas son solo para quien preguntó.
live-allowed =
    { $outcome ->
        [allowed-now] Hecho. Ahora cada miembro de esta sala puede compartir una ubicación en tiempo real.
        [allowed-before] Cada miembro de esta sala ya puede compartir una ubicación en tiempo real.
        [may-not-write] Los miembros no pueden escribir en esta sala, así que tampoco pueden compartir una ubicación en tiempo real. No se cambió nada. Pueden compartir conmigo en privado.
        [not-known] El servidor no dijo si eso funcionó. Escribe <code>/setup live</code> otra vez en un minuto: dirá cómo está entonces.
       *[no-power]
            Los miembros todavía no pueden compartir aquí una ubicación en tiempo real: yo no puedo cambiar sus permisos.
            Permítelo en los ajustes de la sala, en roles y permisos, en “Compartir ubicación en tiempo real”. O hazme administrador de esta sala, y escribe <code>/setup live</code> otra vez.
    }

expiry-kept = Una posición se guarda durante <b>{ $expiry }</b> desde que se envió; después se destruye.
expiry-change = Quien administra esta sala puede cambiarlo: <code>/expiry 2 hours</code>, desde { $shortest } hasta { $longest }.
expiry-not-understood =
    No entendí “{ $given }” como un tiempo. No se cambió nada.
    { expiry-examples }
expiry-out-of-bounds =
    { $asked } no es posible: el plazo puede ser desde { $shortest } hasta { $longest }. No se cambió nada.
    { expiry-examples }
expiry-examples = Ejemplos: <code>/expiry 90 minutes</code>, <code>/expiry 2 hours</code>, <code>/expiry 1 day</code>.
expiry-unchanged = El plazo de esta sala ya es <b>{ $expiry }</b>. No se cambió nada.
expiry-shortened =
    El plazo de esta sala es ahora <b>{ $expiry }</b>. Nada de lo que ya se comparte se guarda más tiempo que ese.
    Las posiciones más antiguas que eso se destruyeron ahora mismo.
expiry-set =
    El plazo de esta sala es ahora <b>{ $expiry }</b>, para lo que se comparta a partir de ahora.
    Lo que alguien ya comparte conserva el plazo más corto con el que empezó.

meeting-set =
    { $accuracy ->
        [none] Nuevo punto de encuentro: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , a las <b>{ $time }</b>.
        } Se guarda { $left } más.
       *[known] Nuevo punto de encuentro: en algún lugar a { $accuracy } como máximo de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , a las <b>{ $time }</b>.
        } Se guarda { $left } más.
    }
meeting-is =
    { $accuracy ->
        [none] El punto de encuentro es <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , a las <b>{ $time }</b>.
        } Se guarda { $left } más.
       *[known] El punto de encuentro está en algún lugar a { $accuracy } como máximo de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , a las <b>{ $time }</b>.
        } Se guarda { $left } más.
    }
meeting-on-board =
    { $accuracy ->
        [none] El punto de encuentro es <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , a las <b>{ $time }</b>.
        }
       *[known] El punto de encuentro está en algún lugar a { $accuracy } como máximo de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , a las <b>{ $time }</b>.
        }
    }
meeting-ended = Esta sala ya no tiene punto de encuentro. Las respuestas que lo mostraban se borran.
no-meeting = Esta sala no tiene punto de encuentro.
meet-how = Quien administra esta sala puede fijar uno: <code>/meet here</code>, <code>/meet 52.5200 13.4050 at 15:30</code>. Para quitarlo: <code>/meet off</code>.
meet-time-not-read = No entendí “{ $given }” como una hora del día. No se cambió nada.
meet-as-the-room = Hablas como la propia sala, así que no sé dónde estás. No se cambió nada.
meet-from-where = No sé dónde estás ahora. Comparte antes tu posición con esta sala, o escribe <code>/meet</code> con números.
meet-too-coarse = Aquí solo se te muestra en un cuadrado de { $square }, y ese no es un lugar de encuentro. Escribe <code>/meet</code> con números.
meet-two-places = “{ $given }” puede ser dos lugares. Escríbelo con letras: <code>/meet 52.5200N 13.4050E</code>.

# $square: none when the position is shown exactly; $rooms: none when it is this room
precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] A los miembros de esta sala se les muestra con exactitud dónde estás, hasta donde sabe tu teléfono.
               *[named] A los miembros de <b>{ $rooms }</b> se les muestra con exactitud dónde estás, hasta donde sabe tu teléfono.
            }
       *[known]
            { $rooms ->
                [none] A los miembros de esta sala se les muestra que estás dentro de un cuadrado fijo de <b>{ $square }</b>. No ven nada más exacto.
               *[named] A los miembros de <b>{ $rooms }</b> se les muestra que estás dentro de un cuadrado fijo de <b>{ $square }</b>. No ven nada más exacto.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] A partir de ahora, esta sala ve con exactitud dónde estás, hasta donde sabe tu teléfono.
               *[named] A partir de ahora, en <b>{ $rooms }</b> se ve con exactitud dónde estás, hasta donde sabe tu teléfono.
            }
       *[known]
            { $rooms ->
                [none] A partir de ahora, esta sala ve solo que estás dentro de un cuadrado fijo de <b>{ $square }</b>.
               *[named] A partir de ahora, en <b>{ $rooms }</b> se ve solo que estás dentro de un cuadrado fijo de <b>{ $square }</b>.
            }
            Cuando pasas al cuadrado siguiente, eso se puede ver. Se borran las respuestas que te mostraban con más exactitud.
    }
precision-choices = Para cambiarla: <code>/precision exact</code>, <code>/precision 100m</code>, <code>/precision 1km</code> o <code>/precision 5km</code>.
precision-not-understood =
    No entendí “{ $given }”. No se cambió nada.
    { precision-choices }
precision-nowhere = No conozco ninguna sala en la que estemos tú y yo. Escribe <code>/precision</code> en la sala que corresponda.
precision-not-now = No se cambió nada.

forgotten =
    Hecho. Cada posición, cada cosa compartida y cada elección que guardaba de ti está destruida, en todas las salas.
    Si tu teléfono todavía envía una ubicación en tiempo real, detenla también allí. Yo la ignoro a partir de ahora.
wipe-asks =
    Esto destruye todo lo que se comparte con esta sala, y sus ajustes, para todo el mundo. No se puede deshacer.
    Para hacerlo, escribe <code>/wipe yes</code>. Tiempo que tienes: { $within }.
wipe-not-asked = No se destruyó nada. Escribe tú primero <code>/wipe</code>, y después <code>/wipe yes</code>.
wiped =
    Hecho. Todo lo que se compartía con esta sala está destruido, para todo el mundo.
    Sus ajustes son los del principio: el plazo es { $expiry }. Quien eligió aquí una <code>/precision</code> debe elegirla otra vez; hasta entonces muestro con exactitud dónde está.

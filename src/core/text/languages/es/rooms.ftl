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
meeting-set-there = Se fijó en <b>{ $room }</b>, que está enlazada con esta sala.
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

# Of rooms that are linked.

link-code =
    En la otra sala, alguien que la administra escribe <code>/link { $code }</code>. El código sirve una vez, durante { $within }. No lo muestres a nadie más.
    Después escribe aquí <code>/link</code> otra vez: te digo qué sala es, y tú confirmas.
link-is = Esta sala está enlazada con <b>{ $rooms }</b>. Para terminarlo, escribe <code>/link off</code>.
link-as-the-room = Escribes como la propia sala. Escríbelo en tu nombre, porque el código es para una sola persona que administra.
link-given = El código es correcto. Quien administra la otra sala lee ahora qué sala es esta, y confirma. Antes de eso no se muestra nada allí.
link-asked = Otra sala quiere enlazarse con esta. Quienes administran pueden escribir <code>/link</code> para leer qué sala es.
link-offer =
    { $people ->
        [none] La otra sala es <b>{ $room }</b>, en { $network }. No sé cuántos miembros tiene.
       *[known] La otra sala es <b>{ $room }</b>, en { $network }. Miembros: { $people }.
    }
link-means =
    Cuando estén enlazadas, los miembros de ambas salas ven quién comparte en cualquiera de ellas. El plazo más corto vale para ambas.
    Para enlazarlas, escribe <code>/link yes</code> antes de { $left }. Para rechazarlo, escribe <code>/link off</code>.
link-not-good = Este código no enlaza nada aquí. Un código sirve una vez, durante { $within }, y en otra sala.
link-already = Estas dos salas ya están enlazadas.
link-too-many = Has probado demasiados códigos. Prueba otra vez dentro de { $within }.
link-full = Una de las dos salas ya está enlazada con tantas salas como puede. No se cambió nada.
link-not-asked = No se enlazó nada. Escribe primero <code>/link</code> tú, para leer qué sala es.
link-refused = Ninguna sala se enlazó con esta, y su código ya no sirve.
link-none = Esta sala no está enlazada con otra.
linked =
    Esta sala está enlazada con <b>{ $room }</b>, en { $network }. Los miembros de ambas salas ven quién comparte en cualquiera de ellas. Las posiciones se guardan { $expiry }.
    Lo que ya compartes se queda en esta sala hasta que aceptes. Quienes administran pueden terminar el enlace: <code>/link off</code>.
unlinked = Esta sala ya no está enlazada con <b>{ $rooms }</b>. Nadie ve ya a la otra parte, y las respuestas que la mostraban se borran.
cross-asks =
    <b>{ $room }</b> está enlazada ahora con <b>{ $rooms }</b>. Empezaste a compartir antes, así que los miembros de allí no te ven.
    Para que te vean, escribe <code>/across yes</code>. Para que no te vean allí, no hagas nada.
cross-button = que me vean
cross-nothing = Ahora no hay nada que puedas aceptar.
crossed = Los miembros de <b>{ $rooms }</b> también pueden verte ahora.
also-seen-in = Los miembros de <b>{ $rooms }</b> también pueden verlo.
# Beneath what is said of this room: it was stopped, or is shown less exactly.
so-in-linked = Lo mismo vale en las salas enlazadas con esta.
also-seen-across = Los miembros de las salas enlazadas con esta también pueden verlo. Qué salas: <code>/privacy</code>.
expiry-linked = Esta sala está enlazada con otra, así que su plazo solo puede acortarse. No se cambió nada. Para alargarlo, escribe primero <code>/link off</code>.

account-code =
    Desde tu otra cuenta, envíame en privado: <code>/link { $code }</code>. El código sirve una vez, durante { $within }. No lo muestres a nadie más.
    Después escribe aquí <code>/link</code> otra vez: te digo qué cuenta es, y tú confirmas.
account-given = El código es correcto. Ahora escribe <code>/link</code> desde tu otra cuenta: lee qué cuenta es esta, y confirma.
account-asked = Otra cuenta quiere unirse con esta. Escribe <code>/link</code> para leer qué cuenta es.
account-waits = Has confirmado. Ahora escribe <code>/link</code> desde tu otra cuenta, para confirmar allí también.
account-offer = La otra cuenta es { $name }, en { $network }. Si no es tuya, escribe <code>/link off</code>.
account-means =
    Cuando estén unidas, las salas que ven ambas te muestran una vez. Muestran tu posición más nueva, con la precisión menos exacta.
    El nombre es el de tu cuenta en la sala. Ninguna sala ve una posición que no vería sin esto.
    <code>/stop</code> desde una de las cuentas vale para ambas. No se lo digo a nadie más, pero quien compare lo que ven las salas puede deducirlo.
    Para unirlas, escribe <code>/link yes</code> antes de { $left }.
accounts-joined = Esta cuenta está unida con { $name }, en { $network }. Para terminarlo, escribe <code>/link off</code> desde una de las dos.
accounts-parted = Tus dos cuentas ya no están unidas. Cada una se muestra otra vez por separado.
accounts-forgotten = Tu otra cuenta escribió <code>/forget</code>. Las dos ya no están unidas, y lo que esta compartía ha terminado.
account-none = Esta cuenta no está unida con otra, y ningún código suyo sirve.
account-not-good = Este código no une nada. Un código sirve una vez, durante { $within }, y desde otra cuenta.
account-not-asked = No se unió nada. Escribe primero <code>/link</code> tú, para leer qué cuenta es.
account-full = No se unió nada. Aquí no se pueden unir más cuentas.
code-of-room = Este código enlaza salas. Alguien que administra la otra sala lo escribe allí.
code-of-account = Este código es para el chat privado: une dos cuentas de una persona. Aquí otros podían leerlo, así que ya no sirve.
privacy-joined = Esta cuenta está unida con otra tuya. Para leer con cuál, escribe <code>/link</code>.

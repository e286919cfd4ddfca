# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = En Telegram o Matrix: envía una ubicación en tiempo real. En esta consola no hay teléfonos.
console-steps-in-private = Escribe aquí tus coordenadas: <code>/here 52.5200 13.4050</code>.
console-send-location = Escribe aquí tus coordenadas: <code>/here 52.5200 13.4050</code>.
console-deleting = Borrar tu mensaje no lo termina.
console-sees = Esta consola muestra todo a quien esté delante.
console-no-board = La consola no tiene panel: lo que se imprime no puede cambiar. Di <code>/whereis</code>.
console-greeting =
    No hay ninguna red configurada, así que esto es whereat en la consola. Las personas de una sala se muestran dónde están, por un tiempo. { $kept ->
        [as-set] Lo que se comparte se guarda, sellado, donde dicen los ajustes.
       *[in-memory] No se guarda nada en disco.
    }
    Escribe como cualquier persona, en cualquier sala:  ana@march> /here 52.5200 13.4050   luego  ben@march> /whereis   luego  :wait 30m
    En privado:  ana> /help    Qué se puede escribir:  :help    Para terminar:  :quit
console-help =
    {"  "}ana@march> /whereis     ana dice algo en la sala march; la primera persona de una sala la administra
    {"  "}ana> /stop              ana dice algo al bot en privado
    {"  "}:wait 30m               pasa media hora
    {"  "}:join ana march         ana entra en la sala; :leave ana march, :kick ana march, :admin ana march igual
    {"  "}:room hall matrix       la sala hall se representa en Matrix, con su gente
    {"  "}mia@hall> /link CODE    CODE es el último código que se mostró
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = en { $room }
console-to = solo a { $person }
console-within = en { $room }, solo a { $person }
console-in-place = { $where }, en lugar de la última respuesta
console-choose = (responde con el número)
console-private-chat = [botón: { $label }: /start { $payload }]
console-pin = (con un marcador en el mapa propio de la red)
console-picture = (con una imagen: { $path })
console-deleted = (se borra la respuesta: “{ $beginning }…”)
console-reacts = (el bot reacciona: 👍)

console-unclear = Una línea es persona@sala> mensaje, o persona> mensaje. :help dice más.
console-unknown = No entiendo eso. :help dice lo que se puede escribir aquí.
console-nearest = No entiendo eso. ¿Querías decir :{ $verb }? :help dice lo que se puede escribir aquí.
console-not-in = { $person } no está en { $room }
console-gone-from = { $person } ya no está en { $room }. Para volver: <code>:join { $person } { $room }</code>
console-who-and-where = ¿Quién, y en qué sala? Por ejemplo <code>:{ $verb } ana march</code>
console-which-network = ¿Qué sala nueva, y en qué red? Hay { $networks }. Por ejemplo <code>:room hall matrix</code>
console-how-long = ¿Durante cuánto tiempo? Por ejemplo :wait 30m
console-longest = { $longest } cada vez, como máximo.
console-later = ({ $time } después)
console-people = { $people }
console-nobody-yet = nadie todavía
console-no-rooms = ninguna sala todavía
console-room = { $room }: { $people }
console-empty-room = { $room }: nadie
console-admin = { $person } (administra)

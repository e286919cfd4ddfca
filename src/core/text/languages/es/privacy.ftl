# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Guardo solo tu última posición, cifrada, durante el tiempo que dice el plazo de la sala.
       *[known] Guardo solo tu última posición, cifrada, durante { $expiry } desde que se envió.
    }
privacy-seen-by =
    { $place ->
        [private] Solo los miembros de la sala que elegiste, y de las salas enlazadas con ella, pueden preguntar por ella. Hasta que elijas una, nadie puede. Anoto cada respuesta que te muestra: <code>/who</code>.
       *[room] Solo los miembros de esta sala pueden preguntar por ella, y quien administra no ve más que los demás. Anoto cada respuesta que te muestra: <code>/who</code>.
    }
privacy-seen-linked = Solo los miembros de esta sala, y de <b>{ $rooms }</b>, pueden preguntar por ella. Quien administra no ve más que los demás. Anoto cada respuesta que te muestra: <code>/who</code>.
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Escribe <code>/stop</code>, y tu posición se destruye al instante. { $deleting }
privacy-not-protected = No puedo protegerte de quienes gestionan este bot, ni de miembros que guardan una respuesta.
# $others: who else sees what is said, on this network
privacy-others = { $others } Más sobre todo esto: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = También guardo tus elecciones, tu idioma, las salas donde te he visto, y desde cuándo. Mientras alguien pregunta dónde estás, guardo quién pregunta. Una marca me dice si tu nombre cambia.
privacy-looks = De cada respuesta que te muestra, guardo quién preguntó, cuándo, dónde estuvo y cuánto tiempo. Un plazo después, eso desaparece.
privacy-also-ends = Tu posición también se destruye cuando termina la ubicación en tiempo real, y cuando sales de la sala. <code>/forget</code> destruye todo lo que guardo sobre ti.
privacy-square = Con <code>/precision 1km</code> solo se muestra un cuadrado fijo. Cuando pasas al cuadrado siguiente, eso se puede ver.
privacy-pictures = Una imagen se borra con su respuesta. Los servidores de Matrix pueden guardar después su archivo, cifrado y sin su clave.
privacy-operator = Quienes gestionan este bot pueden leer lo que todavía no se ha destruido. Un miembro puede guardar una respuesta, o pasarla a otras personas.

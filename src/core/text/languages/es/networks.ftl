# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Esta respuesta ya no es válida.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Responde con el número.

# Of a network that says nothing of its own.
network-steps =
    Escribe aquí tus coordenadas: <code>/here 52.5200 13.4050</code>. Se comparten una vez.
    Para detenerlo: <code>/stop</code>. Borrar el mensaje quizá no lo detenga.
network-send-once = Escribe aquí tus coordenadas: <code>/here 52.5200 13.4050</code>.
network-send-live = Escribe aquí tus coordenadas: <code>/here 52.5200 13.4050</code>.
network-deleting = Borrar tu mensaje quizá no lo termine.
network-sees = Quien gestiona esta red de chat quizá pueda ver lo que se dice aquí, y quién lo dice.
network-no-board = Esta red no tiene panel: aquí ningún mensaje se puede mantener al día. Di <code>/whereis</code>: tu respuesta nueva ocupa el lugar de la anterior.

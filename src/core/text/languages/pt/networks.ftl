# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Esta resposta não vale mais.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Responda com o número.

# Of a network that says nothing of its own.
network-steps =
    Digite aqui suas coordenadas: <code>/here 52.5200 13.4050</code>. Elas são compartilhadas uma vez.
    Para parar: <code>/stop</code>. Apagar a mensagem talvez não interrompa o compartilhamento.
network-send-once = Digite aqui suas coordenadas: <code>/here 52.5200 13.4050</code>.
network-send-live = Digite aqui suas coordenadas: <code>/here 52.5200 13.4050</code>.
network-deleting = Apagar sua mensagem talvez não termine o compartilhamento.
network-sees = Quem opera esta rede de chat talvez possa ver o que é dito aqui, e quem o diz.
network-no-board = Esta rede não tem painel: aqui nenhuma mensagem pode ficar atualizada no lugar. Diga <code>/whereis</code>: sua nova resposta ocupa o lugar da anterior.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = No Telegram ou Matrix: envie uma localização em tempo real. Neste console não há telefones.
console-steps-in-private = Digite aqui suas coordenadas: <code>/here 52.5200 13.4050</code>.
console-send-location = Digite aqui suas coordenadas: <code>/here 52.5200 13.4050</code>.
console-deleting = Apagar sua mensagem não termina o compartilhamento.
console-sees = Este console mostra tudo a quem está sentado aqui.
console-no-board = O console não tem painel: o que foi impresso não muda. Diga <code>/whereis</code>.
console-greeting =
    Nenhuma rede está configurada, por isso este é o whereat no console. As pessoas de uma sala mostram onde estão, por um tempo. { $kept ->
        [as-set] O que é compartilhado é guardado, selado, onde dizem as configurações.
       *[in-memory] Nada é guardado em disco.
    }
    Escreva como qualquer pessoa, em qualquer sala:  ana@march> /here 52.5200 13.4050   depois  ben@march> /whereis   depois  :wait 30m
    Em privado:  ana> /help    O que se pode digitar:  :help    Para sair:  :quit
console-help =
    {"  "}ana@march> /whereis     ana diz algo na sala march; a primeira pessoa de uma sala é admin dela
    {"  "}ana> /stop              ana diz algo ao bot em privado
    {"  "}:wait 30m               passa meia hora
    {"  "}:join ana march         ana entra na sala; :leave ana march, :kick ana march, :admin ana march da mesma forma
    {"  "}:room hall matrix       a sala hall é representada no Matrix, com as suas pessoas
    {"  "}mia@hall> /link CODE    CODE é o último código mostrado
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = em { $room }
console-to = só para { $person }
console-within = em { $room }, só para { $person }
console-in-place = { $where }, no lugar da última resposta
console-choose = (responda com o número)
console-private-chat = [botão { $label }: /start { $payload }]
console-pin = (com um alfinete no mapa da própria rede)
console-picture = (com uma imagem: { $path })
console-deleted = (a resposta é apagada: “{ $beginning }…”)
console-reacts = (o bot reage: 👍)

console-unclear = Uma linha é pessoa@sala> mensagem, ou pessoa> mensagem. :help diz mais.
console-unknown = Não entendo isso. :help diz o que se pode digitar aqui.
console-nearest = Não entendo isso. Você quis dizer :{ $verb }? :help diz o que se pode digitar aqui.
console-not-in = { $person } não está em { $room }
console-gone-from = { $person } não está mais em { $room }. Para voltar: <code>:join { $person } { $room }</code>
console-who-and-where = Quem, e em que sala? Por exemplo <code>:{ $verb } ana march</code>
console-which-network = Que sala nova, e em que rede? Há { $networks }. Por exemplo <code>:room hall matrix</code>
console-how-long = Por quanto tempo? Por exemplo :wait 30m
console-longest = { $longest } de cada vez, no máximo.
console-later = ({ $time } depois)
console-people = { $people }
console-nobody-yet = ninguém ainda
console-no-rooms = nenhuma sala ainda
console-room = { $room }: { $people }
console-empty-room = { $room }: ninguém
console-admin = { $person } (admin da sala)

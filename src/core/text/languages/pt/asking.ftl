# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = Se posso chegar a “{ $wanted }” e essa pessoa permite perguntas, eu já perguntei. Você vai saber se ela compartilhar.
ask-whom =
    Diga aqui a quem devo perguntar: <code>/ask NOME</code>. Ninguém mais lê isso.
    Para que ninguém pergunte a você: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = Para perguntar a uma pessoa, escreva <code>/ask NOME</code> para mim em privado, onde ninguém mais lê.
ask-button = Perguntar em privado

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] Os membros desta sala podem me pedir que eu pergunte onde você está. Pergunto em privado, e você escolhe cada vez.
       *[named] Os membros de <b>{ $rooms }</b> podem me pedir que eu pergunte onde você está. Pergunto aqui, e você escolhe cada vez.
    }
ask-is-off =
    { $rooms ->
        [none] Nenhum membro desta sala pode me pedir que eu pergunte onde você está. Para permitir de novo: <code>/ask on</code>.
       *[named] Nenhum membro de <b>{ $rooms }</b> pode me pedir que eu pergunte onde você está. Para permitir de novo: <code>/ask on</code>.
    }
ask-nowhere = Não conheço nenhuma sala em que estejamos você e eu. Escreva <code>/ask off</code> ou <code>/ask on</code> na sala em questão.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] Uma pessoa que é admin desta sala pede a todas as pessoas aqui que compartilhem.
       *[named] <b>{ $person }</b> pede a todas as pessoas aqui que compartilhem.
    }
everybody-how = Se quiser, envie sua localização para mim em privado; abaixo está como. Ou escreva <code>/share</code>.
everybody-how-aside = Se quiser, escreva <code>/share</code>. Então escrevo para você em um chat direto, e você me envia sua localização lá.
everybody-asked-before = Todas as pessoas aqui receberam esse pedido há pouco. Para perguntar a uma pessoa, escreva <code>/ask NOME</code> para mim em privado.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> pergunta onde você está.
       *[named] <b>{ $name }</b> pergunta em <b>{ $room }</b> onde você está.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none]
            { $people ->
                [one] { $people } pessoa pergunta onde você está:
                [many] { $people } de pessoas perguntam onde você está:
               *[other] { $people } pessoas perguntam onde você está:
            }
       *[named]
            { $people ->
                [one] { $people } pessoa pergunta em <b>{ $room }</b> onde você está:
                [many] { $people } de pessoas perguntam em <b>{ $room }</b> onde você está:
               *[other] { $people } pessoas perguntam em <b>{ $room }</b> onde você está:
            }
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, de { $room }
# $left: how long an answer is waited for
request-how = Se você compartilhar, todos os membros de lá veem. Até você escolher, ninguém vê nada. Esta pergunta termina em { $left }.
# Shown to her alone, in the room.
request-here = Só você vê isto. Para responder, abra o chat privado.
request-button = Responder em privado

# On buttons, and numbered.
request-once = Enviar uma vez
request-quarter = 15 minutos
request-hour = 1 hora
request-not-now = Agora não
request-never = Nunca desta sala

request-once-chosen = Sua próxima localização vai para os membros de <b>{ $room }</b>, uma só vez.
request-live-chosen = Sua próxima localização vai para os membros de <b>{ $room }</b>. Dura { $longest } no máximo.
# On the button that sends a location.
request-send-location = Enviar onde estou, uma vez
request-refused = Nada é compartilhado com <b>{ $room }</b>. Nada é dito a quem perguntou.
request-refused-always = Nada é compartilhado com <b>{ $room }</b>. Ninguém de lá pode me pedir que eu pergunte de novo. Para permitir: <code>/ask on</code>.
request-over = A pergunta sobre onde você está terminou. Nada foi compartilhado por causa dela.
request-answered = Você compartilha com a sala que perguntou. Onde você está é mostrado a quem perguntou.
no-request = Ninguém pergunta onde você está neste momento. Para compartilhar mesmo assim: <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] Nenhuma resposta mostrou a outra pessoa onde você está. Anoto cada uma, e guardo isso por um prazo da sala dela.
       *[room] Nenhuma resposta daqui mostrou a outra pessoa onde você está. Anoto cada uma, e guardo isso por um prazo.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] Uma resposta mostrou a outra pessoa onde você está:
                [many] { $looks } de respostas mostraram a outras pessoas onde você está, a última primeiro:
               *[other] { $looks } respostas mostraram a outras pessoas onde você está, a última primeiro:
            }
       *[room]
            { $looks ->
                [one] Uma resposta daqui mostrou a outra pessoa onde você está:
                [many] { $looks } de respostas daqui mostraram a outras pessoas onde você está, a última primeiro:
               *[other] { $looks } respostas daqui mostraram a outras pessoas onde você está, a última primeiro:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next four
who-look =
    <b>{ $name }</b> perguntou { $when }. Você apareceu { $square ->
        [none] com exatidão
       *[known] dentro de um quadrado de { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] A resposta está em <b>{ $room }</b>.
        [one] A resposta está em <b>{ $room }</b> ({ $people } membro).
        [many] A resposta está em <b>{ $room }</b> ({ $people } de membros).
       *[other] A resposta está em <b>{ $room }</b> ({ $people } membros).
    }
who-stood =
    { $people ->
        [none] A resposta ficou em <b>{ $room }</b> por { $stood }.
        [one] A resposta ficou em <b>{ $room }</b> ({ $people } membro) por { $stood }.
        [many] A resposta ficou em <b>{ $room }</b> ({ $people } de membros) por { $stood }.
       *[other] A resposta ficou em <b>{ $room }</b> ({ $people } membros) por { $stood }.
    }
who-on-board = O painel de <b>{ $room }</b> respondeu.
who-by-board =
    Um painel mostrou você por si mesmo, pela primeira vez { $when }. Você apareceu { $square ->
        [none] com exatidão
       *[known] dentro de um quadrado de { $square }
    }. { $where }
who-alone = Só quem perguntou pode ler a resposta, que ainda está lá.
who-alone-before = Só quem perguntou pôde ler a resposta, por { $stood }.
# In the place of a name.
who-admin = Alguém da administração que falou como a própria sala
who-forgotten = Alguém cujo nome esqueci desde então
who-more =
    { $more ->
        [one] Mais { $more } resposta não está na lista. Para ler mais, escreva <code>/{ $command }</code>.
        [many] Mais { $more } de respostas não estão na lista. Para ler mais, escreva <code>/{ $command }</code>.
       *[other] Mais { $more } respostas não estão na lista. Para ler mais, escreva <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] Aviso você em privado quando alguém olha pela primeira vez o que você compartilha. Para terminar isso, escreva <code>/who each off</code>.
       *[off] Não aviso você por mim mesmo quando alguém olha. Para saber de cada primeiro olhar, escreva <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] <b>{ $name }</b> perguntou, e viu onde você está. Todas as respostas que mostraram você: <code>/who</code>.
       *[named] <b>{ $name }</b> perguntou em <b>{ $room }</b>, e viu onde você está. Todas as respostas que mostraram você: <code>/who</code>.
    }

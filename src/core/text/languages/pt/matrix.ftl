# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Steps are in the words of Element's apps for phones. Element keeps commands with a slash for itself, so they are told with the other mark.

matrix-steps-in-room =
    No seu telefone, nesta sala, toque no sinal de mais ou no clipe.
    Escolha Localização, depois Localização ao vivo, e por quanto tempo.
    Para parar: <code>!stop</code>, ou pare no app. Remover a mensagem também interrompe o compartilhamento.
matrix-steps-in-private =
    No seu telefone, neste chat, toque no sinal de mais ou no clipe.
    Escolha Localização, depois Localização ao vivo, e por quanto tempo.
    Para parar: <code>!stop</code>, ou pare no app. Remover a mensagem também interrompe o compartilhamento.
matrix-send-once = No seu telefone, neste chat, toque no sinal de mais ou no clipe, depois em Localização. Ou digite coordenadas: <code>!here 52.5200 13.4050</code>.
matrix-send-live = No seu telefone, neste chat, toque no sinal de mais ou no clipe. Escolha Localização, depois Localização ao vivo.
matrix-deleting = Remover sua mensagem também termina o compartilhamento, assim que eu souber disso.
matrix-sees = Os servidores Matrix da sala podem ver quem compartilha e quando. Em uma sala sem criptografia, podem ler tudo.
matrix-no-board = O Matrix não tem painel: cada mudança seria mais uma mensagem, e cada exclusão deixa uma linha. Diga <code>/whereis</code>: sua nova resposta ocupa o lugar da anterior.
matrix-came-in-clear =
    Esta sala é criptografada, mas isto chegou sem criptografia, por isso servidores puderam ler. Não aceitei.
    Envie de novo de um app que criptografe.
matrix-not-read =
    Não consegui ler isto: a chave não chegou a mim.
    Se era para mim, envie de novo. Se nem assim houver resposta, veja se seu app dá chaves só a dispositivos verificados.
matrix-location-not-read = Não consegui ler esta localização, por isso nada dela foi compartilhado. Envie de novo, ou digite: <code>!here 52.5200 13.4050</code>.
# $by: about how much
matrix-clock-off =
    { $is ->
        [ahead] O relógio do seu telefone está adiantado, mais ou menos { $by }.
       *[behind] O relógio do seu telefone está atrasado, mais ou menos { $by }.
    }
    Eu sigo a hora do servidor, por isso sua localização em tempo real dura o que você escolheu. Acerte o relógio.
matrix-location-old = A idade desta localização, segundo seu app: { $by }. Por isso a mostro como antiga. Se ela é nova, o relógio do seu telefone está atrasado. Acerte o relógio e envie de novo.
matrix-not-verified = Não aceitei isto. Pelo que vejo, veio de um dispositivo que a pessoa a quem ele pertence não verificou. Esse dispositivo também não pode ler o que escrevo.
matrix-how-to-verify = Para verificar um dispositivo: abra as configurações do app, depois Criptografia ou Sessões, e escolha Verificar. Confirme em outro dispositivo seu, ou com sua chave de recuperação.
# A reaction, which is short, and which anybody can read
matrix-verify-sign = 🔐 verificar
matrix-verify-first = Esta sala é criptografada. Só respondo a dispositivos verificados pela pessoa a quem pertencem, e só esses podem ler o que escrevo.
matrix-room-is-plain =
    Esta sala não é criptografada: seus servidores podem ler nela cada posição e cada resposta, e talvez guardá-las.
    Quem entrar depois talvez possa ler o que não tiver sido apagado. Quem é admin pode ativar a criptografia nas configurações da sala. Eu continuo nos dois casos.
# $read: what those who are not in the room can read of it
matrix-room-is-open =
    { $read ->
        [who-shares] Qualquer pessoa pode olhar esta sala sem entrar nela. Vê quem compartilha em tempo real, quando e por quanto tempo, mas não onde.
       *[all] Qualquer pessoa pode ler esta sala sem entrar nela: cada posição e cada resposta que está nela.
    }
    Quem é admin pode mudar isso nas configurações da sala, onde diz quem pode ler o histórico.
matrix-hello-in-private =
    Aqui estamos só você e eu: este é um chat privado. <code>!help</code> diz o que faço.
    Se for para ser uma sala com mais pessoas, convide-as antes de me dizer outra coisa.
matrix-crowded =
    Este era um chat privado comigo, e agora há outra pessoa convidada. Não respondo mais nada aqui, e saio.
    Se for para ser uma sala para todas essas pessoas, convide-me de novo.
# Why an invitation was turned down, which clients show beside that. $most: invitations that are taken of one person in an hour
matrix-invitation-declined =
    { $why ->
        [too-many] O número de convites que aceito de uma pessoa em uma hora: { $most }. Convide-me de novo em uma hora.
        [space] Isto é um espaço, onde ninguém fala. Convide-me para uma das salas dele.
       *[not-allowed] Quem opera este bot deixa só algumas pessoas o convidarem. Fale com quem o opera, ou com alguém que possa convidar.
    }
# The same of a room that the bot leaves.
matrix-left =
    { $why ->
        [may-not-write] Não posso escrever aqui, por isso não poderia responder a ninguém. Deixe-me escrever, e depois convide-me de novo.
       *[too-many-people] Esta sala tem mais pessoas do que consigo atender.
    }
# What /setup finds in a room, and the step that mends it, a line each. The steps are in the words of Element's apps.
matrix-is-encrypted = Esta sala é criptografada: seus servidores não podem ler posições nem respostas.
matrix-not-encrypted = Esta sala não é criptografada: seus servidores podem ler nela cada posição e cada resposta.
matrix-encrypt = Para mudar isso: configurações da sala, Segurança, ativar a criptografia. Depois não é possível desativar.
matrix-anybody-reads = Qualquer pessoa pode olhar esta sala sem entrar nela.
matrix-shows-history = Quem entrar depois talvez possa ler o que foi dito aqui antes, enquanto isso continuar aqui.
matrix-hide-history = Para mudar isso: configurações da sala, Segurança, quem pode ler o histórico: apenas membros, desde que entraram.
matrix-anybody-joins = Qualquer pessoa pode entrar nesta sala, e perguntar onde você está a partir daí.
matrix-close = Para mudar isso: configurações da sala, Segurança, acesso: privada, só por convite.
matrix-all-invite = Cada membro pode convidar pessoas, que podem perguntar onde você está assim que entrarem.
matrix-let-admins-invite = Para mudar isso: configurações da sala, Cargos e permissões, convidar usuários: moderadores.
matrix-no-live-here = Os membros não podem compartilhar aqui uma localização em tempo real; podem compartilhar comigo em privado.
matrix-allow-live =
    { $power ->
        [enough] Para mudar isso, quem é admin escreve <code>/setup live</code>.
       *[none] Para mudar isso: torne-me admin desta sala, e depois escreva <code>/setup live</code>.
    }
matrix-redacts-nothing = Não posso remover o que outras pessoas dizem. Por isso, um <code>/ask NOME</code> dito aqui fica à vista de todas as pessoas.
matrix-let-redact = Para mudar isso: torne-me moderador desta sala.
matrix-answers-alone = Só você lê a resposta, em um chat direto comigo. A pergunta fica aqui à vista de todas as pessoas.
# $bot: none when the bot can change it already
matrix-no-live =
    Para quem é admin: esta sala não deixa seus membros compartilharem uma localização em tempo real.
    Se devem poder, abra as configurações da sala, depois cargos e permissões. Ponha “Compartilhar localização ao vivo” para todos.
    { $bot ->
        [none] Se seu app não tem essa configuração, escreva <code>!setup live</code>, e eu a mudo.
       *[named] Se seu app não tem essa configuração, torne-me (<code>{ $bot }</code>) admin, e depois escreva <code>!setup live</code>.
    }
    O que muda: o nível de poder para <code>{ $types }</code> passa a ser <b>0</b>. Enquanto isso, todas as pessoas podem escrever <code>!here 52.5200 13.4050</code>.
matrix-move-on =
    Esta sala foi substituída por uma nova. Convide-me para lá, e as configurações vão comigo.
    O que é compartilhado aqui termina quando eu mudar. Lá, nada é compartilhado até alguém fazer isso.
# A room without a name, called as clients call it.
matrix-room-of-two = { $one } e { $other }
matrix-room-of-many =
    { $others ->
        [one] { $one } e mais { $others } pessoa
        [many] { $one } e mais { $others } de pessoas
       *[other] { $one } e mais { $others } pessoas
    }

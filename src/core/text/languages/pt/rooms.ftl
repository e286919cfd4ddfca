# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said about a room and its settings.

welcome =
    Por meio de mim, as pessoas desta sala podem mostrar umas às outras onde estão. Você só aparece se escolher isso.
    Para compartilhar: <code>/share</code>. Para perguntar: <code>/whereis</code>. Anoto a quem foi mostrado onde você está: <code>/who</code>. O que mais é guardado: <code>/privacy</code>.
live-not-heard = Nesta sala recebo só comandos, não localizações em tempo real. Essa é a configuração silenciosa. Envie a sua para mim em privado, com o botão de <code>/share</code>. Ou torne-me admin, e eu as recebo aqui também.
live-no-longer-heard = Não sou mais admin desta sala. Por isso não acompanho mais as localizações em tempo real compartilhadas aqui.
room-replaced =
    Esta sala toma o lugar de outra em que eu estava, e mantém as configurações: o prazo é <b>{ $expiry }</b>.
    O que era compartilhado lá terminou, e essas posições estão destruídas. Para compartilhar com esta sala: <code>/share</code>.
# $expiry: how long a position is kept meanwhile; $square: how exactly people are shown meanwhile
data-lost =
    Perdi parte dos meus dados, por isso tudo o que era compartilhado aqui terminou. Para compartilhar de novo: <code>/share</code>.
    O que foi configurado aqui talvez também se tenha perdido. Até você escolher de novo com <code>/precision</code>, você só aparece em um quadrado de { $square }.
    Até que quem é admin escreva de novo <code>/expiry</code>, uma posição é guardada por <b>{ $expiry }</b>. Até que quem é admin escolha de novo com <code>/setup</code>, as respostas são só para quem perguntou.
live-allowed =
    { $outcome ->
        [allowed-now] Pronto. Agora cada membro desta sala pode compartilhar uma localização em tempo real.
        [allowed-before] Cada membro desta sala já pode compartilhar uma localização em tempo real.
        [may-not-write] Os membros não podem escrever nesta sala. Por isso também não podem compartilhar uma localização em tempo real. Nada foi mudado. Podem compartilhar comigo em privado.
        [not-known] O servidor não disse se isso funcionou. Escreva <code>/setup live</code> de novo em um minuto: a resposta diz como está então.
       *[no-power]
            Os membros ainda não podem compartilhar aqui uma localização em tempo real: eu não posso mudar as permissões deles.
            Permita isso nas configurações da sala, em cargos e permissões, em “Compartilhar localização ao vivo”. Ou torne-me admin desta sala, e escreva <code>/setup live</code> de novo.
    }

expiry-kept = Uma posição é guardada por <b>{ $expiry }</b> depois de enviada; em seguida é destruída.
expiry-change = Quem é admin desta sala pode mudar isso: <code>/expiry 2 hours</code>, de { $shortest } até { $longest }.
expiry-not-understood =
    Não entendi “{ $given }” como um tempo. Nada foi mudado.
    { expiry-examples }
expiry-out-of-bounds =
    { $asked } não é possível: o prazo pode ser de { $shortest } até { $longest }. Nada foi mudado.
    { expiry-examples }
expiry-examples = Exemplos: <code>/expiry 90 minutes</code>, <code>/expiry 2 hours</code>, <code>/expiry 1 day</code>.
expiry-unchanged = O prazo desta sala já é <b>{ $expiry }</b>. Nada foi mudado.
expiry-shortened =
    O prazo desta sala agora é <b>{ $expiry }</b>. Nada do que já é compartilhado é guardado por mais tempo do que isso.
    As posições mais antigas do que isso foram destruídas agora mesmo.
expiry-set =
    O prazo desta sala agora é <b>{ $expiry }</b>, para o que for compartilhado a partir de agora.
    O que alguém já compartilha mantém o prazo mais curto com que começou.

meeting-set =
    { $accuracy ->
        [none] Novo ponto de encontro: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , às <b>{ $time }</b>.
        } Guardado por mais { $left }.
       *[known] Novo ponto de encontro: em algum lugar a no máximo { $accuracy } de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , às <b>{ $time }</b>.
        } Guardado por mais { $left }.
    }
meeting-is =
    { $accuracy ->
        [none] O ponto de encontro é <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , às <b>{ $time }</b>.
        } Guardado por mais { $left }.
       *[known] O ponto de encontro fica em algum lugar a no máximo { $accuracy } de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , às <b>{ $time }</b>.
        } Guardado por mais { $left }.
    }
meeting-on-board =
    { $accuracy ->
        [none] O ponto de encontro é <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , às <b>{ $time }</b>.
        }
       *[known] O ponto de encontro fica em algum lugar a no máximo { $accuracy } de <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , às <b>{ $time }</b>.
        }
    }
meeting-set-there = Foi definido em <b>{ $room }</b>, sala vinculada a esta.
meeting-ended = Esta sala não tem mais ponto de encontro. As respostas que o mostravam são apagadas.
no-meeting = Esta sala não tem ponto de encontro.
meet-how = Quem é admin desta sala pode marcar um: <code>/meet here</code>, <code>/meet 52.5200 13.4050 at 15:30</code>. Para desfazer: <code>/meet off</code>.
meet-time-not-read = Não entendi “{ $given }” como uma hora do dia. Nada foi mudado.
meet-as-the-room = Você fala como a própria sala, então não sei onde você está. Nada foi mudado.
meet-from-where = Não sei onde você está agora. Compartilhe antes sua posição com esta sala, ou escreva <code>/meet</code> com números.
meet-too-coarse = Aqui você aparece apenas em um quadrado de { $square }, e isso não é um lugar de encontro. Escreva <code>/meet</code> com números.
meet-two-places = “{ $given }” pode ser dois lugares. Escreva com letras: <code>/meet 52.5200N 13.4050E</code>.

# $square: none when the position is shown exactly; $rooms: none when it is this room
precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] Os membros desta sala veem exatamente onde você está, até onde seu telefone sabe.
               *[named] Os membros de <b>{ $rooms }</b> veem exatamente onde você está, até onde seu telefone sabe.
            }
       *[known]
            { $rooms ->
                [none] Os membros desta sala veem que você está em algum ponto de um quadrado fixo de <b>{ $square }</b>. Não veem nada mais exato.
               *[named] Os membros de <b>{ $rooms }</b> veem que você está em algum ponto de um quadrado fixo de <b>{ $square }</b>. Não veem nada mais exato.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] A partir de agora, esta sala vê exatamente onde você está, até onde seu telefone sabe.
               *[named] A partir de agora, em <b>{ $rooms }</b> se vê exatamente onde você está, até onde seu telefone sabe.
            }
       *[known]
            { $rooms ->
                [none] A partir de agora, esta sala só vê que você está em algum ponto de um quadrado fixo de <b>{ $square }</b>.
               *[named] A partir de agora, em <b>{ $rooms }</b> só se vê que você está em um quadrado fixo de <b>{ $square }</b>.
            }
            Quando você passa para o quadrado seguinte, isso pode ser visto. As respostas que mostravam você com mais exatidão são apagadas.
    }
precision-choices = Para mudar: <code>/precision exact</code>, <code>/precision 100m</code>, <code>/precision 1km</code> ou <code>/precision 5km</code>.
precision-not-understood =
    Não entendi “{ $given }”. Nada foi mudado.
    { precision-choices }
precision-nowhere = Não conheço nenhuma sala em que estejamos você e eu. Escreva <code>/precision</code> na sala em questão.
precision-not-now = Nada foi mudado.

forgotten =
    Pronto. Cada posição, cada compartilhamento e cada escolha que eu guardava de você está destruída, em todas as salas.
    Se seu telefone ainda envia uma localização em tempo real, pare-a lá também. Eu a ignoro a partir de agora.
wipe-asks =
    Isto destrói tudo o que é compartilhado com esta sala, e suas configurações, para todas as pessoas. Não pode ser desfeito.
    Para fazer isso, escreva <code>/wipe yes</code>. Tempo que você tem: { $within }.
wipe-not-asked = Nada foi destruído. Escreva você primeiro <code>/wipe</code>, e depois <code>/wipe yes</code>.
wiped =
    Pronto. Tudo o que era compartilhado com esta sala está destruído, para todas as pessoas.
    As configurações são as do início: o prazo é { $expiry }. Quem escolheu aqui uma <code>/precision</code> precisa escolher de novo; até lá, mostro exatamente onde essa pessoa está.

# Of rooms that are linked.

link-code =
    Na outra sala, quem é admin escreve <code>/link { $code }</code>. O código vale uma vez, por { $within }. Não o mostre a mais ninguém.
    Depois escreva <code>/link</code> aqui de novo: eu digo qual é a sala, e você confirma.
link-is = Esta sala está vinculada a <b>{ $rooms }</b>. Para encerrar, escreva <code>/link off</code>.
link-as-the-room = Você escreve como a própria sala. Escreva em seu nome, porque o código é para uma só pessoa admin.
link-given = O código está certo. Quem é admin da outra sala lê agora qual é esta sala, e confirma. Nada é mostrado lá antes disso.
link-asked = Outra sala quer ser vinculada a esta. Quem é admin pode escrever <code>/link</code> para ler qual é a sala.
link-offer =
    { $people ->
        [none] A outra sala é <b>{ $room }</b>, em { $network }. Não sei quantos membros ela tem.
       *[known] A outra sala é <b>{ $room }</b>, em { $network }. Membros: { $people }.
    }
link-means =
    Quando estiverem vinculadas, os membros das duas salas veem quem compartilha em qualquer uma. O prazo mais curto vale para as duas.
    Para vincular, escreva <code>/link yes</code> em até { $left }. Para recusar, escreva <code>/link off</code>.
link-not-good = Este código não vincula nada aqui. Um código vale uma vez, por { $within }, e em outra sala.
link-already = Estas duas salas já estão vinculadas.
link-too-many = Você tentou códigos demais. Tente de novo daqui a { $within }.
link-full = Uma das duas salas já está vinculada a tantas salas quanto pode. Nada foi mudado.
link-not-asked = Nada foi vinculado. Escreva você <code>/link</code> primeiro, para ler qual é a sala.
link-refused = Nenhuma sala foi vinculada a esta, e o código dela não vale mais.
link-none = Esta sala não está vinculada a outra.
linked =
    Esta sala está vinculada a <b>{ $room }</b>, em { $network }. Os membros das duas salas veem quem compartilha em qualquer uma. As posições são guardadas por { $expiry }.
    O que você já compartilha fica nesta sala até você concordar. Quem é admin pode encerrar: <code>/link off</code>.
unlinked = Esta sala não está mais vinculada a <b>{ $rooms }</b>. Ninguém mais vê o outro lado, e as respostas que o mostravam são apagadas.
cross-asks =
    <b>{ $room }</b> está vinculada agora a <b>{ $rooms }</b>. Você começou a compartilhar antes, então os membros de lá não veem você.
    Para que vejam, escreva <code>/across yes</code>. Para não aparecer lá, não faça nada.
cross-button = quero que me vejam
cross-nothing = Não há nada agora com que você possa concordar.
crossed = Os membros de <b>{ $rooms }</b> também podem ver você agora.
also-seen-in = Os membros de <b>{ $rooms }</b> também podem ver isso.
# Beneath what is said of this room: it was stopped, or is shown less exactly.
so-in-linked = O mesmo vale nas salas vinculadas a esta.
also-seen-across = Os membros das salas vinculadas a esta também podem ver isso. Quais salas: <code>/privacy</code>.
expiry-linked = Esta sala está vinculada a outra, então o prazo só pode ficar mais curto. Nada foi mudado. Para aumentar, escreva primeiro <code>/link off</code>.

account-code =
    Da sua outra conta, me envie em privado: <code>/link { $code }</code>. O código vale uma vez, por { $within }. Não o mostre a mais ninguém.
    Depois escreva <code>/link</code> aqui de novo: eu digo qual é a conta, e você confirma.
account-given = O código está certo. Agora escreva <code>/link</code> da sua outra conta: ela lê qual é esta conta, e confirma.
account-asked = Outra conta quer ser unida a esta. Escreva <code>/link</code> para ler qual é a conta.
account-waits = Você confirmou. Agora escreva <code>/link</code> da sua outra conta, para confirmar lá também.
account-offer = A outra conta é { $name }, em { $network }. Se ela não for sua, escreva <code>/link off</code>.
account-means =
    Quando estiverem unidas, as salas que veem as duas mostram você uma vez. Elas mostram sua posição mais nova, com a precisão menos exata.
    O nome é o da sua conta na sala. Nenhuma sala vê uma posição que não veria sem isso.
    <code>/stop</code> de uma das contas vale para as duas. Não digo a mais ninguém, mas quem compara o que as salas veem pode descobrir.
    Para unir, escreva <code>/link yes</code> em até { $left }.
accounts-joined = Esta conta está unida a { $name }, em { $network }. Para encerrar, escreva <code>/link off</code> de uma das duas.
accounts-parted = Suas duas contas não estão mais unidas. Cada uma é mostrada de novo em separado.
accounts-forgotten = Sua outra conta escreveu <code>/forget</code>. As duas não estão mais unidas, e o que esta compartilhava terminou.
account-none = Esta conta não está unida a outra, e nenhum código dela vale.
account-not-good = Este código não une nada. Um código vale uma vez, por { $within }, e de outra conta.
account-not-asked = Nada foi unido. Escreva você <code>/link</code> primeiro, para ler qual é a conta.
account-full = Nada foi unido. Aqui não é possível unir mais contas.
code-of-room = Este código vincula salas. Quem é admin o escreve na outra sala.
code-of-account = Este código é para a conversa privada: ele une duas contas de uma pessoa. Aqui outros podiam ler, então ele não vale mais.
privacy-joined = Esta conta está unida a outra sua. Para ler qual, escreva <code>/link</code>.

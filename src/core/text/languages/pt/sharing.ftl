# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What is said to those who share.

shared-once = Os membros de <b>{ $room }</b> podem ver esta posição por { $left }. Depois ela é destruída.
shared-live = Os membros de <b>{ $room }</b> podem ver onde você está, em tempo real, por { $left }.
shared-as-square = Eles só veem um quadrado fixo de { $square }. Para mudar isso: <code>/precision</code>.
only-latest-kept = Só sua última posição é guardada, por { $expiry } no máximo.
# $deleting: what becomes of a share when its message is deleted, on this network
end-sooner = Para terminar antes, escreva <code>/stop</code>. { $deleting }
end-live = Para terminar, pare a localização em tempo real ou escreva <code>/stop</code>. { $deleting }
nothing-shared-yet =
    Ninguém pode ver esta posição, e ela não foi guardada: não conheço nenhuma sala em que estejamos você e eu.
    Escreva <code>/share</code> em uma sala em que eu esteja. Depois volte aqui como minha resposta lá disser.
position-not-kept = Ninguém pode ver esta posição, e ela não foi guardada.

share-lost =
    Perdi parte dos meus dados, por isso ninguém mais pode ver esta localização em tempo real.
    Para continuar, envie sua localização de novo.

which-room = Quem pode ver onde você está? Até você escolher, ninguém pode ver esta posição.
# What one chooses from.
room-choice = { $room }
# Of rooms whose names look the same. $number: in the order in which the reader came to know them
room-choice-since = { $room } (número { $number }, vi você lá pela primeira vez { $known })
nothing-waits = Não há nenhuma posição à espera de uma escolha. Envie sua localização de novo, e eu pergunto.
not-your-room = Essa não é nenhuma das salas que você pode escolher agora. Ninguém pode ver a posição que espera sua escolha.
choice-not-now =
    { $advice ->
        [make-admin] Essa sala esconde seus membros de mim, por isso não posso compartilhar com ela. Peça a quem é admin que me torne admin também, e depois escolha de novo.
       *[ask-again] A rede não me diz agora se você está nessa sala. Ninguém pode ver sua posição ainda. Escolha de novo em um minuto.
    }
asked-before = Perguntei isso sobre uma posição anterior. Ninguém pode vê-la. Escolha abaixo da minha última pergunta.
share-over = Este compartilhamento já terminou, ou chegou tarde demais. Ninguém pode vê-lo. Para compartilhar de novo, envie sua localização de novo.

stopped =
    { $where ->
        [anywhere] Terminado. Ninguém em nenhuma sala pode ver onde você está; sua última posição está destruída.
       *[here] Terminado. Ninguém nesta sala pode ver onde você está; sua última posição está destruída.
    }
    Se seu telefone ainda envia uma localização em tempo real, pare-a lá também. Eu a ignoro a partir de agora.
not-sharing =
    { $where ->
        [anywhere] Você não compartilha nenhuma posição com nenhuma sala.
       *[here] Você não compartilha nenhuma posição com esta sala.
    }

not-a-place =
    Preciso de dois números, latitude e longitude em graus, por exemplo <code>/here 52.5200 13.4050</code>.
    Um link geo: também funciona: <code>/here geo:52.5200,13.4050</code>.
# $first, $second: what else it may mean
two-readings =
    “{ $given }” pode ser lido de duas maneiras, muito longe uma da outra. Nada foi compartilhado.
    { $first }
    { $second }
read-as-numbers = Se é latitude e longitude em graus, escreva <code>/here { $command }</code>.
read-with-minutes = Se são graus e minutos de ambas, escreva <code>/here { $command }</code>.
read-as-one-number = Se é um só número, { $number }, então falta o segundo: preciso de latitude e longitude.
read-as-latitude-with-minutes = Se a latitude é { $degrees } graus e { $minutes } minutos, ou seja, { $number }, então falta a longitude.
no-fix =
    Os telefones dizem latitude 0, longitude 0, ou margem de erro abaixo de 0, quando não sabem onde estão. Nada foi mudado.
    Envie sua localização de novo quando seu telefone souber onde está.

link-over =
    Este link já terminou, ou não é para você.
    Escreva <code>/share</code> de novo na sala, e volte aqui como minha nova resposta disser.
# The link is good; it is not known whether whoever opens it is in the room.
link-not-now =
    { $advice ->
        [make-admin] Este link é válido, mas essa sala esconde seus membros de mim. Peça a quem é admin que me torne admin também, e depois abra o link de novo.
       *[ask-again] Este link é válido, mas a rede não me diz agora se você está nessa sala. Abra o link de novo em um minuto.
    }
linked-to = Daqui você compartilha com os membros de <b>{ $room }</b>. Ninguém vê nada ainda.
share-here = Para que esta sala saiba onde você está:
share-otherwise = Ou envie sua localização em tempo real para mim em privado; abaixo está como. Ou digite coordenadas: <code>/here 52.5200 13.4050</code>.
share-aside =
    Você também pode compartilhar com esta sala em privado. Escrevo para você em um chat direto e convido você para ele.
    Ou digite coordenadas aqui: <code>/here 52.5200 13.4050</code>.
share-aside-refused = Não consegui escrever para você em um chat direto. Comece um comigo e envie sua localização lá.
share-in-private =
    Não posso receber localizações em tempo real nesta sala. Abra o chat privado comigo, abaixo está como, e envie a sua lá.
    Você também pode digitar coordenadas aqui: <code>/here 52.5200 13.4050</code>.
# On the button under the answer to /share.
share-button = Compartilhar com esta sala em privado
too-many-shares =
    Esta posição não foi aceita. Conheço você em mais salas do que posso guardar, ou pessoas demais compartilham com esta.
    Escreva <code>/forget</code> para começar de novo, ou tente mais tarde.
# Another hand than the sharer's ended it; $room: none when its name is not known.
share-ended-by-others =
    { $room ->
        [none]
            { $how ->
                [wiped] Quem é admin destruiu tudo em uma sala com que você compartilhava, por isso seu compartilhamento lá terminou.
                [left] Fui removido de uma sala com que você compartilhava, por isso seu compartilhamento lá terminou.
                [removed] Removeram você de uma sala com que você compartilhava, por isso seu compartilhamento lá terminou.
               *[closed] Uma sala com que você compartilhava foi fechada, por isso seu compartilhamento lá terminou.
            }
       *[named]
            { $how ->
                [wiped] Quem é admin destruiu tudo o que era compartilhado com <b>{ $room }</b>, por isso seu compartilhamento lá terminou.
                [left] Fui removido de <b>{ $room }</b>, por isso seu compartilhamento lá terminou.
                [removed] Removeram você de <b>{ $room }</b>, por isso seu compartilhamento lá terminou.
               *[closed] Esta sala foi fechada, por isso seu compartilhamento lá terminou: <b>{ $room }</b>.
            }
    } Se seu telefone ainda envia uma localização em tempo real, pare-a no telefone.

no-new-position = Nenhuma posição nova há { $age }. Ficar no mesmo lugar tem a mesma aparência.

place-not-read = Não consegui ler “{ $given }” como um lugar. Nada foi partilhado.
place-in-short-link = Só um serviço de mapas sabe aonde este link leva, e eu não pergunto a nenhum. Abra-o e envie as coordenadas: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Este código é curto: só vale perto de uma cidade. Envie o código inteiro: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = A latitude vai de -90 a 90, a longitude de -180 a 180. Por exemplo: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Sua posição anterior continua visível.
       *[no] Ninguém vê aqui uma posição sua.
    }
place-read = Li: latitude { $latitude }, longitude { $longitude }.
place-other-way = Se for o contrário, diga <code>/here { $command }</code>.
expiry-which-unit =
    { $number } de quê? Nada mudou. Diga com uma unidade.
    { expiry-examples }
expiry-two-readings =
    “{ $given }” pode ser { $first } ou { $second }. Nada mudou.
    { expiry-examples }

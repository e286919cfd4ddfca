# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# Answers to /whereis. What may be left out of a text is "none" when it is.

# $bound: somewhere: in a square that the person chose; at-least: nobody told how far off it may be.
where-is =
    { $seen ->
        [last] Na última posição conhecida, <b>{ $name }</b> estava
       *[now] <b>{ $name }</b> está
    } { $bound ->
        [somewhere] em algum ponto a no máximo { $accuracy } de <code>{ $position }</code>
        [at-least]
            em <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
       *[within]
            em <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posição enviada { $when }
    }.{ $bound ->
        [somewhere] {""}
        [at-least] {" "}Margem de erro: pelo menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] {" "}Margem de erro desconhecida.
               *[known] {" "}Margem de erro: { $accuracy }.
            }
    } Posição guardada por mais { $left }.
where-is-on-board =
    { $seen ->
        [last] Na última posição conhecida, <b>{ $name }</b> estava
       *[now] <b>{ $name }</b> está
    } { $bound ->
        [somewhere] em algum ponto a no máximo { $accuracy } de <code>{ $position }</code>
        [at-least]
            em <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
       *[within]
            em <code>{ $position }</code>{ $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posição enviada { $when }
    }.{ $bound ->
        [somewhere] {""}
        [at-least] {" "}Margem de erro: pelo menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] {" "}Margem de erro desconhecida.
               *[known] {" "}Margem de erro: { $accuracy }.
            }
    }
# $asker: the one who asked, in a room; "you" in private.
where-is-from =
    { $seen ->
        [last] Na última posição conhecida, <b>{ $name }</b> estava
       *[now] <b>{ $name }</b> está
    } a { $distance }, { $direction } de { $asker ->
        [none] você
       *[known] <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
        [at-least]
            { $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
       *[within]
            { $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posição enviada { $when }
    }. { $bound ->
        [somewhere] Em algum ponto a no máximo { $accuracy } de <code>{ $position }</code>.
        [at-least] Coordenadas: <code>{ $position }</code>, com uma margem de erro de pelo menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] Coordenadas: <code>{ $position }</code>, com uma margem de erro desconhecida.
               *[known] Coordenadas: <code>{ $position }</code>, com uma margem de erro de { $accuracy }.
            }
    } Posição guardada por mais { $left }.
# Nearer than the two positions are known. $distance: what it is at most
where-is-near =
    { $seen ->
        [last] Na última posição conhecida, <b>{ $name }</b> estava
       *[now] <b>{ $name }</b> está
    } a menos de { $distance } de { $asker ->
        [none] você
       *[known] <b>{ $asker }</b>
    }{ $bound ->
        [somewhere] {""}
        [at-least]
            { $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
       *[within]
            { $heading ->
                [none] {""}
               *[known] , rumo { $heading }
            }
    }{ $place ->
        [none] {""}
       *[known] , { $place }
    }, { $seen ->
        [last] { $when }
       *[now] posição enviada { $when }
    }. { $bound ->
        [somewhere] Em algum ponto a no máximo { $accuracy } de <code>{ $position }</code>.
        [at-least] Coordenadas: <code>{ $position }</code>, com uma margem de erro de pelo menos { $accuracy }.
       *[within]
            { $accuracy ->
                [none] Coordenadas: <code>{ $position }</code>, com uma margem de erro desconhecida.
               *[known] Coordenadas: <code>{ $position }</code>, com uma margem de erro de { $accuracy }.
            }
    } Posição guardada por mais { $left }.
said-together = { $first } { $second }
from-meeting = Isso fica a { $distance }, { $direction } do ponto de encontro.
near-meeting = Isso fica a menos de { $distance } do ponto de encontro.
at-street =
    { $district ->
        [none] em { $street }
       *[known] em { $street }, { $district }
    }
near-district = perto de { $district }
board-begins = Aqui eu mostro quem compartilha com esta sala.
board-kept = Mantenho este painel atualizado. Uma posição sai dele quando deixa de ser compartilhada ou quando seu tempo acaba.
position-destroyed = <b>{ $name }</b> ainda compartilha, mas agora não tenho nenhuma posição. A última foi destruída: cada uma é guardada por { $expiry } no máximo.

# The first line of an answer, which lock screens show: no coordinate. $rooms: none when it is this room
one-shares =
    { $rooms ->
        [none] <b>{ $name }</b> compartilha com esta sala.
       *[named] <b>{ $name }</b> compartilha com <b>{ $rooms }</b>.
    }
# More than one name was asked for.
those-asked-for =
    { $people ->
        [one] Das pessoas que você procurou, posso mostrar { $people }.
        [many] Das pessoas que você procurou, posso mostrar { $people }.
       *[other] Das pessoas que você procurou, posso mostrar { $people }.
    }
nearest-to-whom = Não sei onde você está, por isso não posso dizer quem está mais perto. Para compartilhar sua posição, escreva <code>/share</code>. Depois pergunte de novo.
nobody-near = Ninguém mais compartilha uma posição que eu possa mostrar a você agora.
how-many-share =
    { $room ->
        [none]
            { $people ->
                [one] { $people } pessoa compartilha agora com esta sala.
                [many] { $people } de pessoas compartilham agora com esta sala.
               *[other] { $people } pessoas compartilham agora com esta sala.
            }
       *[named]
            { $people ->
                [one] { $people } pessoa compartilha agora com <b>{ $room }</b>.
                [many] { $people } de pessoas compartilham agora com <b>{ $room }</b>.
               *[other] { $people } pessoas compartilham agora com <b>{ $room }</b>.
            }
    }
nobody-shares =
    { $room ->
        [none] Ninguém compartilha agora uma posição com esta sala.
       *[named] Ninguém compartilha agora uma posição com <b>{ $room }</b>.
    }
# Instead of saying that nobody shares, which is not known.
nobody-to-show =
    { $room ->
        [none] Nesta sala não há ninguém cuja posição eu possa mostrar a você agora.
       *[named] Em <b>{ $room }</b> não há ninguém cuja posição eu possa mostrar a você agora.
    }
share-yours = Para compartilhar a sua, escreva <code>/share</code>.
# Where not everybody was asked about, or the network did not say: no number is stated that is not known.
some-of-those-who-share =
    { $room ->
        [none]
            { $people ->
                [one] Das pessoas que compartilham com esta sala, agora posso mostrar { $people } a você.
                [many] Das pessoas que compartilham com esta sala, agora posso mostrar { $people } a você.
               *[other] Das pessoas que compartilham com esta sala, agora posso mostrar { $people } a você.
            }
       *[named]
            { $people ->
                [one] Das pessoas que compartilham com <b>{ $room }</b>, agora posso mostrar { $people } a você.
                [many] Das pessoas que compartilham com <b>{ $room }</b>, agora posso mostrar { $people } a você.
               *[other] Das pessoas que compartilham com <b>{ $room }</b>, agora posso mostrar { $people } a você.
            }
    }
more-by-name = Talvez mais pessoas compartilhem. Pergunte por uma delas pelo nome: <code>/whereis NOME</code>.
# The same words for somebody unknown, not sharing, and not visible to the asker.
nobody-called = Não há ninguém com o nome “{ $wanted }” cuja posição eu possa mostrar a você agora.
# $more: how many fit besides, whose names are not listed
nobody-who-wrote = Agora não tenho nenhuma posição para mostrar da pessoa que escreveu essa mensagem.
several-fit = Mais de uma pessoa corresponde a “{ $wanted }”. Só o nome não diz quem alguém é.
# Before a line for each of them.
which-one = Mais de uma pessoa corresponde a “{ $wanted }”. Pergunte de novo com o que está entre parênteses, ou mencione a pessoa.
one-who-fits = <b>{ $name }</b>.
more-who-fit =
    { $more ->
        [one] Mais { $more } pessoa corresponde. Pergunte com um nome mais completo.
        [many] Mais { $more } de pessoas correspondem. Pergunte com um nome mais completo.
       *[other] Mais { $more } pessoas correspondem. Pergunte com um nome mais completo.
    }
no-common-room =
    Não conheço nenhuma sala em que estejamos você e eu, por isso não posso mostrar ninguém a você.
    Pergunte na própria sala: <code>/whereis</code>.

# On a button: 64 characters at most are seen.
copy-coordinates =
    { $name ->
        [none] Copiar as coordenadas
       *[known] Copiar: { $name }
    }
pin-of-whom = Diga de quem você quer o alfinete: <code>/pin NOME</code>. Eu o envio só para você.
# A pin is a picture of a map, which the reader's app asks a map service for.
pin-drawn-by-service = Seu app pede o mapa deste alfinete a um serviço de mapas. Assim, esse serviço passa a conhecer o lugar e seu endereço na internet.
pin-too-wide = Não envio nenhum alfinete: ele não poderia mostrar até que ponto este lugar é incerto.
pin-not-reached = Não consegui enviar o alfinete a você. Dou um alfinete a uma só pessoa, nunca a uma sala. Abra um chat privado comigo e escreva <code>/pin</code> de novo.
pin-not-sent = Não consegui enviar o alfinete a você. Peça de novo em um minuto, ou escreva <code>/whereis</code> para saber o mesmo em palavras.

on-picture = { $number }. { $line }
picture-how = Os números são os da imagem. Um círculo ou um quadrado mostra ali quanto uma posição pode variar.
picture-number-alone = Na imagem, um nome em letras que não sei desenhar aparece só com o seu número.
picture-button = Desenhar uma imagem
picture-caption =
    { $by ->
        [none] { $clock }
       *[known] { $by } perguntou às { $clock }
    }
picture-north = N
picture-meeting = Ponto de encontro
no-picture =
    { $why ->
        [busy] Agora não desenho nenhuma imagem: muitas outras esperam. Pergunte de novo em um minuto.
        [not-taken] Esta conversa não aceitou a minha imagem. A resposta está completa sem ela.
        [plain-room] Não envio imagens aqui. Esta sala não é criptografada, e os servidores dela guardariam um arquivo que podem ler.
       *[failed] Não consegui desenhar a imagem. A resposta está completa sem ela.
    }

# make-admin: the network never tells a bot that is no admin; ask-again: it cannot say at this moment.
some-left-out =
    { $advice ->
        [make-admin] Talvez mais alguém compartilhe aqui, mas esta sala esconde seus membros de mim. Torne-me admin desta sala, e poderei vê-los.
       *[ask-again] Talvez mais alguém compartilhe aqui, mas a rede não me diz agora se ainda é membro. Pergunte de novo em um minuto.
    }
asker-unconfirmed =
    { $advice ->
        [make-admin] Só respondo a membros desta sala, mas a sala os esconde de mim. Torne-me admin desta sala, e poderei vê-los.
       *[ask-again] Só respondo a membros desta sala, mas a rede não me diz agora quem é membro. Pergunte de novo em um minuto.
    }
rooms-unconfirmed =
    { $advice ->
        [make-admin] Em uma sala onde já vi você, os membros estão escondidos de mim. Quando eu for admin lá, poderei vê-los.
       *[ask-again] A rede não me diz agora em quais salas estamos você e eu. Pergunte de novo em um minuto.
    }

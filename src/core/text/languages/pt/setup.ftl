# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] Não encontrei aqui nada que precise de conserto.
        [one] { $amiss } coisa pode melhorar aqui:
        [many] { $amiss } de coisas podem melhorar aqui:
       *[other] { $amiss } coisas podem melhorar aqui:
    }
setup-not-whole = Não consegui ver tudo agora. Escreva <code>/setup</code> de novo em um minuto.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] Minhas respostas aqui são só para quem perguntou. Quem é admin pode deixar todas as pessoas lerem: <code>/setup answers room</code>.
       *[room] Minhas respostas aqui são para toda a sala. Quem é admin pode reservá-las para quem perguntou: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Respostas só para quem perguntou
       *[room] Respostas para todas as pessoas
    }
setup-board =
    { $board ->
        [private] Aqui não há painel: todos o leriam, e minhas respostas são só para quem perguntou.
        [on] Um painel mostra aqui quem compartilha: uma única mensagem que mantenho atualizada. Os admins podem tirá-lo: <code>/setup board off</code>.
       *[off] Os admins podem ter aqui um painel: uma única mensagem, sempre atualizada, que mostra quem compartilha. Para isso: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Ter um painel
       *[off] Tirar o painel
    }
setup-board-values =
    Não é possível escolher “{ $given }”. Nada mudou.
    Exemplos: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] Um admin mudou isto: a partir de agora, um painel mostra aqui quem compartilha e onde está. É uma única mensagem que mantenho atualizada. Com ela respondo a <code>/whereis</code>.
       *[off] Um admin mudou isto: o painel é apagado. Volto a responder a <code>/whereis</code> com uma mensagem própria.
    }
board-ended = O painel também é apagado, porque todos o leem.
board-not-private = Aqui minhas respostas são só para quem perguntou, e todos leriam um painel. Nada mudou. Para ter um painel, diga primeiro <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] Eu arrumo aqui: onde posso, apago comandos, e localizações quando terminam. Quem é admin pode acabar com isso: <code>/setup tidy off</code>.
       *[off] O que os membros dizem aqui fica. Quem é admin pode me deixar apagar comandos, e localizações quando terminam: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = Os pontos anteriores de uma localização em tempo real ficam nesta sala. Apago o começo e o último ponto.
setup-tidy-button =
    { $tidy ->
        [on] Arrumar aqui
       *[off] Deixar o que os membros dizem
    }
tidy-changed =
    { $tidy ->
        [on] Quem é admin mudou isto: a partir de agora, apago aqui comandos, e localizações quando terminam, onde posso.
       *[off] Quem é admin mudou isto: a partir de agora, não apago aqui nada do que os membros dizem.
    }
setup-expiry = Uma posição é guardada por <b>{ $expiry }</b>. Quem é admin pode mudar: <code>/expiry 2 hours</code>.
setup-reachable = Com <code>/ask</code>, chego a quem já me disse algo aqui e abriu o chat privado comigo. <code>/share</code> leva até ele.
setup-no-such =
    Não conheço “{ $given }”. Nada foi mudado.
    Exemplos: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    “{ $given }” não pode ser escolhido. Nada foi mudado.
    Exemplos: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = Já está assim. Nada foi mudado.
answers-changed =
    { $answers ->
        [private] Quem é admin mudou isto: a partir de agora, o que respondo aqui só chega a quem perguntou. As respostas que estavam aqui são apagadas.
       *[room] Quem é admin mudou isto: a partir de agora, toda a sala lê o que respondo aqui.
    }

# $kept: for how long it waits
answer-waits = Aqui respondo em privado. A resposta espera por quem perguntou, durante { $kept }.
answer-button = Ler em privado
answer-invited = Aqui respondo em privado. Quem perguntou: aceite meu convite para um chat direto, ou comece um comigo, e leia lá. Tempo que você tem: { $kept }.
answer-unreachable = Aqui respondo em privado e não consegui escrever para quem perguntou. Quem perguntou: comece um chat direto comigo e pergunte lá.
answers-need-a-person = Aqui as respostas vão só para quem perguntou. Você fala como a própria sala, por isso não sei quem perguntou. Pergunte a mim em privado.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = O idioma em que falo com você: { $language }.
# $languages: as their own people call them
language-choices = Para mudar, escreva <code>/language</code> e um destes: { $languages }.
# On a button.
language-name = { $language }
language-chosen = O idioma em que falo com você a partir de agora: { $language }.
language-by-app = A partir de agora, falo com você no idioma do seu app, se eu o souber.
language-not-spoken = Não falo “{ $given }”. Nada foi mudado.
setup-language = O idioma em que falo nesta sala: { $language }. Quem é admin pode mudar: <code>/setup language Español</code>.
room-language-changed = Uma pessoa que é admin mudou isto. O idioma em que falo nesta sala a partir de agora: { $language }.

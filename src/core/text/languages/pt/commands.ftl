# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Por meio de mim, as pessoas desta sala podem mostrar umas às outras onde estão. Você só aparece se escolher isso.
help-in-private = Deixo as pessoas de uma sala verem onde você está, pelo tempo que você escolher.

menu-whereis = onde estão as pessoas que compartilham aqui, as que você nomear, ou quem está mais perto
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = o alfinete de uma pessoa, enviado só para você; um serviço de mapas passa a conhecer o lugar
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = a resposta como imagem, desenhada por mim; nenhum serviço de mapas passa a conhecer o lugar
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = perguntar em privado onde está uma pessoa, ou todas; off e on: se podem perguntar a você
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = como compartilhar sua posição daqui
help-share = <code>/share</code>: { menu-share }.
menu-here = compartilhar uma posição uma vez, com um link geo: ou em números
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = terminar o que você compartilha com esta sala; em privado, com todas as salas
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = onde e quando as pessoas desta sala se encontram; quem é admin pode marcar
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = por quanto tempo uma posição é guardada; quem é admin pode mudar isso
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = com que precisão você aparece aqui
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = o idioma em que falo com você
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = o que é guardado, por quanto tempo, quem pode ver e o que não posso proteger
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = destruir tudo o que é guardado sobre você, em todas as salas
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = vincular esta sala a outra; em privado, unir duas contas suas; off encerra
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = destruir tudo o que é compartilhado com esta sala, para todas as pessoas; pede confirmação
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = como esta sala está configurada, o que pode melhorar e quem lê as respostas; quem é admin pode mudar
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = quem olhou onde você está, quando, e onde ficou a resposta; each: um aviso a cada primeiro olhar
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = o que faço aqui
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Só quem é admin desta sala pode permitir que cada membro compartilhe uma localização em tempo real.
        [expiry] Só quem é admin desta sala pode mudar o prazo.
        [link] Só quem é admin desta sala pode vinculá-la a outra.
        [meet] Só quem é admin desta sala pode marcar o ponto de encontro. Nada foi mudado.
        [setup] Só quem é admin desta sala pode mudar sua configuração. Nada foi mudado. Para ver: <code>/setup</code>.
        [wipe] Só quem é admin desta sala pode destruir o que é compartilhado com ela.
       *[other] Só quem é admin desta sala pode fazer isso.
    }
room-only = Escreva <code>/{ $command }</code> na sala em questão.
nobody-in-particular = Você fala como a própria sala, por isso não sei quem você é. Nada foi mudado. Escreva <code>/{ $command }</code> para mim em privado.
went-wrong = Algo falhou do meu lado, e não posso dizer se foi feito. Por favor, escreva de novo.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Esta localização foi enviada como o grupo: não é de ninguém, e não a mostro a ninguém. Envie em seu nome, ou para mim em privado.
        [as-a-channel] Esta localização foi enviada como um canal: não é de ninguém, e não a mostro a ninguém. Envie em seu nome, ou para mim em privado.
        [said-as-a-channel] Isto foi dito como um canal, por isso não sei quem você é e não fiz nada. Diga em seu nome.
        [passed-on] Só leio o que você escreve, nada encaminhado. O que posso fazer: <code>/help</code>.
       *[no-words] Só leio palavras e localizações. Para compartilhar onde você está, envie para mim sua localização em tempo real. O que posso fazer: <code>/help</code>.
    }
edited-command = Em uma mensagem editada, só leio <code>/stop</code> e <code>/forget</code>. Escreva de novo em uma nova mensagem.
start-in-room = Para compartilhar com esta sala: <code>/share</code>. Para perguntar onde estão as pessoas: <code>/whereis</code>. Tudo o que posso fazer: <code>/help</code>.
# Where a room forbids reactions.
taken-in = Recebi. As pessoas desta sala podem perguntar onde você está agora. Para terminar: <code>/stop</code>.
unknown-command = Não conheço <code>/{ $command }</code>. O que faço: <code>/help</code>.
unknown-command-nearest = Não conheço <code>/{ $command }</code>. Você quis dizer <code>/{ $nearest }</code>? O que faço: <code>/help</code>.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] Você escreveu <code>/{ $command }</code> { $age }, e só agora chegou a mim. Não compartilha nada. Para compartilhar, escreva de novo.
        [asks] Você escreveu <code>/{ $command }</code> { $age }, e só agora chegou a mim. Para perguntar, escreva de novo.
       *[other] Você escreveu <code>/{ $command }</code> { $age }, e só agora chegou a mim. Nada mudou. Se ainda quiser, escreva de novo.
    }
not-a-command =
    Entendo comandos, e uma localização sua que você envia. Não aproveitei nada desta mensagem.
    <code>/help</code> diz o que faço; <code>/share</code> diz como compartilhar.
too-many-commands = Foi muita coisa em pouco tempo. Não respondo por um minuto; depois pergunte de novo. <code>/stop</code> funciona a qualquer momento.
too-many-in-all = Tanta coisa me é pedida agora que não posso responder. Tente de novo em um minuto. <code>/stop</code> funciona a qualquer momento.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In the words of Telegram's own apps for phones; on a computer Telegram can share no position.

telegram-steps-in-room =
    No seu telefone, neste grupo, toque em Anexar, o clipe.
    Escolha Localização, depois Compartilhar em Tempo Real, e por quanto tempo.
    Para parar: <code>/stop</code>, ou Parar Compartilhamento na mensagem. Apagar a mensagem não interrompe o compartilhamento.
telegram-steps-in-private =
    No seu telefone, neste chat, toque em Anexar, o clipe.
    Escolha Localização, depois Compartilhar em Tempo Real, e por quanto tempo.
    Para parar: <code>/stop</code>, ou Parar Compartilhamento na mensagem. Apagar a mensagem não interrompe o compartilhamento.
    Ou digite coordenadas: <code>/here 52.5200 13.4050</code>.
telegram-send-once = Toque no botão abaixo, no seu telefone. Ou digite coordenadas: <code>/here 52.5200 13.4050</code>.
telegram-send-live = No seu telefone, neste chat, toque em Anexar, o clipe. Escolha Localização, depois Compartilhar em Tempo Real.
telegram-deleting = Apagar sua mensagem não termina o compartilhamento.
telegram-sees = O Telegram pode ler e guardar tudo o que é enviado a um bot, e o que o bot responde. O que só você vê em um grupo é apagado se seu app souber disso.
# In an empty private chat: 512 characters at most.
telegram-description = Deixo as pessoas de um grupo verem onde você está, pelo tempo que você escolher. Adicione-me a um grupo, escreva /share lá e envie para mim aqui uma localização em tempo real. O Telegram pode ler o que é enviado a um bot.
# In the bot's profile: 120 characters at most.
telegram-short-description = Onde estão as pessoas do seu grupo, quando escolhem compartilhar isso.
# What /setup finds in a group, and the step that mends it, a line each. The steps are in the words of Telegram's apps.
telegram-not-encrypted = O Telegram pode ler este grupo, também posições e respostas: nenhum grupo lá é criptografado de ponta a ponta.
telegram-is-public = Este grupo é público: qualquer pessoa pode lê-lo, também as posições, sem entrar.
telegram-make-private = Para mudar isso: edite o grupo, Tipo de Grupo, Privado.
telegram-shows-history = Quem entrar depois pode ler o que foi dito aqui antes, enquanto isso continuar aqui.
telegram-hide-history = Para mudar isso: edite o grupo, Histórico do chat para novos membros, Oculto.
telegram-all-invite = Cada membro pode adicionar pessoas, que a partir daí podem perguntar onde você está.
telegram-let-admins-invite = Para mudar isso: edite o grupo, Permissões, desative Adicionar Membros.
telegram-members-unconfirmed =
    { $members ->
        [hidden] Os membros estão ocultos aqui e eu não sou admin, por isso não posso mostrar quase ninguém.
       *[shown] Não sou admin aqui, por isso o Telegram não precisa me dizer quem é membro. Deixo de fora quem não posso confirmar.
    }
telegram-make-admin = Para mudar isso: torne-me admin deste grupo, mesmo que só com o direito de apagar mensagens.
telegram-nobody-writes = Os membros não podem escrever aqui, por isso também não podem compartilhar aqui uma localização. Podem compartilhar comigo em privado.
telegram-let-write = Para mudar isso: edite o grupo, Permissões, ative Enviar Mensagens de Texto.
telegram-deletes-nothing = Não posso apagar o que outras pessoas dizem. Por isso, um <code>/ask NOME</code> dito aqui fica à vista de todas as pessoas.
telegram-let-delete = Para mudar isso: edite o grupo, Administradores, eu, ative Apagar Mensagens.
telegram-basic-group = Neste grupo, o Telegram não mostra nada a um só membro. Por isso, cada resposta espera em privado por quem perguntou.
telegram-make-supergroup = Para mudar isso: edite o grupo, ponha Histórico do chat para novos membros em Visível, depois em Oculto.
telegram-answers-alone = Uma resposta assim é apagada quando termina, se seu app souber disso.
telegram-not-invited = Só pessoas autorizadas por quem me opera podem me adicionar a um grupo, por isso saio deste.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Guardo só sua última posição, criptografada, pelo tempo que diz o prazo da sala.
       *[known] Guardo só sua última posição, criptografada, por { $expiry } depois de enviada.
    }
privacy-seen-by =
    { $place ->
        [private] Só os membros da sala que você escolheu, e das salas vinculadas a ela, podem perguntar por ela. Até você escolher uma, ninguém pode. Anoto cada resposta que mostra você: <code>/who</code>.
       *[room] Só os membros desta sala podem perguntar por ela, e quem é admin não vê mais do que os outros. Anoto cada resposta que mostra você: <code>/who</code>.
    }
privacy-seen-linked = Só os membros desta sala, e de <b>{ $rooms }</b>, podem perguntar por ela. Quem é admin não vê mais do que os outros. Anoto cada resposta que mostra você: <code>/who</code>.
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Escreva <code>/stop</code>, e sua posição é destruída na hora. { $deleting }
privacy-not-protected = Não posso proteger você das pessoas que operam este bot, nem de membros que guardem uma resposta.
# $others: who else sees what is said, on this network
privacy-others = { $others } Mais sobre tudo isso: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = Também guardo suas escolhas, seu idioma, as salas onde vi você, e desde quando. Enquanto alguém pergunta onde você está, guardo quem pergunta. Uma marca me diz se seu nome muda.
privacy-looks = De cada resposta que mostra você, guardo quem perguntou, quando, onde ela ficou e por quanto tempo. Um prazo depois, isso some.
privacy-also-ends = Sua posição também é destruída quando a localização em tempo real termina, e quando você sai da sala. <code>/forget</code> destrói tudo o que guardo sobre você.
privacy-square = Com <code>/precision 1km</code>, só aparece um quadrado fixo. Quando você passa para o quadrado seguinte, isso pode ser visto.
privacy-pictures = Uma imagem é apagada com a sua resposta. Os servidores Matrix podem guardar depois o arquivo, criptografado e sem a chave.
privacy-operator = As pessoas que operam este bot podem ler o que ainda não foi destruído. Um membro pode guardar uma resposta, ou passá-la adiante.

# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

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

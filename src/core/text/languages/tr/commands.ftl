# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Benim aracılığımla bu odadaki kişiler birbirine nerede olduklarını gösterebilir. Sen yalnızca bunu seçersen gösterilirsin.
help-in-private = Bir odadaki kişilere senin nerede olduğunu gösteririm, senin seçtiğin süre boyunca.

menu-whereis = burada paylaşan herkes ya da adını yazdıkların nerede, ya da en yakın kim
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = bir kişinin harita işareti, yalnızca sana gönderilir; bir harita hizmeti yeri öğrenir
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = yanıt, benim çizdiğim bir resim olarak; hiçbir harita hizmeti yeri öğrenmez
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = bir kişiye özelden ya da herkese nerede olduğunu sor; off ve on: başkaları sana sorabilir mi
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = konumunu buradan nasıl paylaşırsın
help-share = <code>/share</code>: { menu-share }.
menu-here = bir konumu bir kez paylaş, sayılarla ya da geo: bağlantısıyla
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = bu odayla paylaştığını bitir; özelden: bütün odalarla
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = bu odadakiler nerede ve ne zaman buluşuyor; yöneticiler belirleyebilir
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = bir konum ne kadar süre saklanır; yöneticiler değiştirebilir
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = burada ne kadar kesin gösterilirsin
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = seninle hangi dilde konuşurum
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = ne saklanır, ne kadar süre saklanır, kim görebilir ve neyi koruyamam
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = senin hakkında saklanan her şeyi yok et, bütün odalarda
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = bu odayı başka bir odaya bağla; özelden iki hesabını birleştir; off bunu bitirir
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = bu odayla paylaşılan her şeyi yok et, herkes için; önce sorar
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = bu oda nasıl ayarlı, ne daha iyi olabilir ve yanıtları kim okur; yöneticiler değiştirebilir
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = nerede olduğuna kim, ne zaman baktı ve yanıt nerede durdu; each: her ilk bakışta bir haber
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = burada ne yaparım
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Yalnızca bu odanın bir yöneticisi, her üyenin canlı konum paylaşmasına izin verebilir.
        [expiry] Yalnızca bu odanın bir yöneticisi saklama süresini değiştirebilir.
        [link] Yalnızca bu odanın bir yöneticisi, odayı başka bir odaya bağlayabilir.
        [meet] Yalnızca bu odanın bir yöneticisi buluşma noktasını belirleyebilir. Hiçbir şey değiştirilmedi.
        [setup] Yalnızca bu odanın bir yöneticisi oda ayarlarını değiştirebilir. Hiçbir şey değiştirilmedi. Görmek için: <code>/setup</code>.
        [wipe] Yalnızca bu odanın bir yöneticisi, odayla paylaşılanları yok edebilir.
       *[other] Bunu yalnızca bu odanın bir yöneticisi yapabilir.
    }
room-only = <code>/{ $command }</code> komutunu geçerli olacağı odada yaz.
nobody-in-particular = Odanın kendisi olarak yazıyorsun. Bu yüzden kim olduğunu bilmiyorum. Hiçbir şey değiştirilmedi. <code>/{ $command }</code> komutunu bana özelden yaz.
went-wrong = Benim tarafımda bir şeyler ters gitti. Yapılıp yapılmadığını söyleyemiyorum. Lütfen yeniden yaz.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] Bu konum grup adına gönderildi. Yani kimsenin değil ve onu kimseye göstermem. Kendi adına gönder ya da bana özelden gönder.
        [as-a-channel] Bu konum kanal adına gönderildi. Yani kimsenin değil ve onu kimseye göstermem. Kendi adına gönder ya da bana özelden gönder.
        [said-as-a-channel] Bu, kanal adına yazıldı. Bu yüzden kim olduğunu bilmiyorum ve hiçbir şey yapmadım. Kendi adına yaz.
        [passed-on] Yalnızca kendi yazdıklarını okurum, iletilenleri okumam. Neler yapabilirim: <code>/help</code>.
       *[no-words] Yalnızca yazı ve konum okurum. Nerede olduğunu paylaşmak için bana canlı konumunu gönder. Neler yapabilirim: <code>/help</code>.
    }
edited-command = Düzenlenmiş bir mesajda yalnızca <code>/stop</code> ve <code>/forget</code> okurum. Yeni bir mesajda yeniden yaz.
start-in-room = Bu odayla paylaşmak için: <code>/share</code>. Kişilerin nerede olduğunu sormak için: <code>/whereis</code>. Yapabildiğim her şey: <code>/help</code>.
# Where a room forbids reactions.
taken-in = Konumunu aldım. Bu odadaki kişiler artık senin nerede olduğunu sorabilir. Bitirmek için: <code>/stop</code>.
unknown-command = <code>/{ $command }</code> komutunu bilmiyorum. <code>/help</code> ne yaptığımı gösterir.
unknown-command-nearest = <code>/{ $command }</code> komutunu bilmiyorum. Bunu mu demek istedin: <code>/{ $nearest }</code>? <code>/help</code> ne yaptığımı gösterir.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] <code>/{ $command }</code> komutunu { $age } yazdın, ama bana ancak şimdi ulaştı. Hiçbir şey paylaşmıyor. Paylaşmak için yeniden yaz.
        [asks] <code>/{ $command }</code> komutunu { $age } yazdın, ama bana ancak şimdi ulaştı. Sormak için yeniden yaz.
       *[other] <code>/{ $command }</code> komutunu { $age } yazdın, ama bana ancak şimdi ulaştı. Hiçbir şey değişmedi. Hâlâ istiyorsan yeniden yaz.
    }
not-a-command =
    Komutları ve senin kendin gönderdiğin kendi konumunu anlarım. Bu mesajdan hiçbir şey almadım.
    <code>/help</code> ne yaptığımı gösterir; <code>/share</code> nasıl paylaşacağını söyler.
too-many-commands = Kısa sürede çok fazla yazdın. Bir dakika susuyorum, sonra yeniden sor. <code>/stop</code> her zaman çalışır.
too-many-in-all = Şu anda benden o kadar çok şey isteniyor ki yanıt veremiyorum. Bir dakika sonra yeniden dene. <code>/stop</code> her zaman çalışır.

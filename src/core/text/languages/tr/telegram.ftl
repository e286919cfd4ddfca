# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In the words of Telegram's own apps for phones; on a computer Telegram can share no position.

telegram-steps-in-room =
    Telefonunda, bu grupta, “Medya ekle” düğmesine, yani ataşa dokun.
    “Konum” seç, sonra “Canlı Konumumu Paylaş”, sonra süreyi seç.
    Durdurmak için: <code>/stop</code> ya da mesajda “Konum Paylaşımını Durdur”. Mesajı silmek durdurmaz.
telegram-steps-in-private =
    Telefonunda, bu sohbette, “Medya ekle” düğmesine, yani ataşa dokun.
    “Konum” seç, sonra “Canlı Konumumu Paylaş”, sonra süreyi seç.
    Durdurmak için: <code>/stop</code> ya da mesajda “Konum Paylaşımını Durdur”. Mesajı silmek durdurmaz.
    Ya da koordinat yaz: <code>/here 52.5200 13.4050</code>.
telegram-send-once = Telefonunda aşağıdaki düğmeye dokun. Ya da koordinat yaz: <code>/here 52.5200 13.4050</code>.
telegram-send-live = Telefonunda, bu sohbette, “Medya ekle” düğmesine, yani ataşa dokun. “Konum” seç, sonra “Canlı Konumumu Paylaş”.
telegram-deleting = Mesajını silmek paylaşımı bitirmez.
telegram-sees = Telegram, bir bota gönderilen her şeyi ve botun yanıtlarını okuyabilir ve saklayabilir. Bir grupta yalnızca senin gördüklerin, uygulamanın bundan haberi olduğu ölçüde silinir.
# In an empty private chat: 512 characters at most.
telegram-description = Bir gruptaki kişilere senin nerede olduğunu gösteririm, senin seçtiğin süre boyunca. Beni bir gruba ekle, orada /share yaz ve bana burada canlı konum gönder. Telegram, bir bota gönderilenleri okuyabilir.
# In the bot's profile: 120 characters at most.
telegram-short-description = Grubundaki kişilerin nerede olduğunu, paylaşmayı seçtiklerinde gösteririm.
# What /setup finds in a group, and the step that mends it, a line each. The steps are in the words of Telegram's apps.
telegram-not-encrypted = Telegram bu grubu, konumları ve yanıtları da okuyabilir: orada hiçbir grup uçtan uca şifreli değil.
telegram-is-public = Bu grup herkese açık: herkes katılmadan onu okuyabilir, içindeki konumları da.
telegram-make-private = Değiştirmek için: grubu düzenle, Grup Türü, Gizli.
telegram-shows-history = Sonradan katılanlar, burada daha önce yazılanları, durduğu sürece okuyabilir.
telegram-hide-history = Değiştirmek için: grubu düzenle, “Yeni üyeler için sohbet geçmişi”, Görünmez.
telegram-all-invite = Her üye başkalarını ekleyebilir. Onlar o andan sonra senin nerede olduğunu sorabilir.
telegram-let-admins-invite = Değiştirmek için: grubu düzenle, İzinler, “Kullanıcılar Ekleme” seçeneğini kapat.
telegram-members-unconfirmed =
    { $members ->
        [hidden] Burada üyeler gizli ve ben yönetici değilim. Bu yüzden neredeyse kimseyi gösteremem.
       *[shown] Burada yönetici değilim. Bu yüzden Telegram bana kimin üye olduğunu söylemek zorunda değil. Doğrulayamadığım kişileri göstermem.
    }
telegram-make-admin = Değiştirmek için: beni bu grubun yöneticisi yap. Yalnızca mesajları silme yetkisi yeter.
telegram-nobody-writes = Üyeler burada yazamaz. Bu yüzden burada konum da paylaşamazlar. Benimle özelden paylaşabilirler.
telegram-let-write = Değiştirmek için: grubu düzenle, İzinler, “Metin Mesajları Gönderme” seçeneğini aç.
telegram-deletes-nothing = Başkalarının yazdıklarını silme iznim yok. Bu yüzden biri burada <code>/ask AD</code> yazarsa herkes onu okuyabilir.
telegram-let-delete = Değiştirmek için: grubu düzenle, Yöneticiler, ben, “Mesajları Silme” seçeneğini aç.
telegram-basic-group = Bu grupta Telegram hiçbir şeyi tek bir üyeye gösteremez. Bu yüzden her yanıt, soran kişiyi özelden bekler.
telegram-make-supergroup = Değiştirmek için: grubu düzenle, “Yeni üyeler için sohbet geçmişi” seçeneğini Görünür yap, sonra yeniden Görünmez yap.
telegram-answers-alone = Böyle bir yanıt süresi bitince silinir, uygulamanın bundan haberi olduğu ölçüde.
telegram-not-invited = Beni bir gruba yalnızca beni işletenlerin izin verdiği kişiler ekleyebilir. Bu yüzden bu gruptan ayrılıyorum.

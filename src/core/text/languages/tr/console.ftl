# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What the console says of itself and of its world.

console-steps-in-room = Telegram ya da Matrix üzerinde: canlı konum gönder. Bu konsolda telefon yok.
console-steps-in-private = Koordinatlarını buraya yaz: <code>/here 52.5200 13.4050</code>.
console-send-location = Koordinatlarını buraya yaz: <code>/here 52.5200 13.4050</code>.
console-deleting = Mesajını silmek paylaşımı bitirmez.
console-sees = Bu konsol, başında oturan kim varsa ona her şeyi gösterir.
console-no-board = Konsolda pano yok: yazılan değişmez. <code>/whereis</code> yaz.
console-greeting =
    Hiçbir ağ ayarlanmamış, bu yüzden bu, konsoldaki whereat. Bir odadaki kişiler bir süre birbirine nerede olduklarını gösterir. { $kept ->
        [as-set] Paylaşılanlar, ayarların söylediği yerde mühürlü olarak saklanır.
       *[in-memory] Diskte hiçbir şey saklanmaz.
    }
    Kim olarak istersen, hangi odada istersen yaz:  ana@march> /here 52.5200 13.4050   sonra  ben@march> /whereis   sonra  :wait 30m
    Özelden:  ana> /help    Ne yazılabilir:  :help    Bitirmek için:  :quit
console-help =
    {"  "}ana@march> /whereis     ana, march odasında bir şey yazar; bir odada ilk yazan onun yöneticisidir
    {"  "}ana> /stop              ana, bota özelden bir şey yazar
    {"  "}:wait 30m               yarım saat geçer
    {"  "}:join ana march         ana odaya katılır; aynı biçimde :leave ana march, :kick ana march, :admin ana march
    {"  "}:room hall matrix       hall odası, içindekilerle birlikte Matrix üzerinde canlandırılır
    {"  "}mia@hall> /link CODE    CODE, gösterilen son kodun yerine geçer
    {"  "}:rooms  :people  :help  :quit

# Where something is said.
console-in = { $room } odasında
console-to = yalnızca şu kişiye: { $person }
console-within = { $room } odasında, yalnızca şu kişiye: { $person }
console-in-place = { $where }, son yanıtın yerine
console-choose = (numarayla yanıtla)
console-private-chat = [{ $label }: /start { $payload } yaz]
console-pin = (ağın kendi haritasında bir işaretle)
console-picture = (bir resimle: { $path })
console-deleted = (yanıt silindi: “{ $beginning }…”)
console-reacts = (bot tepki veriyor: 👍)

console-unclear = Bir satır kişi@oda> mesaj ya da kişi> mesaj biçimindedir. :help daha fazlasını söyler.
console-unknown = Bunu anlamadım. :help buraya ne yazılabileceğini gösterir.
console-nearest = Bunu anlamadım. Bunu mu demek istedin: :{ $verb }? :help buraya ne yazılabileceğini gösterir.
console-not-in = { $person }, { $room } odasında değil
console-gone-from = { $person } artık { $room } odasında değil. Geri dönmek için: <code>:join { $person } { $room }</code>
console-who-and-where = Kim ve hangi oda? Örneğin <code>:{ $verb } ana march</code>
console-which-network = Hangi yeni oda ve hangi ağda? Olanlar: { $networks }. Örneğin <code>:room hall matrix</code>
console-how-long = Ne kadar süre? Örneğin :wait 30m
console-longest = Bir seferde en fazla { $longest }.
console-later = ({ $time } sonra)
console-people = { $people }
console-nobody-yet = henüz kimse yok
console-no-rooms = henüz oda yok
console-room = { $room }: { $people }
console-empty-room = { $room }: kimse yok
console-admin = { $person } (yönetici)

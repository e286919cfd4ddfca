# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Bu yanıt artık geçerli değil.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Numarayla yanıtla.

# Of a network that says nothing of its own.
network-steps =
    Koordinatlarını buraya yaz: <code>/here 52.5200 13.4050</code>. Bir kez paylaşılırlar.
    Durdurmak için: <code>/stop</code>. Mesajı silmek paylaşımı durdurmayabilir.
network-send-once = Koordinatlarını buraya yaz: <code>/here 52.5200 13.4050</code>.
network-send-live = Koordinatlarını buraya yaz: <code>/here 52.5200 13.4050</code>.
network-deleting = Mesajını silmek paylaşımı bitirmeyebilir.
network-sees = Bu sohbet ağını işletenler, burada ne yazıldığını ve kimin yazdığını görebilir.
network-no-board = Bu ağda pano yok: burada hiçbir mesaj yerinde güncel tutulamaz. <code>/whereis</code> yaz: yeni yanıtın öncekinin yerini alır.

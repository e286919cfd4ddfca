# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Ця відповідь більше не чинна.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Відповідайте числом.

# Of a network that says nothing of its own.
network-steps =
    Введіть тут координати: <code>/here 52.5200 13.4050</code>. Їх буде передано один раз.
    Щоб припинити: <code>/stop</code>. Видалення повідомлення може цього не припинити.
network-send-once = Введіть тут координати: <code>/here 52.5200 13.4050</code>.
network-send-live = Введіть тут координати: <code>/here 52.5200 13.4050</code>.
network-deleting = Видалення вашого повідомлення може цього не припинити.
network-sees = Ті, хто керує цією мережею, можуть бачити, що тут пишуть і хто це пише.
network-no-board = У цій мережі табло немає: тут не можна оновлювати повідомлення на місці. Скажіть <code>/whereis</code>: нова відповідь займе місце попередньої.

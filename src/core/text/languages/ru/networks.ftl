# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = Этот ответ больше не действителен.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Ответьте числом.

# Of a network that says nothing of its own.
network-steps =
    Введите здесь координаты: <code>/here 52.5200 13.4050</code>. Они будут переданы один раз.
    Чтобы прекратить: <code>/stop</code>. Удаление сообщения может этого не прекратить.
network-send-once = Введите здесь координаты: <code>/here 52.5200 13.4050</code>.
network-send-live = Введите здесь координаты: <code>/here 52.5200 13.4050</code>.
network-deleting = Удаление вашего сообщения может этого не прекратить.
network-sees = Те, кто управляет этой сетью, могут видеть, что здесь пишут и кто это пишет.
network-no-board = В этой сети табло нет: здесь нельзя обновлять сообщение на месте. Скажите <code>/whereis</code>: новый ответ займёт место прежнего.
